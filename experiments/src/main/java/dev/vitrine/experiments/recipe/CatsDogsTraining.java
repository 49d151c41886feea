package dev.vitrine.experiments.recipe;

import static dev.vitrine.engine.op.loss.BceWithLogits.bceWithLogits;

import dev.vitrine.audio.dataset.Clip;
import dev.vitrine.audio.dataset.ClipSet;
import dev.vitrine.audio.dataset.SegmentSampler;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.optim.Schedule;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.train.Batch;
import dev.vitrine.engine.train.Batches;
import dev.vitrine.engine.train.TrainingLoop;
import dev.vitrine.experiments.model.CatsDogsNet;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trains the cats-dogs network, fold by fold, and judges the clips that each fold has not seen.
 *
 * <p>After each epoch the state is saved. A run that was stopped or killed goes on from there to the same bits: batches
 * are a function of the step, and the state holds all that a step changes.
 */
public final class CatsDogsTraining {
    /** Columns of metrics.csv behind the step. */
    public static final List<String> COLUMNS = List.of(
            "fold",
            "epoch",
            "learning_rate",
            "loss",
            "train_second_accuracy",
            "validation_second_accuracy",
            "validation_clip_accuracy");

    /** Is told how training goes, and may end it. */
    public interface Watcher {
        /** False ends the run; it can go on from the last saved epoch. */
        boolean goOn();

        /** Steps done over all folds, and the mean loss of late. */
        void progress(long step, double loss);

        /** An epoch is over and saved; accuracy is per second, 0 to 1. */
        void epoch(int fold, int epoch, double validationAccuracy);
    }

    private final RunFolder folder;
    private final RunConfig config;
    private final ClipSet clips;
    private final Device device;
    private final Watcher watcher;

    /** Training of {@code config} on {@code clips}; what is in {@code folder} already is gone on from. */
    public CatsDogsTraining(RunFolder folder, RunConfig config, ClipSet clips, Device device, Watcher watcher) {
        this.folder = folder;
        this.config = config;
        this.clips = clips;
        this.device = device;
        this.watcher = watcher;
    }

    /**
     * Trains all folds.
     *
     * @return the verdicts on all test clips, each by the fold that has not seen it, or empty if the watcher ended it
     */
    public Optional<List<ClipVerdict>> run() throws IOException {
        List<ClipVerdict> verdicts = new ArrayList<>();
        for (int index = 0; index < config.splits().size(); index++) {
            Fold fold = new Fold(folder.checkpoints(), index, config.plan(), device);
            if (fold.exists(Fold.LAST)) {
                fold.load(Fold.LAST);
            }
            if (!train(fold, index)) {
                return Optional.empty();
            }
            verdicts.addAll(judge(fold, config.splits().get(index).test()));
        }
        return Optional.of(verdicts);
    }

    private List<ClipVerdict> judge(Fold fold, List<String> names) {
        return new Judge(fold.network(), config.plan().segmenting()).judge(Split.named(clips, names));
    }

    /** True if the fold came to its end. */
    private boolean train(Fold fold, int index) throws IOException {
        CatsDogsPlan plan = config.plan();
        if (fold.step() >= plan.steps()) {
            return true; // the metrics of later folds stand behind its own and must not be cut off
        }
        long before = index * plan.steps();
        Schedule schedule = plan.schedule();
        TrainingLoop loop = new TrainingLoop(fold.network(), fold.optimizer(), (z, t) -> bceWithLogits(z, t), schedule);
        Batches batches = batches(index);
        try (MetricsFile metrics = metrics(before + fold.step())) {
            while (fold.step() < plan.steps()) {
                long end = Math.min(plan.steps(), fold.step() + plan.stepsPerEpoch());
                LossOfEpoch loss = new LossOfEpoch(before, fold.step());
                if (loop.run(batches, fold.step(), end, loss) < end) {
                    return false;
                }
                fold.reach(end);
                finishEpoch(fold, index, loss.mean(), schedule.at(end - 1), metrics);
            }
        }
        return true;
    }

    private MetricsFile metrics(long step) throws IOException {
        return Files.exists(folder.metrics())
                ? MetricsFile.resume(folder.metrics(), COLUMNS, step)
                : MetricsFile.create(folder.metrics(), COLUMNS);
    }

    private Batches batches(int index) {
        CatsDogsPlan plan = config.plan();
        List<Clip> train = Split.named(clips, config.splits().get(index).train());
        SegmentSampler sampler = new SegmentSampler(train, 2, plan.segmenting(), plan.seed() + index);
        Shape inputs = Shape.of(plan.batch(), 1, CatsDogsNet.INPUT_LENGTH);
        Shape targets = Shape.of(plan.batch(), 1);
        return step -> {
            SegmentSampler.Batch drawn = sampler.batch(step, plan.batch());
            return new Batch(drawn.windows(), inputs, drawn.labels(), targets);
        };
    }

    private void finishEpoch(Fold fold, int index, double loss, double learningRate, MetricsFile metrics)
            throws IOException {
        CatsDogsPlan plan = config.plan();
        Split split = config.splits().get(index);
        Score validation = Score.of(judge(fold, split.validation()));
        Score train =
                Score.of(judge(fold, sample(split.train(), split.validation().size())));
        int epoch = (int) (fold.step() / plan.stepsPerEpoch());
        boolean best = fold.isBest(validation.secondAccuracy());
        metrics.append(new MetricsFile.Row(
                index * plan.steps() + fold.step(),
                List.of(
                        index + 1.0,
                        (double) epoch,
                        learningRate,
                        loss,
                        train.secondAccuracy(),
                        validation.secondAccuracy(),
                        validation.clipAccuracy())));
        if (best) {
            fold.save(Fold.BEST);
        }
        fold.save(Fold.LAST);
        watcher.epoch(index + 1, epoch, validation.secondAccuracy());
    }

    /** Every k-th name, so that about {@code count} are left; all classes are among them, as names are sorted. */
    private static List<String> sample(List<String> names, int count) {
        int every = Math.max(1, names.size() / Math.max(1, count));
        List<String> some = new ArrayList<>();
        for (int i = 0; i < names.size(); i += every) {
            some.add(names.get(i));
        }
        return some;
    }

    /** Passes progress on and keeps the mean loss of an epoch. */
    private final class LossOfEpoch implements TrainingLoop.Listener {
        private final long offset;
        private final long first;
        private long last;
        private double sum;

        LossOfEpoch(long offset, long first) {
            this.offset = offset;
            this.first = first;
            this.last = first;
        }

        @Override
        public boolean goOn() {
            return watcher.goOn();
        }

        @Override
        public void progress(long step, double loss) {
            sum += loss * (step - last);
            last = step;
            watcher.progress(offset + step, loss);
        }

        double mean() {
            return sum / (last - first);
        }
    }
}
