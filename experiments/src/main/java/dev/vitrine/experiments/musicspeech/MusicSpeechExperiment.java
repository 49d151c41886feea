package dev.vitrine.experiments.musicspeech;

import dev.vitrine.audio.dataset.ClassFolders;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.dataset.ReadProgress;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.audio.synth.SynthSet;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.experiments.model.MultilayerPerceptron;
import dev.vitrine.experiments.model.Objective;
import dev.vitrine.experiments.recipe.Claim;
import dev.vitrine.experiments.recipe.ComputedMaterial;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.Form;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.Order;
import dev.vitrine.experiments.recipe.SoundInputs;
import dev.vitrine.experiments.recipe.TrainedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Music against speech from a few features of a clip. Batches hold as many clips of each class.
 *
 * @param target what is asked
 * @param features which numbers stand for a clip
 * @param hidden units of the hidden layers
 */
public record MusicSpeechExperiment(Target target, MusicSpeechFeatures features, Hidden hidden) implements Experiment {
    /** What a user types. */
    public static final String NAME = "music-speech";

    private static final String TARGET = "target";
    private static final String FEATURES = "features";
    private static final String HIDDEN = "hidden";

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
                Hidden.valueOf(settings.getOrDefault(HIDDEN, "").toUpperCase(Locale.ROOT)));
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
                hidden.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Material load(DataSource source, Strictness strictness, ReadProgress progress) throws IOException {
        SoundInputs inputs = new SoundInputs(features::of, progress);
        if (source.synthesises()) {
            SynthSet set = SynthSet.named(NAME).orElseThrow();
            return material(set.classes(), inputs.of(set, source.clipsPerClass(), source.seed()));
        }
        ItemSet set = ClassFolders.load(Path.of(source.folder()));
        return material(set.classes(), inputs.of(set, strictness));
    }

    private Material material(List<String> classes, SoundInputs.Computed computed) {
        int count = features.count();
        Form form = Form.of(target.classes(classes), objective(), Shape.of(count), count)
                .ordered(Order.BALANCED);
        return new ComputedMaterial(form, target.relabelled(classes, computed.entries()), computed.skipped());
    }

    @Override
    public Module network(int classes) {
        return new MultilayerPerceptron(features.count(), hidden.units(), classes);
    }

    @Override
    public Objective objective() {
        return Objective.WHICH_CLASS;
    }

    @Override
    public String part() {
        return WHOLE;
    }

    @Override
    public String baseline() {
        return "logistic regression on log-mel";
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
    public void draw(Path folder, TrainedRun run, Material material) {
        // The charts that every run has say it all so far.
    }
}
