package dev.vitrine.audio.augment;

import dev.vitrine.audio.io.Waveform;

/** A way to vary a sound. */
public sealed interface Augmentation
        permits BackgroundMix, Chain, FrequencyMask, Gain, PitchChange, SpeedChange, TimeMask, TimeShift, WhiteNoise {
    /** The sound, varied; equal seeds give equal sounds. What is given stays untouched. */
    Waveform apply(Waveform sound, long seed);
}
