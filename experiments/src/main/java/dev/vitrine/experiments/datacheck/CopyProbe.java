package dev.vitrine.experiments.datacheck;

import dev.vitrine.audio.dataset.Embedding;
import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.fingerprint.SharedStretch;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.experiments.report.SmallMultiples;
import dev.vitrine.experiments.report.SmallMultiples.Panel;
import dev.vitrine.experiments.report.Tiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Items with the same content, items that share a stretch of sound, and their labels. */
final class CopyProbe implements Probe {
    private static final String COPIES = "copies";
    private static final String OVERLAPS = "overlaps";
    private static final int DRAWN = 2;
    private static final int TOLD = 3;
    private static final int POINTS = 2000;

    @Override
    public Outcome look(Survey survey, CheckOptions options) throws IOException {
        Outcome outcome = new Outcome();
        Sides sides = Sides.ofChosen(options);
        int more = survey.copies().stream().mapToInt(same -> same.size() - 1).sum();
        outcome.fact("copies", more == 0 ? "none" : Words.count(more, "item is", "items are") + " there already");
        if (survey.isSound()) {
            int pairs = survey.overlaps().size();
            outcome.fact("overlaps", pairs == 0 ? "none" : Words.count(pairs, "pair shares", "pairs share") + " sound");
        }
        copies(survey, sides, outcome);
        labels(survey, outcome);
        overlaps(survey, sides, outcome);
        mixedGroups(survey, outcome);
        charts(survey, sides, outcome);
        return outcome;
    }

    private static void copies(Survey survey, Sides sides, Outcome outcome) {
        List<List<ItemFacts>> torn = new ArrayList<>();
        List<List<ItemFacts>> rest = new ArrayList<>();
        survey.copies().forEach(same -> (sides.tear(items(same)) ? torn : rest).add(same));
        for (List<ItemFacts> same : torn.stream().limit(TOLD).toList()) {
            outcome.find(
                    Severity.SERIOUS,
                    Topic.COPIES,
                    Words.count(same.size(), "item", "items") + " hold the same content, value by value, and the split "
                            + "trains on one and tests on another: "
                            + sides(items(same), sides) + ".",
                    Survey.names(same),
                    COPIES,
                    "Keep one of them, or put all of them on one side.");
        }
        if (torn.size() > TOLD) {
            outcome.find(
                    Severity.SERIOUS,
                    Topic.COPIES,
                    Words.count(torn.size() - TOLD, "more copied item is", "more copied items are")
                            + " trained on and tested on by the split.",
                    names(torn.subList(TOLD, torn.size())),
                    COPIES,
                    "Keep one of each, or put all of them on one side.");
        }
        if (!rest.isEmpty()) {
            int items = rest.stream().mapToInt(List::size).sum();
            List<ItemFacts> largest =
                    rest.stream().max(Comparator.comparing(List::size)).orElseThrow();
            outcome.find(
                    Severity.WARNING,
                    Topic.COPIES,
                    Words.format(
                            "%,d items hold only %s between them; one of these stands %d times.",
                            items, Words.count(rest.size(), "content", "different contents"), largest.size()),
                    names(rest),
                    COPIES,
                    "Keep one of each: a copy counts twice, and a split by another seed may tear them apart.");
        }
    }

    private static void labels(Survey survey, Outcome outcome) {
        List<List<ItemFacts>> conflicts = survey.copies().stream()
                .filter(same -> same.stream()
                                .map(one -> Set.copyOf(one.item().labels()))
                                .distinct()
                                .count()
                        > 1)
                .toList();
        for (List<ItemFacts> same : conflicts.stream().limit(TOLD).toList()) {
            outcome.find(
                    Severity.SERIOUS,
                    Topic.LABELS,
                    "One and the same content is labelled " + labels(survey, items(same)) + ".",
                    Survey.names(same),
                    COPIES,
                    "Listen, and correct the label or leave the item out: no network can be right on both.");
        }
        if (conflicts.size() > TOLD) {
            outcome.find(
                    Severity.SERIOUS,
                    Topic.LABELS,
                    Words.count(conflicts.size() - TOLD, "more content has", "more contents have") + " several labels.",
                    names(conflicts.subList(TOLD, conflicts.size())),
                    COPIES,
                    "Listen, and correct the labels or leave the items out.");
        }
    }

    private static String labels(Survey survey, List<Item> items) {
        Set<String> words = new LinkedHashSet<>();
        for (Item item : items) {
            words.add(item.labels().stream()
                    .map(label -> survey.set().classes().get(label))
                    .reduce((a, b) -> a + " + " + b)
                    .orElse("nothing"));
        }
        return String.join(" and ", words);
    }

    private static void overlaps(Survey survey, Sides sides, Outcome outcome) {
        List<SharedStretch> known = new ArrayList<>();
        List<SharedStretch> apart = new ArrayList<>();
        List<SharedStretch> torn = new ArrayList<>();
        for (SharedStretch stretch : survey.overlaps()) {
            List<Item> pair = pair(survey, stretch);
            boolean related = pair.get(0).group().equals(pair.get(1).group());
            (sides.tear(pair) ? torn : related ? known : apart).add(stretch);
        }
        tell(survey, torn, Severity.SERIOUS, "and the split trains on one and tests on the other", outcome);
        tell(survey, apart, Severity.WARNING, "and the set's groups do not know it", outcome);
        tell(survey, known, Severity.NOTE, "and stand in one group, which a split by group keeps together", outcome);
        List<SharedStretch> conflicts = survey.overlaps().stream()
                .filter(stretch -> {
                    List<Item> pair = pair(survey, stretch);
                    return !pair.get(0).labels().equals(pair.get(1).labels());
                })
                .toList();
        if (!conflicts.isEmpty()) {
            outcome.find(
                    Severity.WARNING,
                    Topic.LABELS,
                    Words.count(conflicts.size(), "pair of items shares", "pairs of items share")
                            + " sound and differ in their labels.",
                    pairNames(survey, conflicts),
                    OVERLAPS,
                    "Listen: both classes may be heard, or a label is wrong.");
        }
    }

    private static void tell(Survey survey, List<SharedStretch> some, Severity severity, String and, Outcome outcome) {
        if (some.isEmpty()) {
            return;
        }
        double longest = some.stream().mapToDouble(SharedStretch::seconds).max().orElseThrow();
        outcome.find(
                severity,
                Topic.OVERLAPS,
                Words.format(
                        "%s up to %.1f s of sound, %s.",
                        Words.count(some.size(), "pair of items shares", "pairs of items share"), longest, and),
                pairNames(survey, some),
                OVERLAPS,
                severity == Severity.NOTE ? "Split by group." : "Give such items one group, and split by group.");
    }

    /** A recording that was cut into clips of several classes. */
    private static void mixedGroups(Survey survey, Outcome outcome) {
        Map<String, List<Item>> groups = new TreeMap<>();
        survey.set().items().stream()
                .filter(item -> item.labels().size() == 1)
                .forEach(item -> groups.computeIfAbsent(item.group(), group -> new ArrayList<>())
                        .add(item));
        List<Item> mixed = groups.values().stream()
                .filter(items -> items.stream().map(Item::label).distinct().count() > 1)
                .flatMap(List::stream)
                .toList();
        if (!mixed.isEmpty()) {
            long count = mixed.stream().map(Item::group).distinct().count();
            outcome.find(
                    Severity.NOTE,
                    Topic.LABELS,
                    Words.format(
                            "%s in items of several classes, %d items in all.",
                            Words.count(
                                    count,
                                    survey.set().groups().word() + " stands",
                                    survey.set().groups().word() + "s stand"),
                            mixed.size()),
                    mixed.stream().map(Item::name).toList(),
                    "",
                    "Listen to them: one class may be heard in the items of the other.");
        }
    }

    private static String sides(List<Item> items, Sides sides) {
        return items.stream()
                .limit(TOLD)
                .map(item -> item.name() + " (" + sides.side(item, items) + ")")
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private static List<Item> items(List<ItemFacts> facts) {
        return facts.stream().map(ItemFacts::item).toList();
    }

    private static List<String> names(List<List<ItemFacts>> copies) {
        return copies.stream()
                .map(same -> String.join(" = ", Survey.names(same)))
                .toList();
    }

    private static List<Item> pair(Survey survey, SharedStretch stretch) {
        return List.of(
                survey.facts().get(stretch.first()).item(),
                survey.facts().get(stretch.second()).item());
    }

    private static List<String> pairNames(Survey survey, List<SharedStretch> some) {
        return some.stream()
                .map(stretch -> pair(survey, stretch))
                .map(pair -> pair.get(0).name() + " ~ " + pair.get(1).name())
                .toList();
    }

    private static void charts(Survey survey, Sides sides, Outcome outcome) throws IOException {
        if (!survey.isSound()) {
            embeddings(survey, outcome);
            return;
        }
        List<Panel> copies = new ArrayList<>();
        List<List<ItemFacts>> first = survey.copies().stream()
                .sorted(Comparator.comparing(same -> !sides.tear(items(same))))
                .limit(DRAWN)
                .toList();
        for (List<ItemFacts> same : first) {
            for (ItemFacts one : same.subList(0, 2)) {
                copies.add(panel(one, side(one, items(same), sides), 0, one.seconds()));
            }
        }
        if (!copies.isEmpty()) {
            String title = "The same sound under two names";
            outcome.chart(new NamedChart(COPIES, new SmallMultiples(title, "time (s)", "amplitude", 2, copies)));
        }
        List<Panel> shared = new ArrayList<>();
        for (SharedStretch stretch : survey.overlaps().stream()
                .sorted(Comparator.comparing((SharedStretch some) -> !sides.tear(pair(survey, some)))
                        .thenComparing(SharedStretch::errorRate))
                .limit(DRAWN)
                .toList()) {
            ItemFacts one = survey.facts().get(stretch.first());
            ItemFacts other = survey.facts().get(stretch.second());
            double length = Math.min(one.seconds() - stretch.firstAt(), other.seconds() - stretch.secondAt());
            List<Item> pair = pair(survey, stretch);
            shared.add(panel(one, side(one, pair, sides), stretch.firstAt(), length));
            shared.add(panel(other, side(other, pair, sides), stretch.secondAt(), length));
        }
        if (!shared.isEmpty()) {
            String title = "The stretch that two items share, cut out of each of them";
            outcome.chart(new NamedChart(
                    OVERLAPS, new SmallMultiples(title, "time in the stretch (s)", "amplitude", 2, shared)));
        }
    }

    private static void embeddings(Survey survey, Outcome outcome) {
        List<Tiles.Matrix> matrices = new ArrayList<>();
        for (ItemFacts one : survey.copies().stream()
                .limit(1)
                .flatMap(same -> same.stream().limit(2))
                .toList()) {
            if (one.item().content() instanceof Embedding embedding) {
                float[] flat = embedding.values();
                double[] values = new double[flat.length];
                for (int i = 0; i < flat.length; i++) {
                    values[i] = flat[i];
                }
                matrices.add(Tiles.Matrix.ofFlat(one.item().name(), values, embedding.frames()));
            }
        }
        if (!matrices.isEmpty()) {
            String title = "The same content under two names";
            outcome.chart(new NamedChart(COPIES, new Tiles(title, "frame", "number", "value", 1, matrices)));
        }
    }

    private static String side(ItemFacts one, List<Item> among, Sides sides) {
        String side = sides.side(one.item(), among);
        return side.isEmpty() ? "" : (side.equals("train") ? "trained on" : "tested on");
    }

    /** The waveform, as its extremes: one point for the highest and one for the lowest sample of each piece. */
    private static Panel panel(ItemFacts one, String side, double from, double seconds) throws IOException {
        Waveform sound = ItemFacts.sound(one.item().content()).cut(from, from + seconds);
        float[] x = sound.samples();
        int pieces = Math.min(POINTS / 2, Math.max(1, x.length / 2));
        double[] times = new double[2 * pieces];
        double[] values = new double[2 * pieces];
        for (int piece = 0; piece < pieces; piece++) {
            int begin = (int) ((long) x.length * piece / pieces);
            int end = (int) ((long) x.length * (piece + 1) / pieces);
            float low = 0;
            float high = 0;
            for (int i = begin; i < end; i++) {
                low = Float.isFinite(x[i]) ? Math.min(low, x[i]) : low;
                high = Float.isFinite(x[i]) ? Math.max(high, x[i]) : high;
            }
            times[2 * piece] = (double) begin / sound.sampleRate();
            times[2 * piece + 1] = (begin + 0.5) / sound.sampleRate();
            values[2 * piece] = low;
            values[2 * piece + 1] = high;
        }
        return new Panel(one.item().name(), side, times, values);
    }
}
