package dev.vitrine.audio.synth;

/**
 * Meows and barks from a source-and-filter model.
 *
 * <p>A meow glides: the pitch rises and falls, and the formants go through m, e, a, o, w. A bark bursts: sharp onset, a
 * short fall of pitch, much noise, once or several times. Some cats mew shortly and some dogs whine long, pitches and
 * lengths overlap, and both stand in rooms with noise, so that neither loudness nor pitch alone tells them apart.
 */
public final class CatsDogsSynth {
    /** In Hz. */
    public static final int SAMPLE_RATE = 16_000;

    private static final double ODD_ONE_OUT = 0.2;

    private CatsDogsSynth() {}

    /** A recording of a cat, 1.2 to 4 seconds. Equal seeds give equal sounds. */
    public static float[] meow(long seed) {
        Dice dice = new Dice(seed);
        Scene scene = new Scene(dice.between(1.2, 4), dice);
        boolean mews = dice.chance(ODD_ONE_OUT);
        double size = dice.ratio(1.05, 1.6);
        double pitch = dice.ratio(280, 750);
        double at = dice.between(0, 0.25);
        while (at < scene.seconds() - 0.25) {
            double seconds = mews ? dice.between(0.12, 0.3) : dice.between(0.4, 1.1);
            scene.add(cat(dice, seconds, pitch, size).samples(dice), at);
            at += seconds + (mews ? dice.between(0.08, 0.5) : dice.between(0.1, 0.9));
        }
        return scene.record();
    }

    private static Voice cat(Dice dice, double seconds, double pitch, double size) {
        return new Voice(
                seconds,
                new Curve(scaled(pitch, dice.around(0.08, 0.85, 1.1, 1.2, 1.05, 0.8))),
                new Curve(scaled(size, dice.around(0.12, 320, 520, 820, 560, 380))),
                new Curve(scaled(size, dice.around(0.12, 1000, 2000, 1550, 1000, 800))),
                new Curve(new double[] {0, dice.between(0.5, 0.9), 1, dice.between(0.6, 1), 0}),
                dice.between(0.4, 1.1),
                dice.between(0.1, 0.9),
                dice.between(0.02, 0.25));
    }

    /** A recording of a dog, 1.2 to 4 seconds. Equal seeds give equal sounds. */
    public static float[] bark(long seed) {
        Dice dice = new Dice(seed);
        Scene scene = new Scene(dice.between(1.2, 4), dice);
        boolean whines = dice.chance(ODD_ONE_OUT);
        double size = dice.ratio(0.7, 1.25);
        double pitch = dice.ratio(180, 620);
        double at = dice.between(0, 0.25);
        while (at < scene.seconds() - 0.15) {
            double seconds = whines ? dice.between(0.35, 0.9) : dice.between(0.09, 0.28);
            Voice voice = whines ? whine(dice, seconds, pitch * 1.4, size) : burst(dice, seconds, pitch, size);
            scene.add(voice.samples(dice), at);
            at += seconds + (whines ? dice.between(0.1, 0.7) : dice.between(0.08, 0.6));
        }
        return scene.record();
    }

    private static Voice burst(Dice dice, double seconds, double pitch, double size) {
        return new Voice(
                seconds,
                new Curve(scaled(pitch, dice.around(0.08, 1.0, 1.15, 0.85, 0.6))),
                new Curve(scaled(size, dice.around(0.15, 500, 750, 600, 450))),
                new Curve(scaled(size, dice.around(0.15, 1300, 1700, 1400, 1100))),
                new Curve(new double[] {0, 1, dice.between(0.6, 0.9), dice.between(0.3, 0.6), 0.15, 0}),
                dice.between(0.4, 1.1),
                dice.between(0.6, 2.2),
                dice.between(0.1, 0.5));
    }

    private static Voice whine(Dice dice, double seconds, double pitch, double size) {
        return new Voice(
                seconds,
                new Curve(scaled(pitch, dice.around(0.05, 1.0, 1.05, 1.0, 0.95))),
                new Curve(scaled(size, dice.around(0.1, 600, 650, 600))),
                new Curve(scaled(size, dice.around(0.1, 1400, 1500, 1400))),
                new Curve(new double[] {0, 1, dice.between(0.6, 1), 0}),
                dice.between(0.6, 1.3),
                dice.between(0.1, 0.8),
                dice.between(0.05, 0.3));
    }

    private static double[] scaled(double factor, double[] points) {
        double[] scaled = points.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }
}
