package dev.vitrine.audio.augment;

import dev.vitrine.audio.io.Waveform;

/**
 * Adds white noise. Silence stays silence.
 *
 * @param ratio of the sound's power to the noise's, in dB
 */
public record WhiteNoise(Range ratio) implements Augmentation {
    @Override
    public Waveform apply(Waveform sound, long seed) {
        Chance chance = new Chance(seed);
        double amplitude = sound.rms() / Decibels.toFactor(chance.from(ratio));
        float[] noisy = sound.samples().clone();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += (float) (amplitude * chance.gaussian());
        }
        return new Waveform(noisy, sound.sampleRate());
    }
}
