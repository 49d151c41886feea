package dev.vitrine.experiments.model;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The networks by name, each with the input it was made for, the number of its classes and what it is asked. */
@SuppressWarnings("ImmutableEnumChecker") // an input is a value and a supplier holds nothing
public enum NamedNetwork {
    /** Ten convolutions on a second of raw sound. */
    CATS_DOGS(
            "cats-dogs",
            "",
            CatsDogsNet::new,
            Input.inTime(Shape.of(1, CatsDogsNet.INPUT_LENGTH), "a second of sound at 16 kHz", 1000.0 / 16_000),
            Objective.YES_OR_NO,
            2),
    /** One sound among all others, the largest of three. */
    AUDIOSET_INITIAL(
            "audioset",
            "initial",
            () -> new AudiosetNet(AudiosetNet.Size.INITIAL),
            Inputs.EMBEDDINGS,
            Objective.YES_OR_NO,
            2),
    /** One sound among all others, the middle one of three. */
    AUDIOSET_SMALL(
            "audioset",
            "small",
            () -> new AudiosetNet(AudiosetNet.Size.SMALL),
            Inputs.EMBEDDINGS,
            Objective.YES_OR_NO,
            2),
    /** One sound among all others, the smallest of three. */
    AUDIOSET_TINY(
            "audioset",
            "tiny",
            () -> new AudiosetNet(AudiosetNet.Size.TINY),
            Inputs.EMBEDDINGS,
            Objective.YES_OR_NO,
            2),
    /** The same as if the embeddings were an image. */
    AUDIOSET_IMAGE(
            "audioset",
            "image",
            AudiosetImageNet::new,
            Input.of(
                    Shape.of(1, AudiosetNet.SECONDS, AudiosetNet.CHANNELS),
                    "10 seconds of VGGish embeddings as an image of 10 by 128"),
            Objective.YES_OR_NO,
            2),
    /** Music or not, speech or not, from 25 features: 256, 128 and 64 hidden units. */
    MUSIC_SPEECH_256(
            "music-speech",
            "256",
            () -> new MultilayerPerceptron(Inputs.MUSIC_SPEECH_FEATURES, List.of(256, 128, 64), 2),
            Inputs.CLIP_FEATURES,
            Objective.WHICH_CLASS,
            2),
    /** The same with 128, 128 and 64 hidden units. */
    MUSIC_SPEECH_128(
            "music-speech",
            "128",
            () -> new MultilayerPerceptron(Inputs.MUSIC_SPEECH_FEATURES, List.of(128, 128, 64), 2),
            Inputs.CLIP_FEATURES,
            Objective.WHICH_CLASS,
            2),
    /** Instrument families with few weights. */
    NSYNTH_MINIMAL(
            "nsynth",
            "minimal",
            () -> new SpectrogramNet(List.of(16, 32, 64, 64), NsynthOriginalNet.FAMILIES),
            Input.inTime(
                    Shape.of(1, Inputs.NOTE_BANDS, Inputs.NOTE_FRAMES),
                    "128 log-mel bands of a note of 4 seconds at 16 kHz",
                    1000.0 * 512 / 16_000),
            Objective.WHICH_CLASS,
            NsynthOriginalNet.FAMILIES),
    /** Instrument families with 59 million weights. */
    NSYNTH_ORIGINAL(
            "nsynth",
            "original",
            () -> new NsynthOriginalNet(NsynthOriginalNet.SIDE, NsynthOriginalNet.HIDDEN, NsynthOriginalNet.FAMILIES),
            Input.inTime(
                    Shape.of(1, NsynthOriginalNet.SIDE, NsynthOriginalNet.SIDE),
                    "a linear spectrogram of a note of 4 seconds, resized to 128 by 128",
                    4000.0 / NsynthOriginalNet.SIDE),
            Objective.WHICH_CLASS,
            NsynthOriginalNet.FAMILIES),
    /** Environmental sounds from raw samples. */
    ESC_RAW(
            "esc",
            "raw",
            () -> new EscRawNet(EscFeaturesNet.CLASSES),
            Input.inTime(Shape.of(1, EscRawNet.INPUT_LENGTH), "5 seconds of sound at 22,050 Hz", 1000.0 / 22_050),
            Objective.WHICH_CLASS,
            EscFeaturesNet.CLASSES),
    /** Environmental sounds from an image of MFCC. */
    ESC_FEATURES(
            "esc",
            "features",
            () -> new EscFeaturesNet(EscFeaturesNet.CLASSES),
            Input.inTime(
                    Shape.of(1, EscFeaturesNet.COEFFICIENTS, EscFeaturesNet.FRAMES),
                    "40 MFCC of 5 seconds at 22,050 Hz",
                    1000.0 * 512 / 22_050),
            Objective.WHICH_CLASS,
            EscFeaturesNet.CLASSES),
    /** Environmental sounds from the means of 40 MFCC. */
    ESC_MLP(
            "esc",
            "mlp",
            () -> new MultilayerPerceptron(EscFeaturesNet.COEFFICIENTS, List.of(256, 256), EscFeaturesNet.CLASSES),
            Input.of(Shape.of(EscFeaturesNet.COEFFICIENTS), "the means of 40 MFCC over 5 seconds"),
            Objective.WHICH_CLASS,
            EscFeaturesNet.CLASSES);

    /** Inputs that several networks share. */
    private static final class Inputs {
        static final int MUSIC_SPEECH_FEATURES = 25;
        static final int NOTE_BANDS = 128;
        /** One each 512 of 64,000 samples, the first and the last centred on the ends. */
        static final int NOTE_FRAMES = 126;

        static final Input EMBEDDINGS = Input.inTime(
                Shape.of(AudiosetNet.CHANNELS, AudiosetNet.SECONDS), "10 seconds of VGGish embeddings", 1000);
        static final Input CLIP_FEATURES =
                Input.of(Shape.of(MUSIC_SPEECH_FEATURES), "25 features of a clip, each a mean over time");
    }

    private final String experiment;
    private final String variant;
    private final Supplier<Module> module;
    private final Input input;
    private final Objective objective;
    private final int classes;

    NamedNetwork(
            String experiment, String variant, Supplier<Module> module, Input input, Objective objective, int classes) {
        this.experiment = experiment;
        this.variant = variant;
        this.module = module;
        this.input = input;
        this.objective = objective;
        this.classes = classes;
    }

    /** The system it belongs to, as in {@code esc}. */
    public String experiment() {
        return experiment;
    }

    /** The name on the command line, as in {@code esc-raw}. */
    public String word() {
        return variant.isEmpty() ? experiment : experiment + "-" + variant;
    }

    /** The network with this name; the name of an experiment alone means the first of its networks. */
    public static Optional<NamedNetwork> named(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word) || each.experiment.equals(word))
                .findFirst();
    }

    /** The layers, on no device yet. */
    public Module module() {
        return module.get();
    }

    /** The network on a device, its first weights drawn from a seed. */
    public Network on(Device device, long seed) {
        return Network.of(device, module(), seed);
    }

    /** What it looks at. */
    public Input input() {
        return input;
    }

    /** What it is asked: its loss and the shape of its targets. */
    public Objective objective() {
        return objective;
    }

    /** The number of answers, 2 for yes or no. */
    public int classes() {
        return classes;
    }
}
