package dev.vitrine.experiments.datacheck;

import dev.vitrine.audio.dataset.Folds;
import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.experiments.report.BarChart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How many items and groups each class has. */
final class ClassProbe implements Probe {
    private static final String CHART = "classes";
    private static final int ALL_DRAWN = 20;
    private static final int ENDS_DRAWN = 12;

    /** From here on a constant answer looks good. */
    private static final double UNEVEN = 5;

    /** From here on it is worth a word. */
    private static final double NOTABLE = 1.2;

    /** One class counted. */
    private record Counted(String name, int items, int groups) {}

    @Override
    public Outcome look(Survey survey, CheckOptions options) {
        Outcome outcome = new Outcome();
        ItemSet set = survey.set();
        List<Counted> classes = counted(set);
        List<Counted> present = classes.stream().filter(one -> one.items() > 0).toList();
        outcome.fact(
                "items",
                Words.format(
                        "%,d of %d classes, each %s counted once: %,d; %s",
                        set.items().size(),
                        present.size(),
                        set.groups().word(),
                        set.groupCount(),
                        set.folds().isEmpty()
                                ? "no official folds"
                                : set.folds().size() + " official folds"));
        if (!present.isEmpty()) {
            outcome.chart(new NamedChart(CHART, chart(set, present)));
            absent(classes, outcome);
            balance(set, present, outcome);
            scarce(set, options, outcome);
        }
        return outcome;
    }

    private static List<Counted> counted(ItemSet set) {
        List<Counted> classes = new ArrayList<>();
        for (int label = 0; label < set.classes().size(); label++) {
            int wanted = label;
            List<Item> members =
                    set.items().stream().filter(item -> item.has(wanted)).toList();
            int groups = (int) members.stream().map(Item::group).distinct().count();
            classes.add(new Counted(set.classes().get(label), members.size(), groups));
        }
        classes.sort(Comparator.comparing(Counted::items).reversed());
        return classes;
    }

    private static BarChart chart(ItemSet set, List<Counted> present) {
        int half = ENDS_DRAWN / 2;
        boolean all = present.size() <= ALL_DRAWN;
        List<Counted> drawn = all
                ? present
                : Stream.concat(present.stream().limit(half), present.stream().skip(present.size() - half))
                        .toList();
        String title = all
                ? "Items of each class of " + set.name()
                : "The " + half + " most and the " + half + " least frequent of " + present.size() + " classes of "
                        + set.name();
        List<BarChart.Bars> bars = new ArrayList<>();
        bars.add(new BarChart.Bars(
                "items", drawn.stream().mapToDouble(Counted::items).toArray()));
        if (set.isGrouped()) {
            String name = "different: one " + set.groups().word() + " counted once";
            bars.add(new BarChart.Bars(
                    name, drawn.stream().mapToDouble(Counted::groups).toArray()));
        }
        return new BarChart(
                title, "class", "number", drawn.stream().map(Counted::name).toList(), bars);
    }

    private static void absent(List<Counted> classes, Outcome outcome) {
        List<String> absent = classes.stream()
                .filter(one -> one.items() == 0)
                .map(Counted::name)
                .toList();
        if (!absent.isEmpty()) {
            outcome.find(
                    Severity.NOTE,
                    Topic.CLASSES,
                    Words.count(absent.size(), "class has", "classes have") + " no item.",
                    absent,
                    CHART,
                    "Leave their outputs out, or do not count them in a mean over classes.");
        }
    }

    private static void balance(ItemSet set, List<Counted> present, Outcome outcome) {
        Counted most = present.get(0);
        Counted least = present.get(present.size() - 1);
        double ratio = (double) most.items() / least.items();
        double majority = 100.0 * most.items() / set.items().size();
        outcome.fact(
                "classes",
                most.items() == least.items()
                        ? Words.format("%,d items of each", most.items())
                        : Words.format(
                                "%,d items (%s) to %,d (%s); %.1f %% of the items show the first",
                                most.items(), most.name(), least.items(), least.name(), majority));
        if (ratio >= NOTABLE) {
            outcome.find(
                    ratio >= UNEVEN ? Severity.WARNING : Severity.NOTE,
                    Topic.CLASSES,
                    Words.format(
                            "%s has %,d items, %.3g times as many as %s: who always says %s is right %.1f %% of the time.",
                            most.name(), most.items(), ratio, least.name(), most.name(), majority),
                    List.of(),
                    CHART,
                    "Weigh the classes in the loss or draw them equally often; report balanced accuracy.");
        }
    }

    private static void scarce(ItemSet set, CheckOptions options, Outcome outcome) {
        int parts = options.partings().isEmpty()
                ? 2
                : Math.max(2, options.partings().get(0).turns().size());
        List<Folds.Scarce> scarce = set.isGrouped() ? Folds.scarce(set.items(), parts) : List.of();
        if (!scarce.isEmpty()) {
            outcome.find(
                    Severity.WARNING,
                    Topic.CLASSES,
                    Words.format(
                            "%s fewer %ss than the split has parts (%d): some parts test without them, and a class of one"
                                    + " is tested without having been learned.",
                            Words.count(scarce.size(), "class has", "classes have"),
                            set.groups().word(),
                            parts),
                    scarce.stream()
                            .map(one ->
                                    (one.label() < 0 ? "unknown" : set.classes().get(one.label())) + " (" + one.groups()
                                            + ")")
                            .toList(),
                    CHART,
                    "Read the score of these classes with care, or split into fewer parts.");
        }
    }
}
