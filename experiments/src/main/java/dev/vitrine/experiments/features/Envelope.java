package dev.vitrine.experiments.features;

import dev.vitrine.audio.feature.SampleSource;

/**
 * A waveform as finely as a picture can show it.
 *
 * @param seconds when
 * @param amplitude lowest and highest in turn, or every sample of a short sound
 */
record Envelope(double[] seconds, double[] amplitude) {
    private static final int POINTS = 4000;

    static Envelope of(SampleSource sound, long samples, int sampleRate) {
        int pairs = (int) Math.min(POINTS / 2, Math.max(1, samples / 2));
        double[] seconds = new double[2 * pairs];
        double[] amplitude = new double[2 * pairs];
        float[] block = new float[1 << 14];
        long at = 0;
        int last = -1;
        for (int read = sound.read(block, 0, block.length); read > 0; read = sound.read(block, 0, block.length)) {
            for (int i = 0; i < read; i++, at++) {
                int pair = (int) Math.min(pairs - 1, at * pairs / Math.max(1, samples));
                if (pair != last) {
                    amplitude[2 * pair] = block[i];
                    amplitude[2 * pair + 1] = block[i];
                    last = pair;
                }
                amplitude[2 * pair] = Math.min(amplitude[2 * pair], block[i]);
                amplitude[2 * pair + 1] = Math.max(amplitude[2 * pair + 1], block[i]);
            }
        }
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = (i + 0.5) * samples / seconds.length / sampleRate;
        }
        return new Envelope(seconds, amplitude);
    }
}
