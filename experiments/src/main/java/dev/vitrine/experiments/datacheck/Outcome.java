package dev.vitrine.experiments.datacheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one probe has to say; filled line by line. */
final class Outcome {
    private final List<Fact> facts = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<NamedChart> charts = new ArrayList<>();

    List<Fact> facts() {
        return facts;
    }

    List<Finding> findings() {
        return findings;
    }

    List<NamedChart> charts() {
        return charts;
    }

    void fact(String name, String words) {
        facts.add(new Fact(name, words));
    }

    void chart(NamedChart chart) {
        charts.add(chart);
    }

    void find(Severity severity, Topic topic, String sentence, List<String> items, String chart, String remedy) {
        findings.add(new Finding(severity, topic, sentence, items, chart, remedy));
    }

    /** One of a few kinds, each with its count. */
    static <K> Map.Entry<K, Integer> mostFrequent(Map<K, Integer> counts) {
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    }
}
