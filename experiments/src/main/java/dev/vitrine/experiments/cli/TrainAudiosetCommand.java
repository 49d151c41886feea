package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.vitrine.audio.audioset.EmbeddingSynth;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.audioset.AudiosetExperiment;
import dev.vitrine.experiments.audioset.Changes;
import dev.vitrine.experiments.audioset.EmbeddingSets;
import dev.vitrine.experiments.audioset.HowSmall;
import dev.vitrine.experiments.audioset.SoundFolderExperiment;
import dev.vitrine.experiments.audioset.Variant;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.Plan;
import dev.vitrine.experiments.recipe.Protocol;
import dev.vitrine.experiments.recipe.RunFolder;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code vitrine train audioset}. */
@Parameters(commandDescription = "One sound among all others, by a network as small as may be.")
final class TrainAudiosetCommand implements Command {
    private static final String ALL_EIGHT = "all-eight";
    private static final String ALL = "all";
    private static final String SOUND = "Bark";
    private static final String MADE_SOUND = "knock";

    @ParametersDelegate
    private final TrainOptions options =
            new TrainOptions(new Plan(20, 25, 32, Plan.Optimization.ADAM, 1e-3, Plan.Decay.COSINE, 1, 1));

    @Parameter(
            names = "--class",
            placeholder = "SOUND",
            description = "A class of AudioSet by name or identifier, several with commas, or all-eight."
                    + " By default Bark, and knock of the made sounds.")
    private @Nullable String sound;

    @Parameter(
            names = "--size",
            placeholder = "SIZE",
            description = "initial, small, tiny, or all of these three; image convolves where it should not."
                    + " Tiny unless said otherwise.")
    private String size = "";

    @Parameter(
            names = "--changes",
            placeholder = "WHICH",
            description = "none, or forgetful: half of the numbers, others each time, are missing from a clip that is"
                    + " learned from. By default what the size gains from.")
    private @Nullable Changes changes;

    @Parameter(
            names = "--protocol",
            placeholder = "WHICH",
            converter = ProtocolWord.class,
            description = "leak-free, or original: size image.")
    private Protocol protocol = Protocol.LEAK_FREE;

    @Override
    public String name() {
        return "train " + AudiosetExperiment.NAME;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("--data audioset --class Bark --size small --folds 5", "Barks, five-fold."),
                new Example("--data audioset --class all-eight --size all --folds 5", "How small may it be?"),
                new Example("--data tracks --class music --folds 5", "Music, from folders of WAV files."),
                new Example("", "One split, on embeddings that the program makes."));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "The folder of data holds AudioSet's TFRecord shards and class_labels_indices.csv. All clips that have the"
                        + " sound are set against as many others, drawn at random. The 128 numbers of a second are"
                        + " channels; size image takes them for one side of an image, though they have no neighbours.",
                "Or it holds sounds: table.csv with columns path and label, or a folder for each class. Then 128 mel bands"
                        + " in frames of 50 ms are the channels, for what is faster than a second.");
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        EmbeddingSets sets = new EmbeddingSets();
        HowSmall found = new HowSmall();
        boolean heard = options.folder().isPresent()
                && SoundFolderExperiment.holdsSounds(options.folder().get());
        List<String> sounds = sounds();
        List<Variant> sizes = sizes();
        for (String each : sounds) {
            for (Variant variant : sizes) {
                if (sounds.size() * sizes.size() > 1) {
                    console.warn("--- " + each + ", " + variant.word());
                }
                AudiosetExperiment.Choice choice = new AudiosetExperiment.Choice(
                        each, variant, options.seed(), changes == null ? variant.usualChanges() : changes);
                Experiment experiment =
                        heard ? new SoundFolderExperiment(choice, found) : new AudiosetExperiment(choice, sets, found);
                if (options.train(experiment, console, stop).isEmpty()) {
                    return;
                }
            }
        }
        if (sounds.size() * sizes.size() > 1) {
            RunFolder folder =
                    RunFolder.create(options.runs(), "audioset-how-small", LocalDateTime.now(ZoneId.systemDefault()));
            found.draw(folder.charts());
            console.say(found.table());
            console.say("charts: " + folder.charts());
        }
    }

    private List<String> sounds() {
        if (sound == null) {
            return List.of(options.hasData() ? SOUND : MADE_SOUND);
        }
        if (sound.equals(ALL_EIGHT)) {
            return options.hasData() ? AudiosetExperiment.ALL_EIGHT : EmbeddingSynth.CLASSES;
        }
        return AudiosetExperiment.ALL_EIGHT.contains(sound)
                ? List.of(sound)
                : Arrays.stream(sound.split(",", -1)).map(String::strip).toList();
    }

    private List<Variant> sizes() {
        if (size.equals(ALL)) {
            return Variant.sizes();
        }
        if (size.isEmpty()) {
            return List.of(protocol == Protocol.ORIGINAL ? Variant.IMAGE : Variant.TINY);
        }
        return Arrays.stream(Variant.values())
                .filter(each -> each.word().equals(size.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> new UserError("--size must be initial, small, tiny, image or all, got " + size));
    }
}
