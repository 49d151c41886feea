package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.vitrine.experiments.musicspeech.MusicSpeechExperiment;
import dev.vitrine.experiments.musicspeech.MusicSpeechFeatures;
import dev.vitrine.experiments.musicspeech.Target;
import dev.vitrine.experiments.recipe.Plan;
import dev.vitrine.experiments.recipe.Protocol;
import java.io.IOException;
import java.util.List;

/** {@code vitrine train music-speech}. */
@Parameters(commandDescription = "Music against speech, from a few features of a clip.")
final class TrainMusicSpeechCommand implements Command {
    @ParametersDelegate
    private final TrainOptions options =
            new TrainOptions(new Plan(20, 20, 32, Plan.Optimization.ADAM, 0.001, Plan.Decay.COSINE, 5, 1));

    @Parameter(
            names = "--target",
            placeholder = "WHAT",
            description = "Is it music? speech? or both: which of the classes is it?")
    private Target target = Target.BOTH;

    @Parameter(
            names = "--features",
            placeholder = "N",
            description = "25 means as the original had, which lost an MFCC; 26; or 52: with the deviation of each.")
    private int features = 52;

    @Parameter(
            names = "--hidden",
            placeholder = "SIZE",
            description = "wide (256, 128, 64), narrow (128, 128, 64) or minimal (8 units).")
    private MusicSpeechExperiment.Hidden hidden = MusicSpeechExperiment.Hidden.WIDE;

    @Parameter(
            names = "--window",
            placeholder = "SECONDS",
            description = "What is seen of a clip at once; 0 for all of it.")
    private int window = 3;

    @Parameter(
            names = "--protocol",
            placeholder = "WHICH",
            converter = ProtocolWord.class,
            description = "leak-free, or original: ten samples of each clip, two models, one column of labels.")
    private Protocol protocol = Protocol.LEAK_FREE;

    @Override
    public String name() {
        return "train " + MusicSpeechExperiment.NAME;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("--data tracks --target music", "Is a track music? Five-fold cross-validation."),
                new Example("--hidden minimal", "With 8 hidden units, on sounds that the program makes."));
    }

    @Override
    public List<String> notes() {
        return List.of("The folder of tracks has a folder for each class, such as music and speech. A window of a clip"
                + " is the means over time of chroma, level, four measures of the spectrum and 19 or 20 MFCC, and their"
                + " deviations unless --features is 25 or 26. Other classes may stand beside music and speech: batches"
                + " hold as many clips of each.");
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        if (protocol == Protocol.ORIGINAL) {
            originals(console, stop);
        } else {
            MusicSpeechFeatures numbers = MusicSpeechFeatures.counting(features);
            options.train(new MusicSpeechExperiment(target, numbers, hidden, window, protocol), console, stop);
        }
    }

    /** Two models were published, one for music and one for speech. */
    private void originals(Console console, StopSignal stop) throws IOException {
        List<Target> models = target == Target.BOTH ? List.of(Target.MUSIC, Target.SPEECH) : List.of(target);
        for (Target model : models) {
            console.warn("--- the published model for " + model.word());
            if (options.trainOnce(MusicSpeechExperiment.original(model), console, stop)
                    .isEmpty()) {
                return;
            }
        }
    }
}
