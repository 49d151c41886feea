package dev.vitrine.experiments.audioset;

import dev.vitrine.audio.dataset.ClassFolders;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.dataset.OneClass;
import dev.vitrine.audio.dataset.ReadProgress;
import dev.vitrine.audio.dataset.SoundTable;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.audio.io.SoundFile;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.model.AudiosetNet;
import dev.vitrine.experiments.model.Objective;
import dev.vitrine.experiments.recipe.Claim;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.Form;
import dev.vitrine.experiments.recipe.InputAxis;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.Measure;
import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.SoundInputs;
import dev.vitrine.experiments.recipe.TrainedRun;
import dev.vitrine.experiments.report.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One sound against as many clips of others, as {@link AudiosetExperiment}, on recordings: a table of sounds or a folder for
 * each class. The same networks listen to {@linkplain MelFrames mel bands} in place of embeddings.
 *
 * @param found where the result is added
 */
public record SoundFolderExperiment(AudiosetExperiment.Choice choice, HowSmall found) implements Experiment {
    /** The setting that tells it from one on embeddings. */
    static final String INPUT = "input";

    static final String LOG_MEL = "log-mel";

    private static final String TABLE = "table.csv";

    /**
     * Refuses what convolves across the axis.
     *
     * @throws UserError if the size is image
     */
    public SoundFolderExperiment {
        if (!choice.size().inChannels()) {
            throw new UserError("--size image is for embeddings; leave it out with a folder of sounds");
        }
    }

    /** True of a folder that holds sounds and no shards of embeddings. */
    public static boolean holdsSounds(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        boolean sounds = false;
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                if (path.getFileName().toString().contains(".tfrecord")) {
                    return false;
                }
                sounds |= SoundFile.isNamedLikeOne(path);
            }
        }
        return sounds;
    }

    @Override
    public String name() {
        return AudiosetExperiment.NAME;
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings =
                new TreeMap<>(new AudiosetExperiment(choice, new EmbeddingSets(), found).settings());
        settings.put(INPUT, LOG_MEL);
        return settings;
    }

    /** The seed of the draw of other clips is that of the run, and what is heard follows from the folder. */
    @Override
    public Map<String, String> options() {
        return new AudiosetExperiment(choice, new EmbeddingSets(), found).options();
    }

    @Override
    public Measure measure() {
        return Measure.AREA;
    }

    @Override
    public Material load(DataSource source, Strictness strictness, ReadProgress progress) throws IOException {
        ItemSet set = read(Path.of(source.folder()), strictness);
        int label = set.classes().indexOf(choice.sound().strip());
        if (label < 0) {
            throw new UserError("--class: no sound \"%s\" in %s; expected one of %s"
                    .formatted(choice.sound(), source.folder(), String.join(", ", set.classes())));
        }
        ItemSet one = OneClass.of(set, label, choice.negatives());
        return material(
                one.classes(),
                inputs(progress).of(one, strictness),
                "%,d clips with %s, and %,d of the others, drawn at random"
                        .formatted(one.count(1), one.classes().get(1), one.count(0)));
    }

    private static ItemSet read(Path folder, Strictness strictness) throws IOException {
        Path table = folder.resolve(TABLE);
        return Files.isRegularFile(table) ? SoundTable.load(table, strictness) : ClassFolders.load(folder);
    }

    private static SoundInputs inputs(ReadProgress progress) {
        return new SoundInputs(MelFrames::of, progress).summarised(MelFrames::summary);
    }

    private Material material(List<String> classes, SoundInputs.Computed computed, String... remarks) {
        Shape shape = Shape.of(AudiosetNet.CHANNELS, MelFrames.FRAMES);
        return computed.as(
                Form.of(classes, objective(), shape, AudiosetNet.CHANNELS)
                        .varied(choice.changes().variation()),
                remarks);
    }

    @Override
    public Material files(List<Path> files, List<String> classes, Strictness strictness) throws IOException {
        return material(classes, inputs((done, of) -> {}).of(files, classes, strictness));
    }

    @Override
    public Module network(int classes) {
        return new AudiosetNet(choice.size().netSize(), MelFrames.FRAMES);
    }

    @Override
    public List<InputAxis> axes() {
        return List.of(InputAxis.count("mel band", AudiosetNet.CHANNELS), InputAxis.time(AudiosetNet.SECONDS));
    }

    @Override
    public Objective objective() {
        return Objective.YES_OR_NO;
    }

    @Override
    public String baseline() {
        return "logistic, mean and deviation";
    }

    @Override
    public List<Claim> claims(DataSource source) {
        return List.of();
    }

    @Override
    public void draw(Path folder, TrainedRun run, Material material) {
        // All charts of this experiment need the verdicts.
    }

    @Override
    public void draw(Path folder, TrainedRun run, Material material, Results results) throws IOException {
        String sound = material.classes().get(AudiosetExperiment.SOUND);
        found.addLogistic(sound, results);
        found.add(HowSmall.point(sound, choice.size().word(), run.network(0).trainableCount(), results.verdicts()));
        new AudiosetCharts(folder, run, material, choice.size()).write(results);
        found.only(sound).draw(folder);
    }

    @Override
    public Optional<TextTable> table(DataSource source, Results results, int weights) {
        return Optional.of(AudiosetExperiment.table(choice, List.of(), baseline(), results, weights));
    }
}
