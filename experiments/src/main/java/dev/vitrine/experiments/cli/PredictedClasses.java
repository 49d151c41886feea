package dev.vitrine.experiments.cli;

import dev.vitrine.experiments.recipe.ClipVerdict;
import dev.vitrine.experiments.recipe.TrainedRun;
import dev.vitrine.experiments.report.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What is said of files: the likeliest classes of each, at most five. */
final class PredictedClasses {
    private static final int MOST = 5;

    private PredictedClasses() {}

    static String table(List<String> classes, List<TrainedRun.Judged> judged) {
        List<List<String>> rows = new ArrayList<>();
        for (TrainedRun.Judged each : judged) {
            ClipVerdict verdict = each.verdict();
            List<Integer> order = IntStream.range(0, classes.size())
                    .boxed()
                    .sorted(Comparator.comparing(label -> -verdict.probability(label)))
                    .limit(MOST)
                    .toList();
            String file = verdict.clip() + (each.seenInTraining() ? " (trained on)" : "");
            for (int rank = 0; rank < order.size(); rank++) {
                rows.add(List.of(
                        rank == 0 ? file : "",
                        classes.get(order.get(rank)),
                        String.format(Locale.ROOT, "%.3f", verdict.probability(order.get(rank)))));
            }
        }
        return new TextTable(List.of("file", "class", "probability"), rows).render();
    }
}
