package dev.vitrine.audio.synth;

/** What a microphone hears besides: noise of some colour, and mains hum in some rooms. */
final class Background {
    private static final double HUMMING_ROOMS = 0.3;
    private static final double BUZZ = 0.4;

    private Background() {}

    /** Adds noise whose root mean square is {@code level}, and hum up to as strong. */
    static void add(double[] mix, double level, Dice dice) {
        double[] noise = noise(mix.length, dice);
        double scale = level / Loudness.rootMeanSquare(noise);
        double hum = dice.chance(HUMMING_ROOMS) ? level * dice.between(0.2, 1) : 0;
        double step = 2 * Math.PI * (dice.chance(0.5) ? 50 : 60) / SynthSet.SAMPLE_RATE;
        for (int i = 0; i < mix.length; i++) {
            double mains = StrictMath.sin(2 * step * i) + BUZZ * StrictMath.sin(6 * step * i);
            mix[i] += scale * noise[i] + hum * mains;
        }
    }

    /** White noise and two leaky sums of it: from brown over pink to nearly white. */
    private static double[] noise(int length, Dice dice) {
        double deep = dice.ratio(0.3, 3);
        double bright = dice.ratio(0.3, 3);
        double[] noise = new double[length];
        double slow = 0;
        double middle = 0;
        for (int i = 0; i < length; i++) {
            double white = dice.between(-1, 1);
            slow = 0.998 * slow + 0.045 * white;
            middle = 0.96 * middle + 0.12 * white;
            noise[i] = deep * slow + middle + 0.15 * bright * white;
        }
        return noise;
    }
}
