package dev.vitrine.audio.synth;

/**
 * Echoes: three delays that feed back, one after the other in no common measure.
 *
 * <p>Source: Schroeder, "Natural Sounding Artificial Reverberation", J. AES 10, 1962 (comb filters side by side).
 */
final class Room {
    private Room() {}

    /** Adds the echoes of a room thrown with the dice: from a meadow to a tiled floor. */
    static void echo(double[] mix, Dice dice) {
        double wet = dice.between(0, 0.4);
        double[] dry = mix.clone();
        for (double milliseconds : dice.around(0.2, 31, 43, 59)) {
            int delay = (int) (milliseconds / 1000 * SynthSet.SAMPLE_RATE);
            double feedback = dice.between(0.2, 0.6);
            double[] echo = new double[mix.length];
            for (int i = delay; i < mix.length; i++) {
                echo[i] = dry[i - delay] + feedback * echo[i - delay];
                mix[i] += wet / 3 * echo[i];
            }
        }
    }
}
