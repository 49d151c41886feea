package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.vitrine.audio.dataset.Esc50;
import dev.vitrine.experiments.audioset.AudiosetExperiment;
import dev.vitrine.experiments.audioset.Changes;
import dev.vitrine.experiments.audioset.EmbeddingSets;
import dev.vitrine.experiments.audioset.HowSmall;
import dev.vitrine.experiments.audioset.Variant;
import dev.vitrine.experiments.drawn.DrawnExperiment;
import dev.vitrine.experiments.esc.Begin;
import dev.vitrine.experiments.esc.EscExperiment;
import dev.vitrine.experiments.esc.EscView;
import dev.vitrine.experiments.musicspeech.MusicSpeechExperiment;
import dev.vitrine.experiments.musicspeech.Target;
import dev.vitrine.experiments.nsynth.FrontEnd;
import dev.vitrine.experiments.nsynth.NsynthExperiment;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of results names a command for each run: there is such a command, and it takes those options. */
class CommandsOnThePageTest {
    static Stream<Experiment> experiments() {
        return Stream.of(
                new AudiosetExperiment(
                        new AudiosetExperiment.Choice("Baby cry, infant cry", Variant.TINY, 3, Changes.FORGETFUL),
                        new EmbeddingSets(),
                        new HowSmall()),
                new DrawnExperiment(),
                new EscExperiment(Esc50.Part.ESC_10, EscView.FEATURES, Begin.scratch(), Protocol.LEAK_FREE),
                new EscExperiment(Esc50.Part.ESC_50, EscView.TRANSFER, new Begin("darknet", 8), Protocol.LEAK_FREE),
                MusicSpeechExperiment.original(Target.BOTH),
                new NsynthExperiment(FrontEnd.LINEAR_255, NsynthExperiment.Turns.SHARDS));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void optionsOfEveryExperimentAreTakenByItsCommand(Experiment experiment) {
        Command command = new TrainCommand()
                .parts().stream()
                        .filter(part -> part.name().equals("train " + experiment.name()))
                        .findFirst()
                        .orElseThrow();
        List<String> words = new ArrayList<>();
        experiment.options().forEach((name, value) -> words.addAll(List.of("--" + name, value)));
        assertThatCode(() -> Options.fill(command, words)).doesNotThrowAnyException();
    }
}
