package dev.vitrine.experiments.features;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.vitrine.engine.io.AtomicFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code features.csv}: a row for each file. */
final class FeatureTable {
    private final FeaturePlan plan;
    private final List<List<String>> names = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();

    FeatureTable(FeaturePlan plan) {
        this.plan = plan;
    }

    /** Adds a row of numbers, joined by commas: to take them apart and join them again would be most of a second run. */
    void add(Path file, List<String> numbers) {
        names.add(List.of(file.toString()));
        rows.add(String.join(",", numbers));
    }

    int size() {
        return rows.size();
    }

    void write() throws IOException {
        AtomicFile.write(plan.out().resolve("features.csv"), out -> {
            List<String> header = new ArrayList<>(List.of("file"));
            header.addAll(RowStatistics.names(plan.options(), plan.features()));
            out.write((line(header) + "\n").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < rows.size(); i++) {
                out.write((line(names.get(i)) + "," + rows.get(i) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    /** Cells with the quotes that they need. */
    private static String line(List<String> cells) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder()
                .bufferSize(0)
                .lineDelimiter(LineDelimiter.LF)
                .build(text)) {
            writer.writeRecord(cells);
        }
        return text.toString().stripTrailing();
    }
}
