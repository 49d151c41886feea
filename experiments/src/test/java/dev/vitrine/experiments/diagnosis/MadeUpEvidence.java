package dev.vitrine.experiments.diagnosis;

import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.experiments.preflight.Inputs;
import dev.vitrine.experiments.preflight.Preflight;
import dev.vitrine.experiments.preflight.Provenance;
import dev.vitrine.experiments.preflight.Scales;
import dev.vitrine.experiments.preflight.Summaries;
import dev.vitrine.experiments.recipe.ClipVerdict;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Hearing;
import dev.vitrine.experiments.recipe.LabelColumn;
import dev.vitrine.experiments.recipe.MetricsFile;
import dev.vitrine.experiments.recipe.Plan;
import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.RunConfig;
import dev.vitrine.experiments.recipe.Score;
import dev.vitrine.experiments.recipe.Split;
import dev.vitrine.experiments.recipe.Training;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a healthy run of two classes would leave behind, with changes that one asks for. */
final class MadeUpEvidence {
    private static final int TEST = 60;
    private static final int TRAIN = 100;

    private final Map<String, Integer> labels = new HashMap<>();
    private final List<String> train = new ArrayList<>();
    private final List<String> test = new ArrayList<>();
    private final List<ClipVerdict> verdicts = new ArrayList<>();
    private final List<ClipVerdict> linear = new ArrayList<>();
    private final Map<String, HostArray> weights = new HashMap<>();
    private double trainRight = 0.96;
    private double loss = 0.3;
    private double gradient = 0.1;
    private double update = 0.003;
    private double dead;
    private Hearing hearing = Hearing.ALL;
    private List<LabelColumn> columns = List.of();

    /** Verdicts of the network: how many of {@code TEST} clips are judged to be of class 1, of each class. */
    static MadeUpEvidence healthy() {
        return new MadeUpEvidence(0.5, 3, 28);
    }

    /**
     * A run.
     *
     * @param share of class 1 among all clips
     * @param wrongly clips of class 0 that are judged to be of class 1
     * @param rightly clips of class 1 that are judged to be so
     */
    MadeUpEvidence(double share, int wrongly, int rightly) {
        int ones = (int) (share * TEST);
        for (int i = 0; i < TEST; i++) {
            String name = "test" + i;
            int truth = i < ones ? 1 : 0;
            boolean one = truth == 1 ? i < rightly : i < ones + wrongly;
            test.add(name);
            labels.put(name, truth);
            verdicts.add(verdict(name, truth, one ? 1 : 0));
            linear.add(verdict(name, truth, i % 10 == 0 ? 1 - truth : truth));
        }
        for (int i = 0; i < TRAIN; i++) {
            train.add("train" + i);
            labels.put("train" + i, i < share * TRAIN ? 1 : 0);
        }
        array("features.0.weight", Shape.of(2, 1, 3), 0.5);
        array("features.1.weight", Shape.of(2), 1);
        array("features.1.running_mean", Shape.of(2), 0.2);
        array("features.1.running_var", Shape.of(2), 0.7);
        array("classifier.weight", Shape.of(2, 2), 0.5);
    }

    private static ClipVerdict verdict(String clip, int truth, int said) {
        return new ClipVerdict(clip, truth, List.of(new ClipVerdict.Part(List.of(1.0 - said, 1.0 * said), true)));
    }

    MadeUpEvidence array(String path, Shape shape, double value) {
        weights.put(
                path,
                new HostArray(
                        shape,
                        Collections.nCopies(shape.elements(), value).stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray()));
        return this;
    }

    MadeUpEvidence trainRight(double share) {
        trainRight = share;
        return this;
    }

    MadeUpEvidence loss(double value) {
        loss = value;
        return this;
    }

    MadeUpEvidence gradient(double value) {
        gradient = value;
        return this;
    }

    MadeUpEvidence update(double value) {
        update = value;
        return this;
    }

    MadeUpEvidence hearing(Hearing other) {
        hearing = other;
        return this;
    }

    MadeUpEvidence columns(LabelColumn... some) {
        columns = List.of(some);
        return this;
    }

    /** Clips of class 1 are not learned from. */
    MadeUpEvidence withoutYesInTraining() {
        train.removeIf(name -> Integer.valueOf(1).equals(labels.get(name)));
        return this;
    }

    MadeUpEvidence dead(double share) {
        dead = share;
        return this;
    }

    Evidence build() {
        Score score = Score.of(2, verdicts);
        return new Evidence(
                new RunConfig(
                        "made-up",
                        Map.of(),
                        new Plan(3, 10, 16, Plan.Optimization.SGD, 0.1, Plan.Decay.CONSTANT, 1, 1),
                        DataSource.synthesised(10, 1),
                        Map.of(),
                        List.of("no", "yes"),
                        List.of(new Split(train, List.of("validation"), test)),
                        "java",
                        "java",
                        List.of()),
                Optional.of(new Results(score, List.of(score), Score.of(2, linear), verdicts, linear)),
                Optional.of(metrics()),
                Optional.of(layers()),
                Optional.of(batches()),
                Optional.of(new Preflight(
                        List.of(),
                        labels,
                        Map.of(),
                        new Inputs(List.of(), List.of(), List.of()),
                        new Inputs(List.of(), List.of(), List.of()),
                        new Scales(List.of()),
                        List.of(),
                        new Summaries(10, 0, 20, 10, 18, 10))),
                Optional.of(new Provenance(hearing, columns)),
                Optional.empty(),
                weights);
    }

    private Columns metrics() {
        List<MetricsFile.Row> rows = new ArrayList<>();
        for (int epoch = 1; epoch <= 3; epoch++) {
            rows.add(new MetricsFile.Row(10L * epoch, List.of(1.0, (double) epoch, 0.1, loss, trainRight, 0.88, 0.88)));
        }
        return new Columns(Training.COLUMNS, rows);
    }

    private Columns layers() {
        List<String> names = new ArrayList<>(List.of("fold", "epoch"));
        for (String path : List.of("features.0.weight", "features.1.weight", "classifier.weight")) {
            names.addAll(List.of("gradient:" + path, "weight:" + path, "update:" + path));
        }
        names.add("dead:features.2");
        List<MetricsFile.Row> rows = new ArrayList<>();
        for (int epoch = 1; epoch <= 3; epoch++) {
            List<Double> row = new ArrayList<>(List.of(1.0, (double) epoch));
            row.addAll(List.of(gradient, 1.0, update, 0.1, 1.0, update, 0.2, 1.0, update, dead));
            rows.add(new MetricsFile.Row(10L * epoch, row));
        }
        return new Columns(names, rows);
    }

    private static Columns batches() {
        List<MetricsFile.Row> rows = new ArrayList<>();
        for (int batch = 1; batch <= 30; batch++) {
            rows.add(new MetricsFile.Row(batch, List.of(1.0, (double) batch, 8.0 + batch % 3, 8.0 - batch % 3)));
        }
        return new Columns(List.of("fold", "batch", "class_0", "class_1"), rows);
    }
}
