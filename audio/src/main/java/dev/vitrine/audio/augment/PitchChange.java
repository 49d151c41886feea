package dev.vitrine.audio.augment;

import dev.vitrine.audio.dsp.Resampler;
import dev.vitrine.audio.dsp.TimeStretch;
import dev.vitrine.audio.io.Waveform;

/**
 * Makes a sound higher or lower and leaves its length: stretched in time, then played faster, as librosa's
 * {@code effects.pitch_shift} does.
 *
 * @param semitones above 0 is higher; 12 are an octave; from -48 to 48
 */
public record PitchChange(Range semitones) implements Augmentation {
    private static final double MOST = 48;

    public PitchChange {
        if (semitones.low() < -MOST || semitones.high() > MOST) {
            throw new IllegalArgumentException(
                    "semitones must be from -48 to 48, got " + semitones.low() + " to " + semitones.high());
        }
    }

    @Override
    public Waveform apply(Waveform sound, long seed) {
        double factor = StrictMath.pow(2, new Chance(seed).from(semitones) / 12);
        int pretended = (int) Math.max(1, Math.round(sound.sampleRate() * factor));
        double stretch = (double) sound.sampleRate() / pretended;
        float[] stretched = TimeStretch.apply(sound.samples(), stretch);
        return Resampler.resample(new Waveform(stretched, pretended), sound.sampleRate())
                .window(0, sound.samples().length);
    }
}
