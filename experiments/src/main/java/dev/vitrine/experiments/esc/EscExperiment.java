package dev.vitrine.experiments.esc;

import dev.vitrine.audio.dataset.Content;
import dev.vitrine.audio.dataset.DatasetException;
import dev.vitrine.audio.dataset.Esc50;
import dev.vitrine.audio.dataset.GroupKind;
import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.dataset.ReadProgress;
import dev.vitrine.audio.dataset.Splits;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.audio.dataset.TrainTest;
import dev.vitrine.audio.feature.ClipStatistics;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.audio.synth.SynthSet;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.model.Objective;
import dev.vitrine.experiments.recipe.Claim;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.Form;
import dev.vitrine.experiments.recipe.InputAxis;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.Protocol;
import dev.vitrine.experiments.recipe.SoundInputs;
import dev.vitrine.experiments.recipe.Split;
import dev.vitrine.experiments.recipe.TrainedRun;
import dev.vitrine.experiments.report.ChartWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Environmental sounds.
 *
 * <p>As it was published, a random fifth is tested on, whatever was cut from one recording, and validates as well.
 *
 * @param set how many classes
 * @param view what the network sees of a clip, and which network that is
 * @param begin what a network for pictures begins with
 * @param protocol how it is measured
 */
public record EscExperiment(Esc50.Part set, EscView view, Begin begin, Protocol protocol) implements Experiment {
    /** What a user types. */
    public static final String NAME = "esc";

    private static final String SET = "set";
    private static final String CLASSES = "classes";
    private static final String MODEL = "model";
    private static final String WEIGHTS = "weights";
    private static final String FROZEN = "frozen";
    private static final double ORIGINAL_SHARE = 0.2;
    private static final long ORIGINAL_SEED = 42;
    private static final String SYNTHESISED = "environment";

    /** The experiment that {@link #settings} described. */
    public static EscExperiment of(Map<String, String> settings) {
        return new EscExperiment(
                Esc50.Part.valueOf(settings.getOrDefault(SET, "").toUpperCase(Locale.ROOT)),
                EscView.valueOf(settings.getOrDefault(MODEL, "").toUpperCase(Locale.ROOT)),
                new Begin(
                        settings.getOrDefault(WEIGHTS, Begin.SCRATCH),
                        Integer.parseInt(settings.getOrDefault(FROZEN, "0"))),
                Protocol.of(settings));
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
                String.valueOf(begin.frozenEpochs()),
                Protocol.SETTING,
                protocol.toString());
    }

    @Override
    public Map<String, String> options() {
        Map<String, String> options = new TreeMap<>(settings());
        options.remove(SET);
        options.put(CLASSES, set == Esc50.Part.ESC_10 ? "10" : "50");
        if (view != EscView.TRANSFER) {
            options.remove(WEIGHTS);
            options.remove(FROZEN);
        }
        return options;
    }

    @Override
    public Material load(DataSource source, Strictness strictness, ReadProgress progress) throws IOException {
        SoundInputs inputs = inputs(progress);
        if (source.synthesises()) {
            SynthSet made = SynthSet.named(SYNTHESISED).orElseThrow();
            return material(made.classes(), inputs.of(made, source.clipsPerClass(), source.seed()));
        }
        Path folder = Path.of(source.folder());
        ItemSet read = Esc50.load(folder, set, strictness);
        requireAllClasses(read, folder);
        return material(read.classes(), inputs.of(read, strictness), remarks(folder));
    }

    /** The table names 50 classes where only the sounds of ten are there: scores would be of those ten. */
    private void requireAllClasses(ItemSet read, Path folder) {
        List<String> silent = IntStream.range(0, read.classes().size())
                .filter(label -> read.count(label) == 0)
                .mapToObj(read.classes()::get)
                .toList();
        if (!silent.isEmpty()) {
            throw new UserError("%s: no sound of %d of the %d classes, %s first; expected all of them%s"
                    .formatted(
                            folder,
                            silent.size(),
                            read.classes().size(),
                            silent.get(0),
                            set == Esc50.Part.ESC_50 ? ", or --classes 10 for ESC-10" : ""));
        }
    }

    @Override
    public Material files(List<Path> files, List<String> classes, Strictness strictness) throws IOException {
        return material(classes, inputs((done, of) -> {}).of(files, classes, strictness));
    }

    /** These recordings were not made equally loud: the linear model hears how loud each is, as the networks do. */
    private SoundInputs inputs(ReadProgress progress) {
        return new SoundInputs(view::of, progress).summarised(ClipStatistics::logMelStatisticsAtItsLevel);
    }

    private String[] remarks(Path folder) throws IOException {
        return protocol == Protocol.ORIGINAL
                ? new String[] {
                    leak(Esc50.table(folder, Esc50.Part.ESC_10)), leak(Esc50.table(folder, Esc50.Part.ESC_50))
                }
                : new String[0];
    }

    /** How many of the clips that the original split tests on are cuts of recordings that it trains on. */
    static String leak(ItemSet table) throws IOException {
        TrainTest<Item> split = Splits.scikitLearn(table, ORIGINAL_SHARE, ORIGINAL_SEED, Splits.Leaks.ACCEPTED);
        Set<String> trained = split.train().stream().map(Item::group).collect(Collectors.toSet());
        long shared = split.test().stream()
                .filter(item -> trained.contains(item.group()))
                .count();
        return String.format(
                Locale.ROOT,
                "leak: the original split of %s tests on %d clips, and %d of them (%.1f %%) are cut from recordings that it"
                        + " trains on",
                table.name(),
                split.test().size(),
                shared,
                100.0 * shared / split.test().size());
    }

    @Override
    public Optional<List<Split>> splits(Material material) {
        if (protocol == Protocol.LEAK_FREE) {
            return Optional.empty();
        }
        try {
            TrainTest<Item> split =
                    Splits.scikitLearn(items(material), ORIGINAL_SHARE, ORIGINAL_SEED, Splits.Leaks.ACCEPTED);
            List<String> test = split.test().stream().map(Item::name).toList();
            List<String> train = split.train().stream().map(Item::name).toList();
            return Optional.of(List.of(new Split(train, test, test)));
        } catch (DatasetException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    private static ItemSet items(Material material) {
        List<Item> items = material.clips().stream()
                .map(clip -> new Item(
                        clip.name(),
                        List.of(clip.label()),
                        clip.group(),
                        clip.fold(),
                        new Content.SoundAt(Path.of(clip.name()))))
                .toList();
        return new ItemSet(NAME, material.classes(), GroupKind.RECORDING, items, List.of());
    }

    private Material material(List<String> classes, SoundInputs.Computed computed, String... remarks) {
        return computed.as(
                Form.of(classes, objective(), view.input(), view.rows()).varied(view.variation()), remarks);
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
    public List<InputAxis> axes() {
        return view.axes();
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
        return view.claims(set, source);
    }

    @Override
    public void draw(Path folder, TrainedRun run, Material material) throws IOException {
        new EscCharts(oneOfEach(run.config().data(), run.config().classes())).write(folder);
        ChartWriter.write(EmbeddingChart.of(run, material), folder, "embedding");
    }

    /** The first sound of each class. */
    private Map<String, Waveform> oneOfEach(DataSource source, List<String> classes) throws IOException {
        Map<String, Waveform> sounds = new LinkedHashMap<>();
        if (source.synthesises()) {
            SynthSet made = SynthSet.named(SYNTHESISED).orElseThrow();
            for (int label = 0; label < classes.size(); label++) {
                float[] samples = made.clip(label, 0, source.seed()).samples();
                sounds.put(classes.get(label), new Waveform(samples, SynthSet.SAMPLE_RATE));
            }
            return sounds;
        }
        ItemSet read = Esc50.load(Path.of(source.folder()), set, Strictness.LENIENT);
        for (Item item : read.items()) {
            String name = classes.get(item.label());
            if (!sounds.containsKey(name) && item.content() instanceof Content.SoundAt file) {
                sounds.put(name, file.read());
            }
        }
        return sounds;
    }
}
