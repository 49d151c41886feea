package dev.vitrine.experiments.diagnosis;

import dev.vitrine.experiments.preflight.Relatives;
import dev.vitrine.experiments.recipe.Split;
import dev.vitrine.experiments.report.BarChart;
import java.util.List;
import java.util.Locale;

/** Test clips that a model or a moment to stop could be chosen by. */
record TestChosenBy() implements Diagnosis {
    @Override
    public String fault() {
        return "test-used-for-selection";
    }

    @Override
    public Answer examine(Evidence evidence) {
        int tests = 0;
        int shared = 0;
        for (Split split : evidence.config().splits()) {
            Relatives relatives = evidence.relatives(split.validation());
            tests += split.test().size();
            shared += (int) split.test().stream()
                    .filter(clip -> relatives.of(clip).isPresent())
                    .count();
        }
        return shared == 0 ? Answer.clear() : found(shared, tests);
    }

    private static Answer found(int shared, int tests) {
        return new Answer.Found(
                String.format(
                        Locale.ROOT,
                        "%d of %d test clips (%.1f %%) are also validation clips, or their relatives: whoever keeps"
                                + " the epoch or the setting that validates best has chosen by the test.",
                        shared,
                        tests,
                        100.0 * shared / tests),
                "Choose by a validation part of its own, and judge the test part once.",
                new BarChart(
                        "%d of %d test clips had a say in validation".formatted(shared, tests),
                        "test clips",
                        "number of clips",
                        List.of("judged once, at the end", "seen in every validation"),
                        List.of(new BarChart.Bars("test clips", new double[] {(double) tests - shared, shared}))));
    }
}
