package dev.vitrine.experiments.features;

import dev.vitrine.audio.feature.SampleSource;

/** A sound whose samples can be had from the start more than once. */
interface Sound {
    /** The samples from the start; those given out before are no longer to be used. */
    SampleSource samples();

    /** In Hz. */
    int sampleRate();
}
