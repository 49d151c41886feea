package dev.vitrine.audio.augment;

import dev.vitrine.audio.io.Waveform;

/**
 * Puts another recording under a sound, from a place in it that is drawn, over again where it is shorter.
 *
 * @param background at the rate of the sound, at least one sample
 * @param ratio of the sound's power to the background's, in dB
 */
public record BackgroundMix(Waveform background, Range ratio) implements Augmentation {
    public BackgroundMix {
        if (background.samples().length == 0) {
            throw new IllegalArgumentException("the background has no samples; expected at least one");
        }
    }

    @Override
    public Waveform apply(Waveform sound, long seed) {
        requireRate(sound);
        Chance chance = new Chance(seed);
        float[] under = background.samples();
        int at = chance.below(under.length);
        float[] piece = new float[sound.samples().length];
        for (int i = 0; i < piece.length; i++) {
            piece[i] = under[(int) (((long) at + i) % under.length)];
        }
        float loudness = new Waveform(piece, sound.sampleRate()).rms();
        double share = loudness == 0 ? 0 : sound.rms() / Decibels.toFactor(chance.from(ratio)) / loudness;
        for (int i = 0; i < piece.length; i++) {
            piece[i] = (float) (sound.samples()[i] + share * piece[i]);
        }
        return new Waveform(piece, sound.sampleRate());
    }

    private void requireRate(Waveform sound) {
        if (background.sampleRate() != sound.sampleRate()) {
            throw new IllegalArgumentException("the background has " + background.sampleRate()
                    + " Hz; expected the sound's " + sound.sampleRate() + "; resample it");
        }
    }
}
