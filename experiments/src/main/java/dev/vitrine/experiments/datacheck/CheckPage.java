package dev.vitrine.experiments.datacheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as text. */
final class CheckPage {
    private static final int WIDTH = 80;
    private static final int INDENT = 18;
    private static final int NAMED = 8;

    private final CheckReport report;
    private final StringBuilder text = new StringBuilder();

    CheckPage(CheckReport report) {
        this.report = report;
    }

    String text() {
        line(report.set());
        line("=".repeat(Math.min(WIDTH, report.set().length())));
        report.facts().forEach(fact -> entry(fact.name(), fact.words()));
        line("");
        line(counts());
        for (Finding finding : report.findings()) {
            line("");
            line(finding.severity().word().toUpperCase(Locale.ROOT) + ": "
                    + finding.topic().word());
            paragraph("  ", finding.sentence());
            if (!finding.items().isEmpty()) {
                entry("  items", named(finding.items()));
            }
            entry("  what to do", finding.remedy());
            if (!finding.chart().isEmpty()) {
                entry("  chart", finding.chart());
            }
        }
        return text.toString();
    }

    private String counts() {
        List<String> words = new ArrayList<>();
        for (Severity severity : List.of(Severity.SERIOUS, Severity.WARNING, Severity.NOTE)) {
            long count = report.findings().stream()
                    .filter(one -> one.severity() == severity)
                    .count();
            String plural = severity == Severity.SERIOUS || count == 1 ? "" : "s";
            words.add(count + " " + severity.word() + plural);
        }
        return "Found: " + String.join(", ", words);
    }

    private static String named(List<String> items) {
        int more = items.size() - NAMED;
        String first = String.join(", ", items.subList(0, Math.min(NAMED, items.size())));
        return more > 0 ? first + " and " + more + " more" : first;
    }

    private void entry(String name, String words) {
        String head = name + " ".repeat(Math.max(1, INDENT - name.length()));
        List<String> lines = wrapped(words, WIDTH - INDENT);
        line(head + lines.get(0));
        lines.stream().skip(1).forEach(rest -> line(" ".repeat(INDENT) + rest));
    }

    private void paragraph(String indent, String words) {
        wrapped(words, WIDTH - indent.length()).forEach(part -> line(indent + part));
    }

    private void line(String words) {
        text.append(words.stripTrailing()).append('\n');
    }

    private static List<String> wrapped(String words, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && longer.length() > width) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }
}
