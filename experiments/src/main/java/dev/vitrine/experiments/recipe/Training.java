package dev.vitrine.experiments.recipe;

import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.inspect.Summary;
import dev.vitrine.engine.optim.Schedule;
import dev.vitrine.engine.train.BatchWait;
import dev.vitrine.engine.train.Batches;
import dev.vitrine.engine.train.NonFiniteLossException;
import dev.vitrine.engine.train.TrainingLoop;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trains the network of an experiment, fold by fold, and judges the clips that each fold has not seen.
 *
 * <p>After each epoch the state is saved. A run that was stopped or killed goes on from there to the same bits: batches
 * are a function of the step, and the state holds all that a step changes.
 */
public final class Training {
    /** Columns of metrics.csv behind the step. */
    public static final List<String> COLUMNS = List.of(
            "fold",
            "epoch",
            "learning_rate",
            "loss",
            "train_part_accuracy",
            "validation_part_accuracy",
            "validation_clip_accuracy");

    /** Is told how training goes, and may end it. */
    public interface Watcher {
        /** False ends the run; it can go on from the last saved epoch. */
        boolean goOn();

        /** Steps done over all folds, and the mean loss of late. */
        void progress(long step, double loss);

        /** An epoch is over and saved; accuracy is per part, 0 to 1. */
        void epoch(int fold, int epoch, double validationAccuracy);
    }

    private final RunFolder folder;
    private final RunConfig config;
    private final Experiment experiment;
    private final Material material;
    private final Device device;
    private final Watcher watcher;
    private BatchWait waited = BatchWait.NONE;

    /** Training of {@code config} on {@code material}; what is in {@code folder} already is gone on from. */
    public Training(
            RunFolder folder,
            RunConfig config,
            Experiment experiment,
            Material material,
            Device device,
            Watcher watcher) {
        this.folder = folder;
        this.config = config;
        this.experiment = experiment;
        this.material = material;
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
            Fold fold = new Fold(
                    folder.checkpoints(),
                    index,
                    experiment.network(config.classes().size()),
                    config.plan(),
                    device);
            if (fold.exists(Fold.LAST)) {
                fold.load(Fold.LAST);
            } else {
                experiment.begin(fold.network());
            }
            Split split = config.splits().get(index);
            Lens lens = material.fit(named(split.train()));
            fold.seesBy(lens.statistics());
            if (!train(fold, lens, index)) {
                return Optional.empty();
            }
            verdicts.addAll(judge(fold, lens, split.test()));
        }
        return Optional.of(verdicts);
    }

    /** How long the folds that this call of {@link #run} brought to their end waited for batches. */
    public BatchWait waited() {
        return waited;
    }

    private List<ClipVerdict> judge(Fold fold, Lens lens, List<String> names) {
        return new Judge(fold.network(), experiment.objective(), lens).judge(named(names));
    }

    private List<Labelled> named(List<String> names) {
        return Split.named(material.clips(), names);
    }

    /** True if the fold came to its end. */
    private boolean train(Fold fold, Lens lens, int index) throws IOException {
        Plan plan = config.plan();
        if (fold.step() >= plan.steps()) {
            return true; // the metrics of later folds stand behind its own and must not be cut off
        }
        long before = index * plan.steps();
        Schedule schedule = plan.schedule();
        Batches batches = lens.batches(named(config.splits().get(index).train()), plan.batch(), plan.seed() + index);
        try (MetricsFile metrics = metrics(before + fold.step());
                Journal journal = journal(fold, batches, index);
                TrainingLoop loop =
                        new TrainingLoop(fold.network(), fold.optimizer(), experiment.objective(), schedule)) {
            while (fold.step() < plan.steps()) {
                experiment.beforeEpoch(fold.network(), (int) (fold.step() / plan.stepsPerEpoch()));
                long started = System.nanoTime();
                long from = fold.step();
                long end = Math.min(plan.steps(), from + plan.stepsPerEpoch());
                LossOfEpoch loss = new LossOfEpoch(before, from, end, journal);
                if (run(loop, journal, end, loss, fold) < end) {
                    return false;
                }
                fold.reach(end);
                journal.finishEpoch((int) (end / plan.stepsPerEpoch()), before, from, end);
                finishEpoch(fold, lens, index, loss.mean(), schedule.at(end - 1), metrics);
                count(fold, lens, started);
            }
            waited = waited.plus(loop.waited());
        }
        return true;
    }

    private Journal journal(Fold fold, Batches batches, int index) throws IOException {
        Files.deleteIfExists(folder.failure());
        Plan plan = config.plan();
        return new Journal(
                folder,
                fold.network(),
                batches,
                material.classes().size(),
                index + 1,
                plan.batch(),
                index * plan.steps() + fold.step());
    }

    private long run(TrainingLoop loop, Journal journal, long end, LossOfEpoch loss, Fold fold) throws IOException {
        try {
            return loop.run(journal.batches(), fold.step(), end, loss);
        } catch (NonFiniteLossException e) {
            folder.write(folder.failure(), journal.failure(String.valueOf(e.getMessage())));
            throw e;
        }
    }

    /** Adds the time of an epoch to what the run has cost. */
    private void count(Fold fold, Lens lens, long started) throws IOException {
        Optional<Cost> sofar = folder.read(folder.cost(), Cost.class);
        long multiplyAdds = sofar.isPresent()
                ? sofar.get().multiplyAdds()
                : Summary.of(fold.network(), lens.inputs(1)).multiplyAdds();
        double seconds = sofar.map(Cost::seconds).orElse(0.0) + (System.nanoTime() - started) / 1e9;
        folder.write(folder.cost(), new Cost(fold.network().trainableCount(), multiplyAdds, seconds));
    }

    private MetricsFile metrics(long step) throws IOException {
        return Files.exists(folder.metrics())
                ? MetricsFile.resume(folder.metrics(), COLUMNS, step)
                : MetricsFile.create(folder.metrics(), COLUMNS);
    }

    private void finishEpoch(Fold fold, Lens lens, int index, double loss, double learningRate, MetricsFile metrics)
            throws IOException {
        Plan plan = config.plan();
        Split split = config.splits().get(index);
        Score validation = score(fold, lens, split.validation());
        Score train = score(fold, lens, sample(split.train(), split.validation().size()));
        int epoch = (int) (fold.step() / plan.stepsPerEpoch());
        boolean best = fold.isBest(validation.partAccuracy());
        metrics.append(new MetricsFile.Row(
                index * plan.steps() + fold.step(),
                List.of(
                        index + 1.0,
                        (double) epoch,
                        learningRate,
                        loss,
                        train.partAccuracy(),
                        validation.partAccuracy(),
                        validation.clipAccuracy())));
        if (best) {
            fold.save(Fold.BEST);
        }
        fold.save(Fold.LAST);
        watcher.epoch(index + 1, epoch, validation.partAccuracy());
    }

    private Score score(Fold fold, Lens lens, List<String> names) {
        return Score.of(material.classes().size(), judge(fold, lens, names));
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
        private final long end;
        private final Journal journal;
        private long asked;
        private long last;
        private double sum;

        LossOfEpoch(long offset, long first, long end, Journal journal) {
            this.offset = offset;
            this.first = first;
            this.end = end;
            this.journal = journal;
            this.asked = first;
            this.last = first;
        }

        /** Asked before each step. */
        @Override
        public boolean goOn() {
            asked++;
            if (asked == end) {
                journal.beforeLastStep();
            }
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
