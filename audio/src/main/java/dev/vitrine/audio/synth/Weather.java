package dev.vitrine.audio.synth;

/** Rain, the sea and a fire: noise and what falls or bursts in it. */
final class Weather {
    private Weather() {}

    /** Drops that can be told apart over many that cannot. */
    static Source rain(Dice thrown) {
        double center = thrown.ratio(1500, 6000);
        double steady = thrown.between(0.03, 0.25);
        Grains drops = new Grains(thrown.ratio(40, 400), new Span(800, 6500), new Span(150, 900), new Span(0.1, 1));
        return (mix, dice) -> {
            Hiss.add(mix, 0, seconds(mix), center, center, t -> steady, dice);
            Hiss.add(mix, 0, seconds(mix), 400, 500, t -> 0.3 * steady, dice);
            drops.scatter(mix, dice);
        };
    }

    /** Each wave comes slowly, breaks and runs out; the foam is brighter than the swell. */
    static Source sea(Dice thrown) {
        double period = thrown.between(2.5, 8);
        double deep = thrown.ratio(150, 500);
        double foam = thrown.ratio(1500, 5000);
        double depth = thrown.between(0.5, 0.95);
        return (mix, dice) -> {
            double shift = dice.between(0, period);
            Hiss.add(mix, 0, seconds(mix), deep, deep, t -> 0.3 + 0.3 * crest((t + shift) / period), dice);
            Hiss.add(
                    mix,
                    0,
                    seconds(mix),
                    foam,
                    foam,
                    t -> 0.5 * (1 - depth + depth * StrictMath.pow(crest((t + shift) / period), 2)),
                    dice);
        };
    }

    /** Rises over three fifths of a wave, falls over the rest. */
    private static double crest(double waves) {
        double t = waves - Math.floor(waves);
        return t < 0.6 ? t / 0.6 : (1 - t) / 0.4;
    }

    static Source fire(Dice thrown) {
        double roar = thrown.between(0.02, 0.2);
        double flicker = thrown.between(1, 4);
        Grains sparks = new Grains(thrown.ratio(5, 40), new Span(900, 6500), new Span(200, 1500), new Span(0.05, 1.5));
        return (mix, dice) -> {
            double shift = dice.between(0, 10);
            Hiss.add(mix, 0, seconds(mix), 150, 200, t -> roar * flame(flicker * (t + shift)), dice);
            Hiss.add(mix, 0, seconds(mix), 2500, 3000, t -> 0.2 * roar * flame(flicker * (t + shift)), dice);
            sparks.scatter(mix, dice);
        };
    }

    private static double flame(double t) {
        return 1 + 0.3 * StrictMath.sin(2 * Math.PI * t) + 0.3 * StrictMath.sin(2 * Math.PI * 1.618 * t);
    }

    private static double seconds(double[] mix) {
        return (double) mix.length / SynthSet.SAMPLE_RATE;
    }
}
