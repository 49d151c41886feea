package dev.vitrine.audio.synth;

/** How loud a sound is. */
final class Loudness {
    private Loudness() {}

    static double rootMeanSquare(double[] sound) {
        double sum = 0;
        for (double value : sound) {
            sum += value * value;
        }
        return Math.sqrt(sum / sound.length);
    }

    static double peak(double[] sound) {
        double peak = 0;
        for (double value : sound) {
            peak = Math.max(peak, Math.abs(value));
        }
        return peak;
    }
}
