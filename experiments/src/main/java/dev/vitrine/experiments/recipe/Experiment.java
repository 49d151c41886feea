package dev.vitrine.experiments.recipe;

import dev.vitrine.audio.dataset.ReadProgress;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.model.Objective;
import dev.vitrine.experiments.report.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of the experiments, with its choices made: what it learns from, and by which network. */
public interface Experiment {
    /** The {@link #part} of a clip that is judged as one. */
    String WHOLE = "clip";

    /** The name that a user types, as in {@code cats-dogs}. */
    String name();

    /** The choices that are this experiment's own, by the name of their option; with them it can be made again. */
    Map<String, String> settings();

    /** The same choices as options of the command line, by their names without the hyphens. */
    default Map<String, String> options() {
        return settings();
    }

    /** What its runs are measured by. */
    default Measure measure() {
        return Measure.ACCURACY;
    }

    /**
     * Reads what it learns from, or makes it.
     *
     * @throws IOException if the data cannot be used; one line
     */
    Material load(DataSource source, Strictness strictness, ReadProgress progress) throws IOException;

    /**
     * A network that has learned nothing.
     *
     * @param classes of the material
     */
    Module network(int classes);

    /** Which clips teach, validate and test where the experiment itself says so, as one that was published does. */
    default Optional<List<Split>> splits(Material material) {
        return Optional.empty();
    }

    /**
     * Writes what a new network begins with, if not with random numbers.
     *
     * @throws IOException if that cannot be read; one line
     */
    default void begin(Network network) throws IOException {
        // Random numbers it is.
    }

    /** Says which parameters learn in an epoch, counted from 0. */
    default void beforeEpoch(Network network, int epoch) {
        // All of them.
    }

    /**
     * Sounds of unknown class, as this experiment sees them.
     *
     * @param classes of the run that is to judge them
     * @throws UserError if it judges no files
     * @throws IOException if a file cannot be used; one line
     */
    default Material files(List<Path> files, List<String> classes, Strictness strictness) throws IOException {
        throw new UserError("predict: a run of %s judges no sound files".formatted(name()));
    }

    /** What the network's output means. */
    Objective objective();

    /** What the axes of one input stand for, the batch axis left out; none if pictures of it are drawn in another way. */
    default List<InputAxis> axes() {
        return List.of();
    }

    /** What is judged of a clip part by part, in one word, such as second; {@link #WHOLE} unless said otherwise. */
    default String part() {
        return WHOLE;
    }

    /** What the linear model beside the network goes by, as in {@code logistic regression on log-mel}. */
    String baseline();

    /** What others reached and what is aimed at, to stand beside the result. */
    List<Claim> claims(DataSource source);

    /** Draws what is this experiment's own, beside the charts that every run has. */
    void draw(Path folder, TrainedRun run, Material material) throws IOException;

    /** The same, for charts that need the verdicts too. */
    default void draw(Path folder, TrainedRun run, Material material, Results results) throws IOException {
        draw(folder, run, material);
    }

    /** The table that closes a run where accuracy is not the measure; empty for the usual one. */
    default Optional<TextTable> table(DataSource source, Results results, int weights) {
        return Optional.empty();
    }
}
