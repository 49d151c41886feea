package dev.vitrine.experiments.diagnosis;

import dev.vitrine.experiments.preflight.Relatives;
import dev.vitrine.experiments.preflight.Relatives.Bond;
import dev.vitrine.experiments.preflight.Relatives.Relative;
import dev.vitrine.experiments.recipe.ClipVerdict;
import dev.vitrine.experiments.recipe.Split;
import dev.vitrine.experiments.report.BarChart;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Test clips that the network has learned from, or whose relatives it has learned from. */
record Leak() implements Diagnosis {
    private static final int NAMED = 3;

    @Override
    public String fault() {
        return "leak";
    }

    /** What was found, over all folds. */
    private static final class Tally {
        private final Map<Bond, Integer> counts = new EnumMap<>(Bond.class);
        private final List<String> examples = new ArrayList<>();
        private final int[] right = new int[2];
        private final int[] all = new int[2];

        void add(String clip, Optional<Relative> relative, Map<String, ClipVerdict> verdicts) {
            int leaks = relative.isPresent() ? 1 : 0;
            all[leaks]++;
            ClipVerdict verdict = verdicts.get(clip);
            right[leaks] += verdict != null && verdict.right() ? 1 : 0;
            relative.ifPresent(found -> {
                counts.merge(found.bond(), 1, Integer::sum);
                if (examples.size() < NAMED) {
                    examples.add(found.bond() == Bond.SAME_CLIP ? clip : "%s beside %s".formatted(clip, found.clip()));
                }
            });
        }
    }

    @Override
    public Answer examine(Evidence evidence) {
        Tally tally = new Tally();
        Map<String, ClipVerdict> verdicts = evidence.verdicts();
        for (Split split : evidence.config().splits()) {
            Relatives relatives = evidence.relatives(split.train());
            split.test().forEach(clip -> tally.add(clip, relatives.of(clip), verdicts));
        }
        return tally.all[1] == 0 ? Answer.clear() : found(tally, !verdicts.isEmpty());
    }

    private static Answer found(Tally tally, boolean judged) {
        int tests = tally.all[0] + tally.all[1];
        List<String> kinds = new ArrayList<>();
        tally.counts.forEach((bond, count) -> kinds.add("%d as %s".formatted(count, bond.words())));
        String sentence = String.format(
                Locale.ROOT,
                "%d of %d test clips (%.1f %%) are known from training: %s; %s%s",
                tally.all[1],
                tests,
                100.0 * tally.all[1] / tests,
                String.join(", ", kinds),
                String.join(", ", tally.examples),
                tally.all[1] > tally.examples.size() ? ", ..." : "");
        return new Answer.Found(
                sentence + (judged && tally.all[0] > 0 ? inflation(tally) : "") + ".",
                "Split by recording (--protocol leak-free); the score says how well it remembers, not how well it hears.",
                chart(tally));
    }

    private static String inflation(Tally tally) {
        return String.format(
                Locale.ROOT,
                "; it is right on %.1f %% of those and on %.1f %% of the others",
                100.0 * tally.right[1] / tally.all[1],
                100.0 * tally.right[0] / tally.all[0]);
    }

    private static BarChart chart(Tally tally) {
        List<String> kinds = new ArrayList<>(List.of("unknown to it"));
        List<Double> counts = new ArrayList<>(List.of((double) tally.all[0]));
        for (Bond bond : Bond.values()) {
            kinds.add(
                    switch (bond) {
                        case SAME_CLIP -> "same clip";
                        case SAME_SOUND -> "same sound";
                        case SAME_GROUP -> "same source";
                    });
            counts.add((double) tally.counts.getOrDefault(bond, 0));
        }
        return new BarChart(
                "%d of %d test clips are known from training".formatted(tally.all[1], tally.all[0] + tally.all[1]),
                "what a test clip shares with a training clip",
                "test clips",
                kinds,
                List.of(new BarChart.Bars(
                        "test clips",
                        counts.stream().mapToDouble(Double::doubleValue).toArray())));
    }
}
