package dev.vitrine.experiments.datacheck;

import dev.vitrine.engine.io.AtomicFile;
import dev.vitrine.experiments.report.ChartWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a check came to.
 *
 * @param set name of the set
 * @param facts the overview
 * @param findings the gravest first
 * @param charts that show them
 */
public record CheckReport(String set, List<Fact> facts, List<Finding> findings, List<NamedChart> charts) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Copies the lists. */
    public CheckReport {
        facts = List.copyOf(facts);
        findings = List.copyOf(findings);
        charts = List.copyOf(charts);
    }

    /** The report without its drawings. */
    private record Document(String set, List<Fact> facts, List<Finding> findings, List<String> charts) {}

    /** The findings that matter at least so much. */
    public List<Finding> atLeast(Severity severity) {
        return findings.stream()
                .filter(one -> one.severity().compareTo(severity) >= 0)
                .toList();
    }

    /** The page, 80 characters wide. */
    public String page() {
        return new CheckPage(this).text();
    }

    /** Writes facts and findings, with the names of all items, for other programs. */
    public void writeJson(Path file) throws IOException {
        List<String> stems = charts.stream().map(NamedChart::stem).toList();
        byte[] json = JSON.writeValueAsBytes(new Document(set, facts, findings, stems));
        AtomicFile.write(file, out -> {
            out.write(json);
            out.write('\n');
        });
    }

    /** Writes the page under that name and each chart as {@code .svg}, {@code .png} and {@code .csv}. */
    public void write(Path folder, String pageName) throws IOException {
        Files.createDirectories(folder);
        byte[] page = page().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(folder.resolve(pageName), out -> out.write(page));
        for (NamedChart one : charts) {
            ChartWriter.write(one.chart(), folder, one.stem());
        }
    }
}
