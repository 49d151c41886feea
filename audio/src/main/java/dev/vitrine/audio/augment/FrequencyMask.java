package dev.vitrine.audio.augment;

import dev.vitrine.audio.dsp.OverlapAdd;
import dev.vitrine.audio.io.Waveform;
import java.util.Arrays;

/**
 * Takes a band of frequencies out of a sound, at a place that is drawn.
 *
 * <p>Source: Park and others, "SpecAugment", Interspeech 2019; here on the sound itself, through a short-time Fourier
 * transform.
 *
 * @param width of the band in Hz, at least 0
 */
public record FrequencyMask(Range width) implements Augmentation {
    private static final int FRAME = 1024;

    public FrequencyMask {
        width.requireAtLeast(0, "a mask's width");
    }

    @Override
    public Waveform apply(Waveform sound, long seed) {
        Chance chance = new Chance(seed);
        double nyquist = sound.sampleRate() / 2.0;
        double wide = Math.min(nyquist, chance.from(width));
        double low = chance.from(new Range(0, nyquist - wide));
        double perBin = (double) sound.sampleRate() / FRAME;
        int first = (int) Math.ceil(low / perBin);
        int end = (int) Math.floor((low + wide) / perBin) + 1;
        float[] masked = OverlapAdd.changed(sound.samples(), FRAME, (re, im) -> {
            Arrays.fill(re, first, Math.max(first, end), 0);
            Arrays.fill(im, first, Math.max(first, end), 0);
        });
        return new Waveform(masked, sound.sampleRate());
    }
}
