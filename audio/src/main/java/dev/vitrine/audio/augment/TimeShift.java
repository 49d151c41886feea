package dev.vitrine.audio.augment;

import dev.vitrine.audio.io.Waveform;

/**
 * Moves a sound in time; what leaves at one end comes in at the other.
 *
 * @param seconds above 0 is later
 */
public record TimeShift(Range seconds) implements Augmentation {
    @Override
    public Waveform apply(Waveform sound, long seed) {
        int length = sound.samples().length;
        if (length == 0) {
            return sound;
        }
        long shift = Math.round(new Chance(seed).from(seconds) * sound.sampleRate());
        int first = (int) Math.floorMod(shift, (long) length);
        float[] shifted = new float[length];
        System.arraycopy(sound.samples(), 0, shifted, first, length - first);
        System.arraycopy(sound.samples(), length - first, shifted, 0, first);
        return new Waveform(shifted, sound.sampleRate());
    }
}
