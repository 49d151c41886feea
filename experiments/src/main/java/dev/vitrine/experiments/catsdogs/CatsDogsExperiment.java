package dev.vitrine.experiments.catsdogs;

import dev.vitrine.audio.dataset.CatsDogs;
import dev.vitrine.audio.dataset.Clip;
import dev.vitrine.audio.dataset.ClipSet;
import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.audio.dataset.Normalisation;
import dev.vitrine.audio.dataset.ReadProgress;
import dev.vitrine.audio.dataset.Segmenting;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.audio.synth.CatsDogsSynth;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.experiments.model.CatsDogsNet;
import dev.vitrine.experiments.model.Objective;
import dev.vitrine.experiments.recipe.Claim;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.Protocol;
import dev.vitrine.experiments.recipe.Split;
import dev.vitrine.experiments.recipe.TrainedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cats against dogs on raw samples.
 *
 * @param normalisation what is scaled to mean 0 and deviation 1
 * @param protocol how it is measured
 */
public record CatsDogsExperiment(Normalisation normalisation, Protocol protocol) implements Experiment {
    private static final int HELD_OUT = 5;
    private static final Pattern NUMBER = Pattern.compile("(\\d+)\\D*$");

    /** What a user types. */
    public static final String NAME = "cats-dogs";

    /** A window that does not rise above this many deviations is drawn again, and has no vote. */
    private static final double SILENCE = 0.4;

    private static final String NORMALISE = "normalise";

    /** Leak-free. */
    public CatsDogsExperiment(Normalisation normalisation) {
        this(normalisation, Protocol.LEAK_FREE);
    }

    /** The experiment that {@link #settings} described. */
    public static CatsDogsExperiment of(Map<String, String> settings) {
        return new CatsDogsExperiment(
                Normalisation.valueOf(settings.getOrDefault(NORMALISE, "").toUpperCase(Locale.ROOT)),
                Protocol.of(settings));
    }

    /** As it was published: the last five cats and the first five dogs validate and test, and are learned from too. */
    @Override
    public Optional<List<Split>> splits(Material material) {
        if (protocol == Protocol.LEAK_FREE) {
            return Optional.empty();
        }
        List<String> pool = material.clips().stream().map(Labelled::name).toList();
        List<String> cats = inOrder(material, 0);
        List<String> held = new ArrayList<>(cats.subList(Math.max(0, cats.size() - HELD_OUT), cats.size()));
        inOrder(material, 1).stream().limit(HELD_OUT).forEach(held::add);
        return Optional.of(List.of(new Split(pool, held, held)));
    }

    /** The clips of a class by the number in their names. */
    private static List<String> inOrder(Material material, int label) {
        return material.clips().stream()
                .filter(clip -> clip.label() == label)
                .map(Labelled::name)
                .sorted(Comparator.comparingInt(CatsDogsExperiment::number).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static int number(String name) {
        Matcher matcher = NUMBER.matcher(name);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(NORMALISE, normalisation.name().toLowerCase(Locale.ROOT), Protocol.SETTING, protocol.toString());
    }

    private Segmenting segmenting() {
        return new Segmenting(CatsDogsNet.INPUT_LENGTH, SILENCE, normalisation);
    }

    @Override
    public CatsDogsMaterial load(DataSource source, Strictness strictness, ReadProgress progress) throws IOException {
        return material(
                source.synthesises()
                        ? synthesised(source.clipsPerClass(), source.seed(), progress)
                        : CatsDogs.load(Path.of(source.folder()), strictness, progress));
    }

    /** Clips as this experiment sees them. */
    public CatsDogsMaterial material(ClipSet clips) {
        return new CatsDogsMaterial(clips, segmenting());
    }

    /** Clips that the program makes. */
    static ClipSet synthesised(int perClass, long seed, ReadProgress progress) {
        List<Clip> clips = new ArrayList<>();
        for (int label = 0; label < 2; label++) {
            for (int i = 0; i < perClass; i++) {
                String name = String.format(Locale.ROOT, "%s_%03d.wav", CatsDogs.CLASSES.get(label), i + 1);
                long clipSeed = seed * 1_000_003 + 2L * i + label;
                float[] samples = label == 0 ? CatsDogsSynth.meow(clipSeed) : CatsDogsSynth.bark(clipSeed);
                clips.add(new Clip(name, label, new Waveform(samples, CatsDogsSynth.SAMPLE_RATE), name));
                progress.read(clips.size(), 2 * perClass);
            }
        }
        return new ClipSet(CatsDogs.CLASSES, clips, List.of());
    }

    @Override
    public Module network(int classes) {
        return new CatsDogsNet();
    }

    @Override
    public Objective objective() {
        return Objective.YES_OR_NO;
    }

    @Override
    public String part() {
        return "second";
    }

    @Override
    public String baseline() {
        return "logistic regression on log-mel";
    }

    @Override
    public List<Claim> claims(DataSource source) {
        return source.synthesises()
                ? List.of(new Claim("aim, synthesised", "85.0 %", Claim.NONE))
                : List.of(
                        new Claim("aim, leak-free 5 folds", "81.0 %", "86.0 %"),
                        new Claim("original (10 clips, in its training pool)", "71.4 %", "70.0 % (34.8 to 93.3)"));
    }

    @Override
    public void draw(Path folder, TrainedRun run, Material material) throws IOException {
        if (material instanceof CatsDogsMaterial sounds) {
            new CatsDogsCharts(folder, run, sounds).write(portrait(run, 0));
        }
    }

    /** A portrait of the network of a fold, counted from 0. */
    public Portrait portrait(TrainedRun run, int fold) {
        return new Portrait(run.network(fold), segmenting());
    }
}
