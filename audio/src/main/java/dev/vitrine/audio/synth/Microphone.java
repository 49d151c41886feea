package dev.vitrine.audio.synth;

/** What a recorder takes away: the lowest tones and the highest, of each more or less. */
final class Microphone {
    private Microphone() {}

    /** Colours the mix as a recorder thrown with the dice does: from a telephone to a studio. */
    static void colour(double[] mix, Dice dice) {
        double fast = share(dice.ratio(1500, 12_000));
        double slow = share(dice.ratio(20, 400));
        double high = 0;
        double low = 0;
        for (int i = 0; i < mix.length; i++) {
            high += fast * (mix[i] - high);
            low += slow * (high - low);
            mix[i] = high - low;
        }
    }

    /** How far a low-pass of one pole at so many Hz goes towards its input in one sample. */
    private static double share(double frequency) {
        return 1 - StrictMath.exp(-2 * Math.PI * frequency / SynthSet.SAMPLE_RATE);
    }
}
