package dev.vitrine.experiments.preflight;

import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.audio.dataset.ReadProgress;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.nn.BatchNorm1d;
import dev.vitrine.engine.nn.Conv1d;
import dev.vitrine.engine.nn.GlobalAvgPool1d;
import dev.vitrine.engine.nn.Init;
import dev.vitrine.engine.nn.Linear;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.ReLU;
import dev.vitrine.engine.nn.Sequential;
import dev.vitrine.engine.op.Padding;
import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.train.Batch;
import dev.vitrine.engine.train.Batches;
import dev.vitrine.experiments.model.Objective;
import dev.vitrine.experiments.recipe.Claim;
import dev.vitrine.experiments.recipe.ClipVerdict;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.Hearing;
import dev.vitrine.experiments.recipe.LabelColumn;
import dev.vitrine.experiments.recipe.Lens;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.NamedClip;
import dev.vitrine.experiments.recipe.Plan;
import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.RunConfig;
import dev.vitrine.experiments.recipe.RunFolder;
import dev.vitrine.experiments.recipe.Split;
import dev.vitrine.experiments.recipe.TrainedRun;
import dev.vitrine.experiments.recipe.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A small experiment with a fault that one chooses: three classes of noisy waves of 160 samples, told apart by a network
 * of two convolutions in a second.
 */
public record MadeUpExperiment(Fault fault) implements Experiment {
    private static final int CLASSES = 3;
    private static final int PER_CLASS = 60;
    private static final int LENGTH = 160;

    /** What is wrong with it. */
    public enum Fault {
        /** Nothing. */
        NONE,
        /** Clips are learned from in the order of their classes. */
        UNSHUFFLED,
        /** A clip is three times as large when it is judged. */
        SCALED_APART,
        /** All inputs are noise. */
        NO_INFORMATION,
        /** The samples of all clips are put into another order, the same for all, and have no neighbours. */
        UNORDERED,
        /** Ten layers of sigmoid-like saturation: weights so small that no gradient comes back. */
        VANISHING,
        /** Inputs of the size of a million. */
        UNSCALED,
        /** The first two clips, which are of two classes, hold the same. */
        COPIES,
        /** Ten samples are heard, and a frame takes 2,048. */
        TEN_SAMPLES,
        /** Two questions are taught by the labels of one. */
        ONE_COLUMN,
        /** From the eleventh batch on, an input is no number. */
        NOT_A_NUMBER
    }

    /** Trains in a folder; what is left there is to be examined. */
    public RunFolder train(Path runs, Plan plan, Device device, List<Split> splits) throws IOException {
        Material material = load(DataSource.synthesised(PER_CLASS, 1), Strictness.STRICT, (done, of) -> {});
        RunConfig config = config(plan, splits, material);
        RunFolder folder = RunFolder.create(runs, "made-up", LocalDateTime.of(2026, 1, 1, 0, 0));
        folder.writeConfig(config);
        folder.write(folder.provenance(), Provenance.of(material));
        folder.write(folder.preflight(), Preflight.of(config, this, material, device));
        return finished(folder, config, material, device);
    }

    /** The same without a look before. */
    public RunFolder trainUnlooked(Path runs, Plan plan, Device device, List<Split> splits) throws IOException {
        Material material = load(DataSource.synthesised(PER_CLASS, 1), Strictness.STRICT, (done, of) -> {});
        RunConfig config = config(plan, splits, material);
        RunFolder folder = RunFolder.create(runs, "unlooked", LocalDateTime.of(2026, 1, 1, 0, 0));
        folder.writeConfig(config);
        return finished(folder, config, material, device);
    }

    private RunFolder finished(RunFolder folder, RunConfig config, Material material, Device device)
            throws IOException {
        Optional<List<ClipVerdict>> verdicts = new Training(folder, config, this, material, device, new Silent()).run();
        if (verdicts.isPresent()) {
            folder.writeResults(Results.of(config, material, verdicts.get()));
        }
        return folder;
    }

    /** The configuration of a run. */
    public RunConfig config(Plan plan, List<Split> splits, Material material) {
        return new RunConfig(
                name(),
                settings(),
                plan,
                DataSource.synthesised(PER_CLASS, 1),
                material.fingerprints(),
                material.classes(),
                splits,
                "java",
                "java",
                List.of());
    }

    /** Clips split without a leak. */
    public List<Split> honest() {
        return Split.of(clips(), Split.Kind.GROUP, 1, 1);
    }

    private static final class Silent implements Training.Watcher {
        @Override
        public boolean goOn() {
            return true;
        }

        @Override
        public void progress(long step, double loss) {}

        @Override
        public void epoch(int fold, int epoch, double validationAccuracy) {}
    }

    /** All clips. */
    public static List<Labelled> clips() {
        List<Labelled> clips = new ArrayList<>();
        for (int i = 0; i < CLASSES * PER_CLASS; i++) {
            String name = "clip_%03d".formatted(i);
            clips.add(new NamedClip(name, i % CLASSES, name, 0));
        }
        return clips;
    }

    private float[] wave(Labelled clip) {
        Rng rng = Rng.of(99, Integer.parseInt(clip.name().substring(5)));
        double phase = 2 * Math.PI * rng.nextDouble();
        float[] wave = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            double tone = Math.sin(phase + 0.25 * (1 + clip.label()) * i);
            wave[i] = (float)
                    switch (fault) {
                        case NO_INFORMATION -> rng.gaussian();
                        case UNORDERED -> rng.gaussian() + (i % 7 == clip.label() ? 2 : 0);
                        case UNSCALED -> 1e6 * (tone + 0.3 * rng.gaussian());
                        default -> tone + 0.3 * rng.gaussian();
                    };
        }
        return wave;
    }

    @Override
    public String name() {
        return "made-up";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public Material load(DataSource source, Strictness strictness, ReadProgress progress) {
        return new Waves();
    }

    @Override
    public Module network(int classes) {
        Window window = Window.of(5).padding(Padding.SAME);
        List<Module> layers = new ArrayList<>();
        if (fault == Fault.VANISHING) {
            for (int i = 0; i < 6; i++) {
                layers.add(new Conv1d(i == 0 ? 1 : 8, 8, window, Init.normal(0, i == 0 ? 1 : 1e-3)));
                layers.add(new ReLU());
            }
        } else {
            layers.add(new Conv1d(1, 8, window, Init.heUniform()));
            if (fault != Fault.UNSCALED) {
                layers.add(new BatchNorm1d(8));
            }
            layers.add(new ReLU());
            layers.add(new Conv1d(8, 8, window, Init.heUniform()));
            layers.add(new ReLU());
        }
        layers.add(new GlobalAvgPool1d());
        layers.add(new Linear(8, classes, Init.glorotUniform()));
        return new Sequential(layers);
    }

    @Override
    public Objective objective() {
        return Objective.WHICH_CLASS;
    }

    @Override
    public String baseline() {
        return "logistic regression on samples";
    }

    @Override
    public List<Claim> claims(DataSource source) {
        return List.of();
    }

    @Override
    public void draw(Path folder, TrainedRun run, Material material) {}

    private final class Waves implements Material {
        @Override
        public List<String> classes() {
            return List.of("low", "middle", "high");
        }

        @Override
        public List<Labelled> clips() {
            return MadeUpExperiment.clips();
        }

        @Override
        public Map<String, String> fingerprints() {
            Map<String, String> prints = new HashMap<>();
            clips().forEach(clip -> prints.put(clip.name(), clip.name()));
            if (fault == Fault.COPIES) {
                prints.put("clip_001", "clip_000");
            }
            return prints;
        }

        @Override
        public Hearing hearing() {
            return fault == Fault.TEN_SAMPLES ? new Hearing(10, 2048, 16_000) : Hearing.ALL;
        }

        @Override
        public List<LabelColumn> columns() {
            List<Integer> low =
                    clips().stream().map(clip -> clip.label() == 0 ? 1 : 0).toList();
            List<Integer> high =
                    clips().stream().map(clip -> clip.label() == 2 ? 1 : 0).toList();
            return List.of(
                    new LabelColumn("low", low, low),
                    new LabelColumn("high", high, fault == Fault.ONE_COLUMN ? low : high));
        }

        @Override
        public List<String> skipped() {
            return List.of();
        }

        @Override
        public List<String> words() {
            return List.of("waves");
        }

        /** How much samples differ from the one before it: tells tones apart. */
        @Override
        public double[] summary(Labelled clip) {
            float[] wave = wave(clip);
            double[] sums = new double[3];
            for (int i = 1; i < wave.length; i++) {
                sums[0] += Math.abs(wave[i] - wave[i - 1]);
                sums[1] += wave[i] * wave[i];
                sums[2] += Math.abs(wave[i] - wave[Math.max(0, i - 3)]);
            }
            return sums;
        }

        @Override
        public Lens fit(List<Labelled> train) {
            return new WaveLens();
        }

        @Override
        public Lens restore(Map<String, HostArray> statistics) {
            return new WaveLens();
        }
    }

    private final class WaveLens implements Lens {
        @Override
        public Map<String, HostArray> statistics() {
            return Map.of();
        }

        @Override
        public Shape input() {
            return Shape.of(1, LENGTH);
        }

        @Override
        public Batches batches(List<Labelled> train, int size, long seed) {
            List<Labelled> byClass = train.stream()
                    .sorted((a, b) -> Integer.compare(a.label(), b.label()))
                    .toList();
            return step -> {
                Rng rng = Rng.of(seed, step);
                float[] inputs = new float[size * LENGTH];
                float[] targets = new float[size];
                for (int i = 0; i < size; i++) {
                    int at = fault == Fault.UNSHUFFLED
                            ? (int) ((step * size + i) % byClass.size())
                            : rng.nextInt(byClass.size());
                    System.arraycopy(wave(byClass.get(at)), 0, inputs, i * LENGTH, LENGTH);
                    targets[i] = byClass.get(at).label();
                }
                if (fault == Fault.NOT_A_NUMBER && step >= 10) {
                    inputs[0] = Float.NaN;
                }
                return new Batch(inputs, Shape.of(size, 1, LENGTH), targets, Shape.of(size));
            };
        }

        @Override
        public List<View> views(Labelled clip) {
            float[] wave = wave(clip);
            for (int i = 0; i < wave.length && fault == Fault.SCALED_APART; i++) {
                wave[i] *= 3;
            }
            return List.of(new View(wave, true));
        }
    }
}
