package dev.vitrine.audio.augment;

import dev.vitrine.audio.dsp.Resampler;
import dev.vitrine.audio.io.Waveform;

/**
 * Plays a sound faster or slower, as a tape does: its pitch goes with the speed, and it becomes shorter or longer.
 *
 * @param factor above 1 is faster, more than 0
 */
public record SpeedChange(Range factor) implements Augmentation {
    private static final double SLOWEST = 0.01;

    public SpeedChange {
        factor.requireAtLeast(SLOWEST, "a speed");
    }

    @Override
    public Waveform apply(Waveform sound, long seed) {
        double drawn = new Chance(seed).from(factor);
        int pretended = (int) Math.max(1, Math.round(sound.sampleRate() * drawn));
        return Resampler.resample(new Waveform(sound.samples(), pretended), sound.sampleRate());
    }
}
