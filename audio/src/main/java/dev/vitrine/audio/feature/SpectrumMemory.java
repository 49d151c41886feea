package dev.vitrine.audio.feature;

import java.util.ArrayList;
import java.util.List;

/** Spectra of a first pass, kept for a second as far as there is room. */
final class SpectrumMemory {
    /** Numbers that are kept at most: 32 MB. */
    private static final int ROOM = 1 << 23;

    private final List<float[]> spectra = new ArrayList<>();
    private int room = ROOM;

    void keep(double[] power) {
        if (room < power.length) {
            room = 0; // those after it would be of no use
            return;
        }
        room -= power.length;
        float[] kept = new float[power.length];
        for (int f = 0; f < kept.length; f++) {
            kept[f] = (float) power[f];
        }
        spectra.add(kept);
    }

    /** Writes |X|² of frame t and tells whether it was kept. */
    boolean recall(long t, double[] power) {
        if (t >= spectra.size()) {
            return false;
        }
        float[] kept = spectra.get((int) t);
        for (int f = 0; f < power.length; f++) {
            power[f] = kept[f];
        }
        return true;
    }
}
