package dev.vitrine.experiments.diagnosis;

import dev.vitrine.experiments.recipe.Split;
import dev.vitrine.experiments.report.BarChart;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Test clips of a class that was never learned. */
record MissingClass() implements Diagnosis {
    @Override
    public String fault() {
        return "class-missing-in-training";
    }

    @Override
    public Answer examine(Evidence evidence) {
        if (evidence.preflight().isEmpty()) {
            return Answer.notRecorded();
        }
        Map<String, Integer> labels = evidence.preflight().get().labels();
        List<String> classes = evidence.config().classes();
        List<Split> splits = evidence.config().splits();
        for (int fold = 0; fold < splits.size(); fold++) {
            double[] train = counts(splits.get(fold).train(), labels, classes.size());
            double[] test = counts(splits.get(fold).test(), labels, classes.size());
            for (int label = 0; label < test.length; label++) {
                if (test[label] > 0 && train[label] == 0) {
                    return found(classes, label, fold, train, test);
                }
            }
        }
        return Answer.clear();
    }

    private static double[] counts(List<String> clips, Map<String, Integer> labels, int classes) {
        double[] counts = new double[classes];
        for (String clip : clips) {
            int label = labels.getOrDefault(clip, -1);
            if (label >= 0) {
                counts[label]++;
            }
        }
        return counts;
    }

    private static Answer found(List<String> classes, int label, int fold, double[] train, double[] test) {
        return new Answer.Found(
                String.format(
                        Locale.ROOT,
                        "No clip of %s is learned from in fold %d, and %.0f of its test clips are: all of them will be"
                                + " judged wrongly.",
                        classes.get(label),
                        fold + 1,
                        test[label]),
                "Split so that every class is on both sides (--split group), or find more recordings of it.",
                new BarChart(
                        "%s: tested, never taught".formatted(classes.get(label)),
                        "class",
                        "clips of fold " + (fold + 1),
                        classes,
                        List.of(new BarChart.Bars("training", train), new BarChart.Bars("test", test))));
    }
}
