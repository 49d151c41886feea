package dev.vitrine.experiments.audioset;

import dev.vitrine.audio.audioset.ClassLabels;
import dev.vitrine.audio.dataset.Embedding;
import dev.vitrine.audio.dataset.OneClass;
import dev.vitrine.audio.dataset.ReadProgress;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.model.Objective;
import dev.vitrine.experiments.recipe.Claim;
import dev.vitrine.experiments.recipe.ClipBootstrap;
import dev.vitrine.experiments.recipe.ClipVerdict;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.InputAxis;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.Measure;
import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.RocArea;
import dev.vitrine.experiments.recipe.Score;
import dev.vitrine.experiments.recipe.TrainedRun;
import dev.vitrine.experiments.report.Confidence;
import dev.vitrine.experiments.report.Interval;
import dev.vitrine.experiments.report.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One sound against as many clips of others, on the embeddings of AudioSet, by a network of a chosen size. */
public final class AudiosetExperiment implements Experiment {
    /** What a user types. */
    public static final String NAME = "audioset";

    /** The eight sounds that the aim is stated for. */
    public static final List<String> ALL_EIGHT =
            List.of("Speech", "Music", "Laughter", "Bark", "Cat", "Bird", "Siren", "Baby cry, infant cry");

    /** The label of the sound that is looked for. */
    static final int SOUND = 1;

    private static final String CLASS = "class";
    private static final String SIZE = "size";
    private static final String NEGATIVES = "negatives";
    private static final String CHANGES = "changes";

    private final Choice choice;
    private final EmbeddingSets sets;
    private final HowSmall found;

    /**
     * What is looked for, and by what.
     *
     * @param sound a name as in the table of the classes, or the beginning of one up to its comma, or an identifier
     * @param size of the network
     * @param negatives seed of the draw of clips that do not show it
     * @param changes of a clip, each time that it is learned from
     */
    public record Choice(String sound, Variant size, long negatives, Changes changes) {
        /**
         * Refuses changes of what has no channels.
         *
         * @throws UserError if an image is to change
         */
        public Choice {
            if (!size.inChannels() && changes != Changes.NONE) {
                throw new UserError("--changes %s is for numbers of a second as channels; leave it out with --size %s"
                        .formatted(changes.word(), size.word()));
            }
        }
    }

    /**
     * The experiment.
     *
     * @param sets what was read before
     * @param found where the result is added
     */
    public AudiosetExperiment(Choice choice, EmbeddingSets sets, HowSmall found) {
        this.choice = choice;
        this.sets = sets;
        this.found = found;
    }

    /** The experiment that {@link #settings} described, on embeddings or on sounds. */
    public static Experiment of(Map<String, String> settings) {
        Choice choice = new Choice(
                settings.getOrDefault(CLASS, ""),
                Variant.of(settings.getOrDefault(SIZE, "")),
                Long.parseLong(settings.getOrDefault(NEGATIVES, "0")),
                Changes.of(settings.getOrDefault(CHANGES, Changes.NONE.word())));
        return settings.containsKey(SoundFolderExperiment.INPUT)
                ? new SoundFolderExperiment(choice, new HowSmall())
                : new AudiosetExperiment(choice, new EmbeddingSets(), new HowSmall());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                CLASS,
                choice.sound(),
                SIZE,
                choice.size().word(),
                NEGATIVES,
                Long.toString(choice.negatives()),
                CHANGES,
                choice.changes().word());
    }

    /** The seed of the draw of other clips is that of the run. */
    @Override
    public Map<String, String> options() {
        return Map.of(
                CLASS,
                choice.sound(),
                SIZE,
                choice.size().word(),
                CHANGES,
                choice.changes().word());
    }

    @Override
    public Measure measure() {
        return Measure.AREA;
    }

    @Override
    public EmbeddingMaterial load(DataSource source, Strictness strictness, ReadProgress progress) throws IOException {
        EmbeddingSets.LabelledSet set = sets.get(source, progress);
        return new EmbeddingMaterial(
                OneClass.of(set.items(), label(set.labels(), choice.sound(), source), choice.negatives()),
                choice.size(),
                choice.changes());
    }

    /** The class of that name; {@code Baby cry} is enough for {@code Baby cry, infant cry}. */
    private static int label(ClassLabels labels, String sound, DataSource source) throws IOException {
        String beginning = sound.strip().toLowerCase(Locale.ROOT) + ",";
        for (int i = 0; i < labels.classes().size(); i++) {
            if (labels.names().get(i).toLowerCase(Locale.ROOT).startsWith(beginning)) {
                return i;
            }
        }
        boolean known =
                labels.names().stream().anyMatch(sound.strip()::equalsIgnoreCase) || labels.labelOf(sound.strip()) >= 0;
        if (!known && source.synthesises()) {
            throw new UserError("--class: no sound \"%s\" among those that are made (%s); for a class of AudioSet give"
                            .formatted(sound, String.join(", ", labels.names()))
                    + " its folder: --data DIR");
        }
        return labels.find(sound);
    }

    @Override
    public Module network(int classes) {
        return choice.size().network().module();
    }

    @Override
    public List<InputAxis> axes() {
        InputAxis numbers = InputAxis.count("number of the embedding", Embedding.VGGISH_WIDTH);
        InputAxis time = InputAxis.time(Embedding.CLIP_FRAMES);
        return choice.size().inChannels()
                ? List.of(numbers, time)
                : List.of(InputAxis.count("channel", 1), time, numbers);
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
        return List.of(new Claim("aim, mean over eight sounds", Claim.NONE, "AUC 0.900"));
    }

    @Override
    public void draw(Path folder, TrainedRun run, Material material) {
        // All charts of this experiment need the verdicts.
    }

    @Override
    public void draw(Path folder, TrainedRun run, Material material, Results results) throws IOException {
        if (material instanceof EmbeddingMaterial embeddings) {
            String sound = embeddings.classes().get(SOUND);
            if (!found.knows(sound)) {
                found.add(LinearModels.of(run.config().splits(), embeddings));
                found.addLogistic(sound, results);
            }
            found.add(HowSmall.point(sound, choice.size().word(), run.network(0).trainableCount(), results.verdicts()));
            new AudiosetCharts(folder, run, embeddings, choice.size()).write(results);
            found.only(sound).draw(folder);
        }
    }

    @Override
    public Optional<TextTable> table(DataSource source, Results results, int weights) {
        List<List<String>> aim = List.of(List.of("aim, mean over the eight sounds", "0.900", Claim.NONE));
        return Optional.of(table(choice, aim, baseline(), results, weights));
    }

    /** The table of a run, begun with rows of its own. */
    static TextTable table(Choice choice, List<List<String>> first, String baseline, Results results, int weights) {
        List<List<String>> rows = new ArrayList<>(first);
        rows.add(List.of("always the same answer", "0.500", "50.0 %"));
        rows.add(row(baseline, results.baselineVerdicts()));
        rows.add(row(String.format(Locale.ROOT, "%s, %,d weights", choice.size().word(), weights), results.verdicts()));
        if (results.folds().size() > 1) {
            double[] folds = results.perFold(Score::balancedAccuracy);
            rows.add(List.of(
                    "  mean of " + folds.length + " folds",
                    Claim.NONE,
                    String.format(
                            Locale.ROOT,
                            "%.1f ± %.1f %%",
                            100 * Confidence.mean(folds),
                            100 * Confidence.standardDeviation(folds))));
        }
        return new TextTable(
                List.of(choice.sound() + ", held-out clips", "AUC (95 % interval)", "balanced accuracy"), rows);
    }

    private static List<String> row(String what, List<ClipVerdict> verdicts) {
        ClipBootstrap.Range range = ClipBootstrap.ofBalancedAccuracy(verdicts);
        double balanced = Score.of(2, verdicts).balancedAccuracy();
        return List.of(
                what,
                HowSmall.words(RocArea.of(verdicts, SOUND).interval()),
                new Interval(balanced, range.low(), range.high()).percent());
    }
}
