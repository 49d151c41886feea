package dev.vitrine.experiments.comparison;

import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.recipe.ClipVerdict;
import dev.vitrine.experiments.recipe.Cost;
import dev.vitrine.experiments.recipe.MetricsFile;
import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.RunConfig;
import dev.vitrine.experiments.recipe.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A run that came to its end.
 *
 * @param path its folder
 * @param metrics of each epoch
 * @param columns of the metrics
 * @param cost where it was written down
 */
public record FinishedRun(
        Path path,
        RunConfig config,
        Results results,
        List<String> columns,
        List<MetricsFile.Row> metrics,
        Optional<Cost> cost) {
    /**
     * Reads a run.
     *
     * @throws UserError if it is not done
     */
    public static FinishedRun of(RunFolder folder) throws IOException {
        Results results = folder.read(folder.results(), Results.class)
                .orElseThrow(() -> new UserError("%s is not done; go on with: vitrine train --resume %s"
                        .formatted(folder.path(), folder.path())));
        boolean measured = Files.isRegularFile(folder.metrics());
        return new FinishedRun(
                folder.path(),
                folder.readConfig(RunConfig.class),
                results,
                measured ? MetricsFile.columns(folder.metrics()) : List.of(),
                measured ? MetricsFile.read(folder.metrics()) : List.of(),
                folder.read(folder.cost(), Cost.class));
    }

    /** The true class of each test clip, by name. */
    Map<String, Integer> truths() {
        Map<String, Integer> truths = new TreeMap<>();
        results.verdicts().forEach(verdict -> truths.put(verdict.clip(), verdict.truth()));
        return truths;
    }

    /** Whether each test clip was judged rightly, by name. */
    Map<String, Boolean> right() {
        Map<String, Boolean> right = new TreeMap<>();
        for (ClipVerdict verdict : results.verdicts()) {
            right.put(verdict.clip(), verdict.right());
        }
        return right;
    }

    /** The mean over the folds of a measure, epoch by epoch, as far as all folds came. */
    double[] byEpoch(String column) {
        int value = columns.indexOf(column);
        int epoch = columns.indexOf("epoch");
        if (value < 0 || epoch < 0) {
            return new double[0];
        }
        Map<Integer, double[]> sums = new TreeMap<>();
        for (MetricsFile.Row row : metrics) {
            double[] sum = sums.computeIfAbsent(row.values().get(epoch).intValue(), e -> new double[2]);
            sum[0] += row.values().get(value);
            sum[1]++;
        }
        return sums.values().stream().mapToDouble(sum -> sum[0] / sum[1]).toArray();
    }
}
