package dev.vitrine.experiments.datacheck;

import dev.vitrine.experiments.report.BarChart;
import dev.vitrine.experiments.report.Histograms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Silence, clipping, a mean that is not zero, samples that are no numbers. */
final class SignalProbe implements Probe {
    private static final String LEVELS = "levels";
    private static final String SILENCE = "silence";

    /** Below this peak nothing can be heard: -80 dB. */
    private static final double MUTE = 1e-4;

    private static final double MOSTLY = 0.5;
    private static final int CLIPPED_RUNS = 3;
    private static final double CLIPPED_SHARE = 1e-4;
    private static final double OFFSET = 0.01;
    private static final double OFFSET_OF_RMS = 0.1;

    /** Of so many of the items it is a property of the set. */
    private static final double MANY = 0.05;

    private static final int DRAWN = 30;

    /** An item and its levels. */
    private record Leveled(ItemFacts facts, Levels levels) {}

    @Override
    public Outcome look(Survey survey, CheckOptions options) {
        Outcome outcome = new Outcome();
        List<Leveled> all = new ArrayList<>();
        for (ItemFacts one : survey.facts()) {
            Levels levels = one.levels();
            if (levels != null) {
                all.add(new Leveled(one, levels));
            }
        }
        if (!all.isEmpty()) {
            facts(all, outcome);
            charts(survey, all, outcome);
            find(all, outcome);
        }
        return outcome;
    }

    private static void facts(List<Leveled> all, Outcome outcome) {
        double[] peaks = all.stream()
                .mapToDouble(one -> Words.decibels(one.levels().peak()))
                .sorted()
                .toArray();
        double silent = all.stream()
                .mapToDouble(one -> one.levels().silentShare() * one.facts().seconds())
                .sum();
        double seconds = all.stream().mapToDouble(one -> one.facts().seconds()).sum();
        outcome.fact("peaks", Words.format("%.1f to %.1f dB of full scale", peaks[0], peaks[peaks.length - 1]));
        outcome.fact("silence", Words.format("%.1f %% of the time, below -60 dB", 100 * silent / seconds));
    }

    private static void charts(Survey survey, List<Leveled> all, Outcome outcome) {
        double[] peaks = all.stream()
                .mapToDouble(one -> Words.decibels(one.levels().peak()))
                .toArray();
        double[] rms = all.stream()
                .mapToDouble(one -> Words.decibels(one.levels().rms()))
                .toArray();
        outcome.chart(new NamedChart(
                LEVELS,
                new Histograms(
                        "How loud the items of " + survey.set().name() + " are",
                        "dB of full scale",
                        1,
                        List.of(
                                new Histograms.Sample("highest sample", peaks),
                                new Histograms.Sample("root mean square", rms)))));
        List<String> classes = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int label = 0; label < survey.set().classes().size() && classes.size() < DRAWN; label++) {
            int wanted = label;
            List<Leveled> members =
                    all.stream().filter(one -> one.facts().item().has(wanted)).toList();
            if (!members.isEmpty()) {
                classes.add(survey.set().classes().get(label));
                shares.add(100
                        * members.stream()
                                .mapToDouble(one -> one.levels().silentShare())
                                .average()
                                .orElse(0));
            }
        }
        if (!classes.isEmpty()) {
            double[] values = shares.stream().mapToDouble(Double::doubleValue).toArray();
            outcome.chart(new NamedChart(
                    SILENCE,
                    new BarChart(
                            "How much of an item is silence (below -60 dB)",
                            "class",
                            "mean share of the item (%)",
                            classes,
                            List.of(new BarChart.Bars("silence", values)))));
        }
    }

    private static void find(List<Leveled> all, Outcome outcome) {
        tell(
                all,
                one -> one.levels().notFinite() > 0,
                Severity.SERIOUS,
                Topic.NUMBERS,
                "hold samples that are infinite or no number at all",
                LEVELS,
                "Leave them out or make them again: one such sample makes every weight not-a-number.",
                outcome);
        tell(
                all,
                one -> one.levels().notFinite() == 0 && one.levels().peak() < MUTE,
                Severity.SERIOUS,
                Topic.SILENCE,
                "are silent from beginning to end",
                SILENCE,
                "Leave them out: whatever their label says, it cannot be heard.",
                outcome);
        Predicate<Leveled> mostly =
                one -> one.levels().peak() >= MUTE && one.levels().silentShare() > MOSTLY;
        tell(
                all,
                mostly,
                ofMany(all, mostly),
                Topic.SILENCE,
                "are silent for more than half of their time",
                SILENCE,
                "Train and test on windows with sound in them, or take a mean over the loud frames.",
                outcome);
        Predicate<Leveled> clipped = one -> one.levels().clippedRuns() >= CLIPPED_RUNS
                && one.levels().clippedShare() > CLIPPED_SHARE
                && one.levels().peak() >= MUTE;
        tell(
                all,
                clipped,
                ofMany(all, clipped),
                Topic.CLIPPING,
                "are clipped: runs of three or more samples lie at their very top",
                LEVELS,
                "Record again more quietly; if one class is clipped more often, a network learns that.",
                outcome);
        tell(
                all,
                one -> Math.abs(one.levels().offset()) > OFFSET
                        && Math.abs(one.levels().offset())
                                > OFFSET_OF_RMS * one.levels().rms(),
                Severity.WARNING,
                Topic.OFFSET,
                "swing about another value than zero",
                LEVELS,
                "Subtract the mean, or leave out everything below 20 Hz.",
                outcome);
    }

    private static Severity ofMany(List<Leveled> all, Predicate<Leveled> wrong) {
        return all.stream().filter(wrong).count() > MANY * all.size() ? Severity.WARNING : Severity.NOTE;
    }

    private static void tell(
            List<Leveled> all,
            Predicate<Leveled> wrong,
            Severity severity,
            Topic topic,
            String what,
            String chart,
            String remedy,
            Outcome outcome) {
        List<ItemFacts> found = all.stream().filter(wrong).map(Leveled::facts).toList();
        if (!found.isEmpty()) {
            String sentence = Words.share(found.size(), all.size()) + " items " + what + ".";
            outcome.find(severity, topic, sentence, Survey.names(found), chart, remedy);
        }
    }
}
