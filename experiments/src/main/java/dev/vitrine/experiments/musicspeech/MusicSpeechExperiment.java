package dev.vitrine.experiments.musicspeech;

import dev.vitrine.audio.dataset.ClassFolders;
import dev.vitrine.audio.dataset.Content;
import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.dataset.ReadProgress;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.audio.synth.SynthClip;
import dev.vitrine.audio.synth.SynthSet;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.model.MultilayerPerceptron;
import dev.vitrine.experiments.model.Objective;
import dev.vitrine.experiments.recipe.Claim;
import dev.vitrine.experiments.recipe.ComputedMaterial;
import dev.vitrine.experiments.recipe.ComputedMaterial.Entry;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.Form;
import dev.vitrine.experiments.recipe.Hearing;
import dev.vitrine.experiments.recipe.InputAxis;
import dev.vitrine.experiments.recipe.LabelColumn;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.Order;
import dev.vitrine.experiments.recipe.Protocol;
import dev.vitrine.experiments.recipe.SoundInputs;
import dev.vitrine.experiments.recipe.Split;
import dev.vitrine.experiments.recipe.TrainedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Music against speech from a few features of a clip. Batches hold as many clips of each class.
 *
 * <p>As it was published, a clip is its first ten samples instead of ten seconds, one column of labels serves both targets,
 * all clips are scaled together before they are split at random, and the classes are not balanced. There the linear model
 * goes by the same numbers as the network, so that it shows what there is in them.
 *
 * @param target what is asked
 * @param features which numbers stand for a clip
 * @param hidden units of the hidden layers
 * @param window seconds of a clip that are seen at once, or 0 for all
 * @param protocol how it is measured
 */
public record MusicSpeechExperiment(
        Target target, MusicSpeechFeatures features, Hidden hidden, int window, Protocol protocol)
        implements Experiment {
    /** What a user types. */
    public static final String NAME = "music-speech";

    private static final String TARGET = "target";
    private static final String FEATURES = "features";
    private static final String HIDDEN = "hidden";
    private static final String WINDOW = "window";
    private static final long ORIGINAL_SEED = 42;

    /**
     * Checks the window.
     *
     * @throws UserError if it is negative
     */
    public MusicSpeechExperiment {
        if (window < 0) {
            throw new UserError("--window must be at least 0 s, got " + window);
        }
    }

    /** As it was published: 25 features, 128, 128 and 64 units. */
    public static MusicSpeechExperiment original(Target target) {
        return new MusicSpeechExperiment(target, MusicSpeechFeatures.ORIGINAL_25, Hidden.NARROW, 0, Protocol.ORIGINAL);
    }

    /** Units of the hidden layers. */
    public enum Hidden {
        /** As published: 256, 128, 64. */
        WIDE,
        /** As in the original's code: 128, 128, 64. */
        NARROW,
        /** The smallest that does the job: 8. */
        MINIMAL;

        private List<Integer> units() {
            return switch (this) {
                case WIDE -> List.of(256, 128, 64);
                case NARROW -> List.of(128, 128, 64);
                case MINIMAL -> List.of(8);
            };
        }
    }

    /** The experiment that {@link #settings} described. */
    public static MusicSpeechExperiment of(Map<String, String> settings) {
        return new MusicSpeechExperiment(
                Target.valueOf(settings.getOrDefault(TARGET, "").toUpperCase(Locale.ROOT)),
                MusicSpeechFeatures.counting(Integer.parseInt(settings.getOrDefault(FEATURES, "0"))),
                Hidden.valueOf(settings.getOrDefault(HIDDEN, "").toUpperCase(Locale.ROOT)),
                Integer.parseInt(settings.getOrDefault(WINDOW, "0")),
                Protocol.of(settings));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                TARGET,
                target.word(),
                FEATURES,
                String.valueOf(features.count()),
                HIDDEN,
                hidden.name().toLowerCase(Locale.ROOT),
                WINDOW,
                String.valueOf(window),
                Protocol.SETTING,
                protocol.toString());
    }

    @Override
    public Material load(DataSource source, Strictness strictness, ReadProgress progress) throws IOException {
        SoundInputs inputs = inputs(progress);
        if (source.synthesises()) {
            SynthSet set = SynthSet.named(NAME).orElseThrow();
            return material(set.classes(), inputs.of(set, source.clipsPerClass(), source.seed()));
        }
        ItemSet set = ClassFolders.load(Path.of(source.folder()));
        return material(set.classes(), inputs.of(set, strictness));
    }

    private SoundInputs inputs(ReadProgress progress) {
        return protocol == Protocol.ORIGINAL
                ? new SoundInputs(features::ofTenSamples, progress)
                : SoundInputs.several(sound -> features.windows(sound, window), progress);
    }

    @Override
    public Material files(List<Path> files, List<String> classes, Strictness strictness) throws IOException {
        SoundInputs.Computed computed = inputs((done, of) -> {}).of(files, classes, strictness);
        return computed.as(Form.of(classes, objective(), Shape.of(features.count()), features.count()));
    }

    private Material material(List<String> classes, SoundInputs.Computed computed) {
        int count = features.count();
        Form form = Form.of(target.classes(classes), objective(), Shape.of(count), count)
                .hearing(hearing());
        if (protocol == Protocol.LEAK_FREE) {
            return new ComputedMaterial(
                    form.ordered(Order.BALANCED), target.relabelled(classes, computed.entries()), computed.skipped());
        }
        List<Entry> entries =
                computed.entries().stream().map(Entry::summarisedByItsInput).toList();
        return new ComputedMaterial(
                form.fittedTo(Form.Fitted.ALL_CLIPS),
                published(target).relabelled(classes, entries),
                computed.skipped(),
                List.of(),
                columns(classes, entries));
    }

    private Hearing hearing() {
        return protocol == Protocol.ORIGINAL
                ? MusicSpeechFeatures.hearingTenSamples()
                : MusicSpeechFeatures.hearing(window);
    }

    /** The published fault: the column of music serves for speech as well. */
    private static Target published(Target asked) {
        return asked == Target.SPEECH ? Target.MUSIC : asked;
    }

    private static List<LabelColumn> columns(List<String> classes, List<Entry> entries) {
        return Stream.of(Target.MUSIC, Target.SPEECH)
                .map(asked -> new LabelColumn(
                        asked.word(),
                        labels(asked.relabelled(classes, entries)),
                        labels(published(asked).relabelled(classes, entries))))
                .toList();
    }

    private static List<Integer> labels(List<Entry> entries) {
        return entries.stream().map(entry -> entry.clip().label()).toList();
    }

    @Override
    public Optional<List<Split>> splits(Material material) {
        return protocol == Protocol.ORIGINAL
                ? Optional.of(Split.of(material.clips(), Split.Kind.RANDOM, 1, ORIGINAL_SEED))
                : Optional.empty();
    }

    @Override
    public Module network(int classes) {
        return new MultilayerPerceptron(features.count(), hidden.units(), classes);
    }

    @Override
    public List<InputAxis> axes() {
        return List.of(InputAxis.count(
                "feature: 0 chroma, 1 level, 2 to 4 spectrum, 5 zero crossings, from 6 on MFCC", features.count()));
    }

    @Override
    public Objective objective() {
        return Objective.WHICH_CLASS;
    }

    @Override
    public String part() {
        return window == 0 ? WHOLE : "window";
    }

    @Override
    public String baseline() {
        return protocol == Protocol.ORIGINAL
                ? "logistic regression on the same numbers"
                : "logistic regression on log-mel";
    }

    @Override
    public List<Claim> claims(DataSource source) {
        return source.synthesises()
                ? List.of(new Claim("aim, synthesised", Claim.NONE, "90.0 %"))
                : List.of(
                        new Claim("aim, held-out tracks, balanced", Claim.NONE, "95.0 %"),
                        new Claim("original (AudioSet, windows of 10 samples)", Claim.NONE, "50.3 %"));
    }

    @Override
    public void draw(Path folder, TrainedRun run, Material material) throws IOException {
        DataSource source = run.config().data();
        if (source.synthesises()) {
            SynthSet set = SynthSet.named(NAME).orElseThrow();
            for (int label = 0; label < set.classes().size(); label++) {
                SynthClip clip = set.clip(label, 0, source.seed());
                draw(folder, set.classes().get(label), new Waveform(clip.samples(), SynthSet.SAMPLE_RATE));
            }
            return;
        }
        ItemSet set = ClassFolders.load(Path.of(source.folder()));
        for (int label = 0; label < set.classes().size(); label++) {
            for (Item item : firstOf(set, label)) {
                if (item.content() instanceof Content.SoundAt file) {
                    draw(folder, set.classes().get(label), file.read());
                }
            }
        }
    }

    private static List<Item> firstOf(ItemSet set, int label) {
        return set.items().stream()
                .filter(item -> item.label() == label)
                .limit(1)
                .toList();
    }

    private static void draw(Path folder, String name, Waveform sound) throws IOException {
        String stem = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        MusicSpeechFeatures.draw(folder, "features-" + stem, name, sound);
    }
}
