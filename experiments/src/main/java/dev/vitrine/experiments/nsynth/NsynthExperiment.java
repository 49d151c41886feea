package dev.vitrine.experiments.nsynth;

import dev.vitrine.audio.dataset.Content;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.dataset.NSynth;
import dev.vitrine.audio.dataset.ReadProgress;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.audio.synth.SynthSet;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.experiments.model.Objective;
import dev.vitrine.experiments.recipe.Claim;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.Form;
import dev.vitrine.experiments.recipe.InputAxis;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.Order;
import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.SoundInputs;
import dev.vitrine.experiments.recipe.TrainedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Families of instruments.
 *
 * @param input what the network sees of a note
 * @param turns in which order it learns
 * @param share of how many notes of the original's epoch one is taken, where it learns from shards in turn
 */
public record NsynthExperiment(FrontEnd input, Turns turns, int share) implements Experiment {
    /** What a user types. */
    public static final String NAME = "nsynth";

    private static final String INPUT = "input";
    private static final String TURNS = "order";
    private static final String SHARE = "share";
    private static final String SYNTHESISED = "notes";

    /** In which order notes are learned from. */
    public enum Turns {
        /** All notes in random order, in another in each pass. */
        SHUFFLED,
        /** Shards of one family each, one note of each in turn: see {@link ShardOrder}. */
        SHARDS
    }

    /** Learns in that order; shards are a fiftieth of the original's. */
    public NsynthExperiment(FrontEnd input, Turns turns) {
        this(input, turns, ShardOrder.SHARE);
    }

    /** The experiment that {@link #settings} described. */
    public static NsynthExperiment of(Map<String, String> settings) {
        return new NsynthExperiment(
                FrontEnd.valueOf(constant(settings.getOrDefault(INPUT, ""))),
                Turns.valueOf(constant(settings.getOrDefault(TURNS, ""))),
                Integer.parseInt(settings.getOrDefault(SHARE, String.valueOf(ShardOrder.SHARE))));
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(INPUT, input.word(), TURNS, turns.name().toLowerCase(Locale.ROOT), SHARE, String.valueOf(share));
    }

    /** The share of the shards follows from the steps. */
    @Override
    public Map<String, String> options() {
        return Map.of(INPUT, input.word(), TURNS, turns.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public NotesMaterial load(DataSource source, Strictness strictness, ReadProgress progress) throws IOException {
        SoundInputs inputs = new SoundInputs(input::of, progress);
        if (source.synthesises()) {
            SynthSet made = SynthSet.named(SYNTHESISED).orElseThrow();
            Waveform first = new Waveform(made.clip(0, 0, source.seed()).samples(), SynthSet.SAMPLE_RATE);
            return material(inputs.of(made, source.clipsPerClass(), source.seed()), first);
        }
        Path folder = Path.of(source.folder());
        ItemSet notes = Files.isRegularFile(folder.resolve(NSynth.TABLE))
                ? NSynth.load(folder, strictness)
                : NSynth.loadRecords(folder, note -> true, (done, of) -> {});
        return material(inputs.of(notes, strictness), sound(notes.items().get(0).content()));
    }

    private static Waveform sound(Content content) throws IOException {
        if (content instanceof Content.SoundAt file) {
            return file.read();
        }
        if (content instanceof Content.Sound sound) {
            return sound.waveform();
        }
        throw new IOException("the first note holds no sound");
    }

    private NotesMaterial material(SoundInputs.Computed computed, Waveform first) {
        int width = input.input().size(2);
        Form form = Form.of(
                        NSynth.FAMILIES,
                        objective(),
                        input.input(),
                        input.scaled() ? input.input().size(1) : 0)
                .ordered(turns == Turns.SHARDS ? ShardOrder.order(share) : Order.SHUFFLED);
        return new NotesMaterial(computed.as(input.scaled() ? form.varied(Variations.all(width)) : form), input, first);
    }

    @Override
    public Module network(int classes) {
        return input.network(classes);
    }

    @Override
    public List<InputAxis> axes() {
        return input.axes();
    }

    @Override
    public Material files(List<Path> files, List<String> classes, Strictness strictness) throws IOException {
        return material(
                new SoundInputs(input::of, (done, of) -> {}).of(files, classes, strictness),
                new Content.SoundAt(files.get(0)).read());
    }

    @Override
    public Objective objective() {
        return Objective.WHICH_CLASS;
    }

    @Override
    public String baseline() {
        return "softmax regression on log-mel";
    }

    @Override
    public List<Claim> claims(DataSource source) {
        return source.synthesises()
                ? List.of()
                : List.of(
                        new Claim("aim, new instruments", Claim.NONE, "45.0 %"),
                        new Claim("aim, random split", Claim.NONE, "80.0 %"),
                        new Claim("original, 59,014,027 weights", Claim.NONE, "28.1 %"));
    }

    @Override
    public void draw(Path folder, TrainedRun run, Material material) {
        // All charts of this experiment come with the verdicts.
    }

    @Override
    public void draw(Path folder, TrainedRun run, Material material, Results results) throws IOException {
        if (material instanceof NotesMaterial notes) {
            new NsynthCharts(folder, notes).write(results);
        }
    }
}
