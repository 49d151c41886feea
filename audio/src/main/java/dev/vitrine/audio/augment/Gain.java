package dev.vitrine.audio.augment;

import dev.vitrine.audio.io.Waveform;

/**
 * Makes a sound louder or quieter. It is not clipped.
 *
 * @param decibels above 0 is louder
 */
public record Gain(Range decibels) implements Augmentation {
    @Override
    public Waveform apply(Waveform sound, long seed) {
        return sound.scaled(Decibels.toFactor(new Chance(seed).from(decibels)));
    }
}
