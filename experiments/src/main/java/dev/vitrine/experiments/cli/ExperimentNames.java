package dev.vitrine.experiments.cli;

import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.audioset.AudiosetExperiment;
import dev.vitrine.experiments.catsdogs.CatsDogsExperiment;
import dev.vitrine.experiments.drawn.DrawnExperiment;
import dev.vitrine.experiments.esc.EscExperiment;
import dev.vitrine.experiments.musicspeech.MusicSpeechExperiment;
import dev.vitrine.experiments.nsynth.NsynthExperiment;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.RunConfig;
import dev.vitrine.experiments.recipe.RunFolder;
import java.io.IOException;
import java.util.List;

/** From the name in a run's configuration to its experiment. */
final class ExperimentNames {
    /** The five that have recordings of their own. */
    static final List<String> OF_SOUNDS = List.of(
            AudiosetExperiment.NAME,
            CatsDogsExperiment.NAME,
            MusicSpeechExperiment.NAME,
            NsynthExperiment.NAME,
            EscExperiment.NAME);

    private ExperimentNames() {}

    /** The experiment of a run, with the choices made then. */
    static Experiment of(RunConfig config) {
        return switch (config.experiment()) {
            case AudiosetExperiment.NAME -> AudiosetExperiment.of(config.settings());
            case CatsDogsExperiment.NAME -> CatsDogsExperiment.of(config.settings());
            case DrawnExperiment.NAME -> new DrawnExperiment();
            case EscExperiment.NAME -> EscExperiment.of(config.settings());
            case MusicSpeechExperiment.NAME -> MusicSpeechExperiment.of(config.settings());
            case NsynthExperiment.NAME -> NsynthExperiment.of(config.settings());
            default -> throw new UserError("this version knows no experiment " + config.experiment());
        };
    }

    /** The experiment of a run of cats-dogs, which alone the command knows how to serve. */
    static CatsDogsExperiment catsDogs(String command, RunConfig config) {
        if (of(config) instanceof CatsDogsExperiment experiment) {
            return experiment;
        }
        throw new UserError("%s: expected a run of cats-dogs, got one of %s".formatted(command, config.experiment()));
    }

    /** The configuration of a run. */
    static RunConfig config(RunFolder folder) throws IOException {
        return folder.readConfig(RunConfig.class);
    }
}
