package dev.vitrine.experiments.datacheck;

import dev.vitrine.audio.dataset.Item;
import dev.vitrine.experiments.dataset.SplitKind;
import dev.vitrine.experiments.report.BarChart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How many items are tested whose relatives were trained on. */
final class SplitProbe implements Probe {
    private static final String CHART = "leaks";

    /** From this share of the tested items on, a score means something else. */
    private static final double MUCH = 0.01;

    @Override
    public Outcome look(Survey survey, CheckOptions options) {
        Outcome outcome = new Outcome();
        Kin kin = new Kin(survey);
        List<String> names = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        boolean chosen = true;
        for (Parting parting : options.partings()) {
            List<Item> leaks = parting.turns().stream()
                    .flatMap(turn -> kin.leaks(turn).stream())
                    .toList();
            int tests = Math.max(1, parting.tests());
            names.add(parting.words());
            shares.add(100.0 * leaks.size() / tests);
            tell(survey, parting, leaks, chosen, outcome);
            chosen = false;
        }
        if (!names.isEmpty()) {
            outcome.chart(new NamedChart(
                    CHART,
                    new BarChart(
                            "Tested items that have a relative in the training part",
                            "split",
                            "share of the tested items (%)",
                            names,
                            List.of(new BarChart.Bars(
                                    "share",
                                    shares.stream()
                                            .mapToDouble(Double::doubleValue)
                                            .toArray())))));
        }
        return outcome;
    }

    private static void tell(Survey survey, Parting parting, List<Item> leaks, boolean chosen, Outcome outcome) {
        String count = Words.share(leaks.size(), parting.tests());
        outcome.fact(
                chosen ? "split" : "for comparison",
                parting.words() + ": " + count + " tested items have a relative in the training part");
        if (leaks.isEmpty()) {
            return;
        }
        String why = survey.set().groups().word() + " or share sound with it";
        Set<String> groups = new LinkedHashSet<>();
        leaks.forEach(item -> groups.add(item.group()));
        if (chosen) {
            outcome.find(
                    leaks.size() > MUCH * parting.tests() ? Severity.SERIOUS : Severity.WARNING,
                    Topic.SPLIT,
                    "Split " + parting.words() + ": " + count + " tested items are of one " + why
                            + " with an item that was trained on (" + Words.count(groups.size(), "group", "groups")
                            + ").",
                    leaks.stream().map(Item::name).toList(),
                    CHART,
                    parting.kind() == SplitKind.GROUP
                            ? "Give items that share sound one group, or leave one of them out."
                            : "Split by group (--split group), and say how much the score falls.");
        } else {
            outcome.find(
                    Severity.NOTE,
                    Topic.SPLIT,
                    "A random split of 80 to 20 (as scikit-learn makes it with seed 42) would test on " + count
                            + " items with a relative in the training part.",
                    leaks.stream().map(Item::name).toList(),
                    CHART,
                    "Do not split this set at random.");
        }
    }
}
