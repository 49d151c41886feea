package dev.vitrine.experiments.bench;

import dev.vitrine.experiments.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Works here and in other tools, for the terminal: of the turns that of the middle ratio, and how far the others strayed. */
public final class ComparedTables {
    private static final String NOTHING = "";

    private ComparedTables() {}

    /** Steps, then answers to one item, then the versions. */
    public static String of(List<Compared> all) {
        List<List<String>> steps = new ArrayList<>();
        List<List<String>> items = new ArrayList<>();
        for (Compared compared : all) {
            steps.add(ours(compared));
            for (int peer = 0; peer < compared.tools().size(); peer++) {
                steps.add(step(compared, peer));
                items.add(item(compared, peer));
            }
            if (compared.tools().size() > 1) {
                steps.add(best(compared));
            }
        }
        return new TextTable(List.of("work", "tool", "threads", "median", "min ms", "max ms", "ratio", "ratios"), steps)
                        .render()
                + "\n"
                + new TextTable(List.of("work", "one item in", "Vitrine ms", "there ms", "ratio", "ratios"), items)
                        .render()
                + "\n"
                + versions(all);
    }

    private static List<String> ours(Compared compared) {
        Timing ours = compared.middle(Compared.Turn::ratioToBest).ours();
        return List.of(
                compared.work().name(),
                "Vitrine",
                NOTHING,
                number(ours.median()),
                number(ours.min()),
                number(ours.max()),
                NOTHING,
                NOTHING);
    }

    private static List<String> step(Compared compared, int peer) {
        ToDoubleFunction<Compared.Turn> ratio = turn -> turn.ratio(peer);
        Peer.Times theirs = compared.middle(ratio).peers().get(peer);
        return List.of(
                compared.work().name(),
                theirs.tool().title(),
                Integer.toString(theirs.threads()),
                number(theirs.step().median()),
                number(theirs.step().min()),
                number(theirs.step().max()),
                number(ratio.applyAsDouble(compared.middle(ratio))),
                range(compared, ratio));
    }

    private static List<String> best(Compared compared) {
        ToDoubleFunction<Compared.Turn> ratio = Compared.Turn::ratioToBest;
        return List.of(
                compared.work().name(),
                "the best",
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                number(ratio.applyAsDouble(compared.middle(ratio))),
                range(compared, ratio));
    }

    private static List<String> item(Compared compared, int peer) {
        ToDoubleFunction<Compared.Turn> ratio = turn -> turn.itemRatio(peer);
        Compared.Turn middle = compared.middle(ratio);
        Peer.Times theirs = middle.peers().get(peer);
        return List.of(
                compared.work().name(),
                theirs.tool().title(),
                number(middle.item().median()),
                number(theirs.item().median()),
                number(ratio.applyAsDouble(middle)),
                range(compared, ratio));
    }

    private static String range(Compared compared, ToDoubleFunction<Compared.Turn> ratio) {
        List<Compared.Turn> sorted = compared.sortedBy(ratio);
        return number(ratio.applyAsDouble(sorted.get(0))) + " to "
                + number(ratio.applyAsDouble(sorted.get(sorted.size() - 1)));
    }

    private static String versions(List<Compared> all) {
        return all.stream()
                .flatMap(compared -> compared.turns().get(0).peers().stream())
                .map(times -> times.tool().title() + " " + times.version())
                .distinct()
                .collect(Collectors.joining(", ", "Beside it: ", ".\n"));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
