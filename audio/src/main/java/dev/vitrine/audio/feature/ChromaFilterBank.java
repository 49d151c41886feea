package dev.vitrine.audio.feature;

/**
 * How much of each frequency belongs to each of the pitch classes C, C♯ … B: librosa's {@code filters.chroma} with
 * {@code ctroct=5, octwidth=2, norm=2, base_c=True}.
 *
 * <p><b>Shape</b>: [12, F].
 *
 * <p>Source: Ellis, "Chroma feature analysis and synthesis", LabROSA 2007.
 */
final class ChromaFilterBank {
    static final int CLASSES = 12;
    private static final double CENTRE_OCTAVE = 5;
    private static final double WIDTH_IN_OCTAVES = 2;

    private final FilterRow[] rows = new FilterRow[CLASSES];

    /**
     * The filters.
     *
     * @param tuning in semitones
     */
    ChromaFilterBank(int sampleRate, int fftSize, double tuning) {
        double[] pitches = pitches(sampleRate, fftSize, tuning);
        double[][] weights = new double[CLASSES][fftSize / 2 + 1];
        for (int f = 0; f <= fftSize / 2; f++) {
            // One more pitch is always known: there are fftSize of them.
            double width = Math.max(1, f + 1 < fftSize ? pitches[f + 1] - pitches[f] : 1);
            double squares = 0;
            for (int c = 0; c < CLASSES; c++) {
                double away = remainder(pitches[f] - c + CLASSES / 2.0) - CLASSES / 2.0;
                double hill = Math.exp(-0.5 * (2 * away / width) * (2 * away / width));
                weights[fromC(c)][f] = hill;
                squares += hill * hill;
            }
            double octaves = (pitches[f] / CLASSES - CENTRE_OCTAVE) / WIDTH_IN_OCTAVES;
            double scale = Math.exp(-0.5 * octaves * octaves) / Math.sqrt(squares);
            for (int c = 0; c < CLASSES; c++) {
                weights[c][f] *= scale;
            }
        }
        for (int c = 0; c < CLASSES; c++) {
            rows[c] = new FilterRow(0, weights[c]);
        }
    }

    /** Row 0 is C, while pitches count from A. */
    private static int fromC(int fromA) {
        return (fromA + CLASSES - 3) % CLASSES;
    }

    /** In semitones above A0; frequency 0 stands an octave and a half below the first. */
    private static double[] pitches(int sampleRate, int fftSize, double tuning) {
        double[] pitches = new double[fftSize];
        for (int f = 1; f < fftSize; f++) {
            double hz = (double) f * sampleRate / fftSize;
            pitches[f] = CLASSES * Tuning.octaves(hz) - tuning;
        }
        pitches[0] = pitches[1] - 1.5 * CLASSES;
        return pitches;
    }

    private static double remainder(double value) {
        return value - CLASSES * Math.floor(value / CLASSES);
    }

    /** Writes the chroma of one frame's power, the largest of the twelve set to 1. */
    void apply(double[] power, double[] chroma) {
        double largest = 0;
        for (int c = 0; c < CLASSES; c++) {
            chroma[c] = rows[c].sum(power);
            largest = Math.max(largest, chroma[c]);
        }
        for (int c = 0; c < CLASSES && largest >= Float.MIN_NORMAL; c++) {
            chroma[c] /= largest;
        }
    }
}
