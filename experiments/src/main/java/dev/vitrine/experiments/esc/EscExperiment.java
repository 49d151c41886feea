package dev.vitrine.experiments.esc;

import dev.vitrine.audio.dataset.Esc50;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.dataset.ReadProgress;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.audio.synth.SynthSet;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.experiments.model.Objective;
import dev.vitrine.experiments.recipe.Claim;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.Form;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.SoundInputs;
import dev.vitrine.experiments.recipe.TrainedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Environmental sounds.
 *
 * @param set how many classes
 * @param view what the network sees of a clip, and which network that is
 * @param begin what a network for pictures begins with
 */
public record EscExperiment(Esc50.Part set, EscView view, Begin begin) implements Experiment {
    /** What a user types. */
    public static final String NAME = "esc";

    private static final String SET = "set";
    private static final String MODEL = "model";
    private static final String WEIGHTS = "weights";
    private static final String FROZEN = "frozen";
    private static final String SYNTHESISED = "environment";

    /** The experiment that {@link #settings} described. */
    public static EscExperiment of(Map<String, String> settings) {
        return new EscExperiment(
                Esc50.Part.valueOf(settings.getOrDefault(SET, "").toUpperCase(Locale.ROOT)),
                EscView.valueOf(settings.getOrDefault(MODEL, "").toUpperCase(Locale.ROOT)),
                new Begin(
                        settings.getOrDefault(WEIGHTS, Begin.SCRATCH),
                        Integer.parseInt(settings.getOrDefault(FROZEN, "0"))));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                SET,
                set.name().toLowerCase(Locale.ROOT),
                MODEL,
                view.name().toLowerCase(Locale.ROOT),
                WEIGHTS,
                begin.weights(),
                FROZEN,
                String.valueOf(begin.frozenEpochs()));
    }

    @Override
    public Material load(DataSource source, Strictness strictness, ReadProgress progress) throws IOException {
        SoundInputs inputs = new SoundInputs(view::of, progress);
        if (source.synthesises()) {
            SynthSet made = SynthSet.named(SYNTHESISED).orElseThrow();
            return material(made.classes(), inputs.of(made, source.clipsPerClass(), source.seed()));
        }
        ItemSet read = Esc50.load(Path.of(source.folder()), set, strictness);
        return material(read.classes(), inputs.of(read, strictness));
    }

    private Material material(List<String> classes, SoundInputs.Computed computed) {
        return computed.as(
                Form.of(classes, objective(), view.input(), view.rows()).varied(view.variation()));
    }

    @Override
    public Module network(int classes) {
        return view.network(classes);
    }

    @Override
    public void begin(Network network) throws IOException {
        if (view == EscView.TRANSFER) {
            begin.into(network);
        }
    }

    @Override
    public void beforeEpoch(Network network, int epoch) {
        if (view == EscView.TRANSFER) {
            begin.freeze(network, epoch);
        }
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
        return "softmax regression on log-mel";
    }

    @Override
    public List<Claim> claims(DataSource source) {
        return view.claims(set, source);
    }

    @Override
    public void draw(Path folder, TrainedRun run, Material material) {
        // The charts that every run has say it all so far.
    }
}
