package dev.vitrine.audio.synth;

/**
 * Very short sounds at moments that know nothing of each other: drops, sparks.
 *
 * @param perSecond how many, on average
 * @param center of the band of each, in Hz
 * @param decay of each, per s
 * @param level of each; soft ones are the more frequent
 */
record Grains(double perSecond, Span center, Span decay, Span level) {
    private static final double FAINT = 6;

    void scatter(double[] mix, Dice dice) {
        double t = pause(dice);
        while (t * SynthSet.SAMPLE_RATE < mix.length) {
            double strength = level.ratio(dice);
            double fading = decay.ratio(dice);
            double middle = center.ratio(dice);
            Hiss.add(
                    mix,
                    (int) (t * SynthSet.SAMPLE_RATE),
                    FAINT / fading,
                    middle,
                    0.6 * middle,
                    since -> strength * StrictMath.exp(-fading * since),
                    dice);
            t += pause(dice);
        }
    }

    /** Times between the events of a Poisson process. */
    private double pause(Dice dice) {
        return -StrictMath.log(1 - dice.between(0, 1)) / perSecond;
    }
}
