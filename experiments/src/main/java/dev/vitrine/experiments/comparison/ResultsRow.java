package dev.vitrine.experiments.comparison;

import dev.vitrine.experiments.comparison.ResultsPage.Entry;
import dev.vitrine.experiments.recipe.ClipVerdict;
import dev.vitrine.experiments.recipe.Cost;
import dev.vitrine.experiments.recipe.Measure;
import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.RocArea;
import dev.vitrine.experiments.recipe.Score;
import dev.vitrine.experiments.report.Confidence;
import dev.vitrine.experiments.report.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One line of the page: a run, or runs that differ in nothing but the sound they look for.
 *
 * @param entries at least one; more only where areas are measured
 */
record ResultsRow(List<Entry> entries) {
    /** The sound is the class 1 of its run. */
    private static final int SOUND = 1;

    private static final double NORMAL_QUANTILE = 1.959963984540054;

    private Entry first() {
        return entries.get(0);
    }

    private boolean ofAreas() {
        return first().measure() == Measure.AREA;
    }

    /** Of the networks, from 0 to 1. */
    double value() {
        return ours().estimate();
    }

    /** In the table. */
    String words() {
        return String.format(
                Locale.ROOT,
                "| %s, %d%s | %s | %s | %s | %s | **%s** | %s | %s | %s |%n",
                ResultsPage.data(first().run().config()),
                first().run().config().plan().seed(),
                variant(),
                first().claim("aim"),
                first().claim("original"),
                majority(),
                inWords(linear()),
                inWords(ours()),
                cost(cost -> String.format(Locale.ROOT, "%,d", cost.weights())),
                cost(cost -> String.format(Locale.ROOT, "%.2f M", cost.multiplyAdds() / 1e6)),
                seconds());
    }

    /** That make it again: one for all sounds that take the same steps. */
    List<String> commands() {
        Map<String, List<Entry>> alike = entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> ResultsPage.command(entry, ofAreas() ? "any" : ""),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return alike.values().stream()
                .map(some -> ResultsPage.command(
                        some.get(0), some.stream().map(Entry::sound).collect(Collectors.joining(","))))
                .toList();
    }

    private String variant() {
        if (entries.size() > 1) {
            return ", mean of " + entries.size() + " sounds" + words(first().choices());
        }
        return words(first().options());
    }

    private static String words(Map<String, String> options) {
        return options.entrySet().stream()
                .map(option -> ", " + option.getKey() + " " + ResultsPage.here(option.getValue()))
                .collect(Collectors.joining());
    }

    /** An interval as this row has it. */
    String inWords(Interval interval) {
        return ofAreas()
                ? String.format(
                        Locale.ROOT, "AUC %.3f (%.3f to %.3f)", interval.estimate(), interval.low(), interval.high())
                : interval.percent();
    }

    private String majority() {
        return ofAreas()
                ? "AUC 0.500"
                : Comparison.percent(first().run().results().score().clipMajority());
    }

    Interval ours() {
        return ofAreas()
                ? area(Results::verdicts)
                : share(first().run().results().score());
    }

    Interval linear() {
        return ofAreas()
                ? area(Results::baselineVerdicts)
                : share(first().run().results().baseline());
    }

    private static Interval share(Score score) {
        return Confidence.ofProportion(score.clipsRight(), score.clipCount());
    }

    /** The mean, as if each sound were judged by clips of its own. */
    private Interval area(Function<Results, List<ClipVerdict>> verdicts) {
        List<RocArea> areas = entries.stream()
                .map(entry -> RocArea.of(verdicts.apply(entry.run().results()), SOUND))
                .toList();
        double mean = areas.stream().mapToDouble(RocArea::area).average().orElseThrow();
        if (areas.size() == 1) {
            return areas.get(0).interval();
        }
        double variance = areas.stream()
                .mapToDouble(area -> area.deviation() * area.deviation())
                .sum();
        double half = NORMAL_QUANTILE * Math.sqrt(variance) / areas.size();
        return new Interval(mean, mean - half, Math.min(1, mean + half));
    }

    private String cost(Function<Cost, String> words) {
        return first().run().cost().map(words).orElse("-");
    }

    private String seconds() {
        List<Cost> costs = entries.stream()
                .map(entry -> entry.run().cost())
                .flatMap(Optional::stream)
                .toList();
        return costs.isEmpty()
                ? "-"
                : Comparison.seconds(costs.stream().mapToDouble(Cost::seconds).sum());
    }
}
