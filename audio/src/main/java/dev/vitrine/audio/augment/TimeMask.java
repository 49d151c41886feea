package dev.vitrine.audio.augment;

import dev.vitrine.audio.io.Waveform;
import java.util.Arrays;

/**
 * Silences a stretch of a sound, at a place that is drawn (SpecAugment's time masking).
 *
 * @param seconds how long the stretch is, at least 0
 */
public record TimeMask(Range seconds) implements Augmentation {
    public TimeMask {
        seconds.requireAtLeast(0, "a mask's length");
    }

    @Override
    public Waveform apply(Waveform sound, long seed) {
        Chance chance = new Chance(seed);
        int length = sound.samples().length;
        int width = (int) Math.min(length, Math.round(chance.from(seconds) * sound.sampleRate()));
        int first = chance.below(length - width + 1);
        float[] masked = sound.samples().clone();
        Arrays.fill(masked, first, first + width, 0);
        return new Waveform(masked, sound.sampleRate());
    }
}
