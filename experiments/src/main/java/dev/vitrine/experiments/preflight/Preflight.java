package dev.vitrine.experiments.preflight;

import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.train.Batch;
import dev.vitrine.engine.train.Batches;
import dev.vitrine.experiments.recipe.BatchMix;
import dev.vitrine.experiments.recipe.ClassCounts;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.Lens;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.RunConfig;
import dev.vitrine.experiments.recipe.Split;
import dev.vitrine.experiments.report.Confidence;
import dev.vitrine.experiments.report.TextTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was found before training, in the first fold.
 *
 * @param checks for people
 * @param labels the class of each clip, by name
 * @param groups what each clip is a relative of, by name
 * @param learned some inputs as the network learns from them
 * @param judged some inputs of the same clips as they are when the network judges
 * @param scales how much larger inputs are in training than the same inputs in judging
 * @param axes whether neighbours on each axis of the input have to do with each other
 * @param summaries what a linear model makes of the clips
 */
public record Preflight(
        List<Check> checks,
        Map<String, Integer> labels,
        Map<String, String> groups,
        Inputs learned,
        Inputs judged,
        Scales scales,
        List<Neighbours> axes,
        Summaries summaries) {
    /** Inputs that differ more between training and judging are scaled differently. */
    public static final double MOST_DISTANCE = 0.35;

    /** Fewer clips of a validation part do not tell a linear model from chance. */
    private static final int FEWEST_CLIPS = 20;

    /** Sounds that are louder or softer by more in training than in judging, half of them, are scaled differently. */
    public static final double MOST_FACTOR = 1.4;

    private static final int BATCHES = 40;
    private static final int JUDGED_CLIPS = 96;
    private static final int MOST_INPUTS = 640;
    private static final int LEARNED_INPUTS = 96;
    private static final long MOST_VALUES = 4_000_000;

    /** Copies lists and maps. */
    public Preflight {
        checks = List.copyOf(checks);
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        groups = Collections.unmodifiableMap(new TreeMap<>(groups));
        axes = List.copyOf(axes);
    }

    /**
     * Looks at a run before it begins.
     *
     * @throws IOException if what the network begins with cannot be read
     */
    public static Preflight of(RunConfig config, Experiment experiment, Material material, Device device)
            throws IOException {
        Split split = config.splits().get(0);
        List<Labelled> train = Split.named(material.clips(), split.train());
        Lens lens = material.fit(train);
        int classes = material.classes().size();
        Trials trials = new Trials(experiment, device, classes, config.plan().seed());
        Sampled sampled = Sampled.of(config, lens, train, classes);
        List<Labelled> some = everyFew(train);
        Inputs judged = judged(lens, some);
        Scales scales = scales(config, lens, some);
        Summaries summaries = Summaries.of(material, split);

        List<Check> checks =
                new ArrayList<>(trials.atTheStart(sampled.first(), sampled.mix().shares()));
        if (sampled.lost() > 0) {
            checks.add(Check.of(
                    "inputs are numbers",
                    "%d are not".formatted(sampled.lost()),
                    "all",
                    false,
                    "There are inputs that hold values which are infinite or no numbers: one of them ruins all weights;"
                            + " look for clips of silence that are divided by their deviation."));
        }
        checks.add(trials.byHeart(train, lens));
        checks.add(mixed(sampled.mix()));
        checks.add(scaledAlike(sampled.inputs().distance(judged), scales));
        checks.add(Check.known("majority class, validation", of(summaries.majority(), summaries.clips())));
        checks.add(linear(summaries));
        checks.addAll(new ClipChecks(material, config.splits()).all());
        return new Preflight(
                checks,
                labels(material),
                groups(material),
                sampled.inputs(),
                judged,
                scales,
                Neighbours.of(sampled.some(), lens.input(), trials.network()),
                summaries);
    }

    private static Map<String, Integer> labels(Material material) {
        Map<String, Integer> labels = new TreeMap<>();
        material.clips().forEach(clip -> labels.put(clip.name(), clip.label()));
        return labels;
    }

    private static Map<String, String> groups(Material material) {
        Map<String, String> groups = new TreeMap<>();
        material.clips().forEach(clip -> groups.put(clip.name(), clip.group()));
        return groups;
    }

    /** What the sampler gives, at moments spread over the whole training. */
    private record Sampled(Batch first, BatchMix mix, Inputs inputs, int lost, List<float[]> some) {
        static Sampled of(RunConfig config, Lens lens, List<Labelled> train, int classes) {
            Batches source =
                    lens.batches(train, config.plan().batch(), config.plan().seed());
            Batches unvaried =
                    lens.unvaried(train, config.plan().batch(), config.plan().seed());
            ClassCounts counted = new ClassCounts(source, classes);
            long steps = config.plan().steps();
            int size = lens.input().elements();
            Inputs.Builder inputs = new Inputs.Builder();
            List<float[]> some = new ArrayList<>();
            List<int[]> counts = new ArrayList<>();
            Batch first = source.at(0);
            for (int i = 0; i < BATCHES; i++) {
                long step = i * steps / BATCHES;
                Batch batch = counted.at(step);
                counts.addAll(counted.take(step, step + 1));
                Batch scaled = unvaried.at(step);
                for (int n = 0; n < batch.inputShape().size(0) && inputs.size() < MOST_INPUTS; n++) {
                    inputs.add(Math.round(batch.targets()[n]), scaled.inputs(), n * size, (n + 1) * size);
                }
                if ((some.size() + 1L) * size <= MOST_VALUES) {
                    float[] one = new float[size];
                    System.arraycopy(batch.inputs(), 0, one, 0, size);
                    some.add(one);
                }
            }
            return new Sampled(first, new BatchMix(counts), inputs.build(), inputs.lost(), some);
        }
    }

    /** Clips from the whole training part. */
    private static List<Labelled> everyFew(List<Labelled> train) {
        int every = Math.max(1, train.size() / JUDGED_CLIPS);
        List<Labelled> some = new ArrayList<>();
        for (int i = 0; i < train.size(); i += every) {
            some.add(train.get(i));
        }
        return some;
    }

    private static Inputs judged(Lens lens, List<Labelled> clips) {
        Inputs.Builder inputs = new Inputs.Builder();
        for (Labelled clip : clips) {
            lens.views(clip).stream()
                    .filter(Lens.View::counts)
                    .takeWhile(view -> inputs.size() < MOST_INPUTS)
                    .forEach(view -> inputs.add(clip.label(), view.values(), 0, view.values().length));
        }
        return inputs.build();
    }

    /** As many inputs as fit, with the clips that they are of. */
    private static Scales scales(RunConfig config, Lens lens, List<Labelled> clips) {
        int size = lens.input().elements();
        long most = Math.min(MOST_INPUTS, MOST_VALUES / size);
        List<float[]> judged = new ArrayList<>();
        for (Labelled clip : clips) {
            lens.views(clip).stream()
                    .takeWhile(view -> judged.size() < most)
                    .forEach(view -> judged.add(view.values()));
        }
        Batches source =
                lens.unvaried(clips, config.plan().batch(), config.plan().seed());
        List<float[]> learned = new ArrayList<>();
        for (int step = 0; learned.size() < Math.min(most, LEARNED_INPUTS); step++) {
            Batch batch = source.at(step);
            for (int from = 0; from < batch.inputs().length; from += size) {
                learned.add(Arrays.copyOfRange(batch.inputs(), from, from + size));
            }
        }
        return Scales.of(learned, judged);
    }

    /** A few clips more or less say nothing; only a model that is clearly no better is worth a look. */
    private static Check linear(Summaries summaries) {
        boolean few = summaries.clips() < FEWEST_CLIPS;
        String found = of(summaries.right(), summaries.clips());
        return few
                ? Check.known("linear model, validation", found)
                : Check.of(
                        "linear model, validation",
                        found,
                        "above majority",
                        summaries.right() > summaries.majority(),
                        "A linear model on a few numbers of each clip is no better than always saying the same: do"
                                + " labels and clips belong together?");
    }

    private static Check mixed(BatchMix mix) {
        return Check.of(
                "one class in a batch",
                percent(mix.purity()),
                "up to " + percent(mix.purityAtRandom()),
                mix.mixed(),
                "Batches are not mixed: a network forgets one class while it learns the next; shuffle before batching.");
    }

    private static Check scaledAlike(double distance, Scales scales) {
        String name = "training against judging";
        if (!scales.enough() && Double.isNaN(distance)) {
            return Check.known(name, "too few to compare");
        }
        String found = scales.enough()
                ? String.format(Locale.ROOT, "%.2f times as large", scales.factor())
                : String.format(Locale.ROOT, "%.2f apart", distance);
        return Check.of(
                name,
                found,
                scales.enough() ? "below " + MOST_FACTOR : "below " + MOST_DISTANCE,
                alike(distance, scales),
                "The same clips are scaled differently when they are learned from and when they are judged.");
    }

    private static boolean alike(double distance, Scales scales) {
        return scales.enough() ? scales.factor() <= MOST_FACTOR : !(distance > MOST_DISTANCE);
    }

    /** True if inputs are scaled in training as they are in judging. */
    public boolean scaledAlike() {
        return alike(learned.distance(judged), scales);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static String of(int hits, int trials) {
        return Confidence.ofProportion(hits, trials).percent();
    }

    /** True if nothing is to be looked at. */
    public boolean passed() {
        return checks.stream().noneMatch(check -> check.verdict() == Check.Verdict.BAD);
    }

    /** What to do about what is not well, a sentence or two each. */
    public List<String> advice() {
        return checks.stream()
                .filter(check -> check.verdict() == Check.Verdict.BAD)
                .map(check -> check.name() + ": " + check.advice())
                .toList();
    }

    /** A table of at most 80 columns. */
    public String table() {
        List<List<String>> rows = checks.stream()
                .map(check -> List.of(
                        check.name(),
                        check.found(),
                        check.expected(),
                        check.verdict().word()))
                .toList();
        return new TextTable(List.of("before training", "found", "expected", ""), rows).render();
    }
}
