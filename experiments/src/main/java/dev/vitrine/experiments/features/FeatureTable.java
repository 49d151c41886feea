package dev.vitrine.experiments.features;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.vitrine.engine.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code features.csv}: a row for each file. */
final class FeatureTable {
    private final FeaturePlan plan;
    private final List<List<String>> rows = new ArrayList<>();

    FeatureTable(FeaturePlan plan) {
        this.plan = plan;
    }

    void add(Path file, List<String> cells) {
        List<String> row = new ArrayList<>();
        row.add(file.toString());
        row.addAll(cells);
        rows.add(row);
    }

    int size() {
        return rows.size();
    }

    void write() throws IOException {
        AtomicFile.write(plan.out().resolve("features.csv"), out -> {
            CsvWriter writer =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
            List<String> header = new ArrayList<>(List.of("file"));
            header.addAll(RowStatistics.names(plan.options(), plan.features()));
            writer.writeRecord(header);
            rows.forEach(writer::writeRecord);
            writer.flush();
        });
    }
}
