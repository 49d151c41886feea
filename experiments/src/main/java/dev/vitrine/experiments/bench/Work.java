package dev.vitrine.experiments.bench;

import dev.vitrine.experiments.model.NamedNetwork;

/** A training step that can be timed, and that other tools are timed on as well. */
public enum Work {
    /** Ten convolutions on 32 seconds of raw sound. */
    W1(NamedNetwork.CATS_DOGS, 32),
    /** Convolutions on 32 images of 10 by 128. */
    W2(NamedNetwork.AUDIOSET_IMAGE, 32),
    /** Dense layers on 32 rows of 25 features. */
    W3(NamedNetwork.MUSIC_SPEECH_256, 32),
    /** Convolutions on 32 spectrograms of 128 by 126. */
    W4(NamedNetwork.NSYNTH_MINIMAL, 32),
    /** Long convolutions on 16 clips of 110,250 samples. */
    W5(NamedNetwork.ESC_RAW, 16);

    private final NamedNetwork network;
    private final int batch;

    Work(NamedNetwork network, int batch) {
        this.network = network;
        this.batch = batch;
    }

    /** What is trained. */
    public NamedNetwork network() {
        return network;
    }

    /** Items in one step. */
    public int batch() {
        return batch;
    }
}
