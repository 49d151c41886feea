package dev.vitrine.experiments.audioset;

import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.experiments.model.AudiosetNet;
import dev.vitrine.experiments.model.NamedNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which network listens. */
@SuppressWarnings("ImmutableEnumChecker") // the list is a copy that nothing changes
public enum Variant {
    /** Three convolutions over time, 59,873 weights. */
    INITIAL(NamedNetwork.AUDIOSET_INITIAL, List.of("features.1", "features.4", "features.7")),
    /** Two convolutions over time, 9,841 weights. */
    SMALL(NamedNetwork.AUDIOSET_SMALL, List.of("features.1", "features.4")),
    /** Two narrow convolutions over time and a mean, 1,653 weights. */
    TINY(NamedNetwork.AUDIOSET_TINY, List.of("features.1", "features.3")),
    /** Convolutions in two dimensions, over an axis that has no neighbours: what one should not do. */
    IMAGE(NamedNetwork.AUDIOSET_IMAGE, List.of("features.2", "features.6"));

    private final NamedNetwork network;
    private final List<String> layers;

    Variant(NamedNetwork network, List<String> layers) {
        this.network = network;
        this.layers = List.copyOf(layers);
    }

    /** The three sizes, from the largest to the smallest. */
    public static List<Variant> sizes() {
        return List.of(INITIAL, SMALL, TINY);
    }

    /** As in {@code tiny}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The changes that it gains from: a small network has no room to learn clips by heart, and a large one learns less. */
    public Changes usualChanges() {
        return this == TINY ? Changes.FORGETFUL : Changes.NONE;
    }

    /** The variant of that word. */
    static Variant of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no network audioset-" + word));
    }

    NamedNetwork network() {
        return network;
    }

    /** The paths of what each convolution says, after ReLU. */
    List<String> layers() {
        return layers;
    }

    /** How large the network over channels is. */
    AudiosetNet.Size netSize() {
        return switch (this) {
            case INITIAL -> AudiosetNet.Size.INITIAL;
            case SMALL -> AudiosetNet.Size.SMALL;
            case TINY -> AudiosetNet.Size.TINY;
            case IMAGE -> throw new IllegalStateException("an image has no channels");
        };
    }

    /** The shape of one input. */
    Shape input() {
        return network.input().shape();
    }

    /** True if the numbers of a second are channels; false if they are one side of an image. */
    boolean inChannels() {
        return this != IMAGE;
    }
}
