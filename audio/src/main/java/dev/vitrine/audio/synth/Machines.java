package dev.vitrine.audio.synth;

import java.util.ArrayList;
import java.util.List;

/** Clocks, helicopters and chainsaws. */
final class Machines {
    private Machines() {}

    /** Tick and tock: two blows on the same case, one a little softer and higher than the other. */
    static Source clock(Dice thrown) {
        double beat = thrown.ratio(0.2, 1);
        double limp = thrown.between(0, 0.06);
        Note tick = blow(1, thrown.ratio(700, 2500), thrown);
        Note tock = blow(thrown.between(0.4, 1), thrown.ratio(700, 2500), thrown);
        return (mix, dice) -> {
            double t = dice.between(0, beat);
            for (int i = 0; t * SynthSet.SAMPLE_RATE < mix.length; i++) {
                double[] sound = (i % 2 == 0 ? tick : tock).samples(0.15, 0.15, dice);
                Scene.put(sound, dice.between(0.85, 1), (int) (t * SynthSet.SAMPLE_RATE), mix);
                t += beat * (i % 2 == 0 ? 1 + limp : 1 - limp);
            }
        };
    }

    private static Note blow(double level, double lowest, Dice dice) {
        List<Partial> partials = new ArrayList<>();
        double frequency = lowest;
        for (int n = 0; n < 4; n++) {
            partials.add(new Partial(frequency, level * dice.between(0.2, 1), 2e-4, dice.ratio(60, 500), 0));
            frequency *= dice.between(1.2, 1.9);
        }
        return new Note(
                partials, new Breath(2 * level, dice.ratio(2000, 6000), 2e-4, dice.ratio(200, 900)), Vibrato.NONE);
    }

    /** Blades that chop the air, over the noise of a turbine. */
    static Source helicopter(Dice thrown) {
        double blades = thrown.ratio(8, 24);
        double sharpness = thrown.between(2, 9);
        double thump = thrown.ratio(60, 250);
        double air = thrown.ratio(500, 2500);
        double turbine = thrown.between(0.1, 0.5);
        double near = thrown.between(0.2, 1);
        return (mix, dice) -> {
            double shift = dice.between(0, 1);
            double seconds = (double) mix.length / SynthSet.SAMPLE_RATE;
            double passing = dice.between(-0.5, 0.5);
            Hiss.add(mix, 0, seconds, thump, thump, t -> chop(blades * t + shift, sharpness) * far(t, passing), dice);
            Hiss.add(
                    mix,
                    0,
                    seconds,
                    air,
                    air,
                    t -> (turbine + near * chop(blades * t + shift, sharpness)) * 0.5 * far(t, passing),
                    dice);
        };
    }

    /** One stroke for each turn of 1. */
    private static double chop(double turns, double sharpness) {
        return StrictMath.pow(0.5 + 0.5 * StrictMath.cos(2 * Math.PI * turns), sharpness);
    }

    private static double far(double t, double passing) {
        return StrictMath.exp(passing * (t - 2.5) / 2.5);
    }

    /** A small engine that idles and is driven up. */
    static Source chainsaw(Dice thrown) {
        double idle = thrown.ratio(35, 70);
        double full = thrown.ratio(90, 190);
        Formants exhaust = Formants.still(
                thrown.ratio(300, 700), thrown.ratio(900, 1800), thrown.ratio(2200, 3400), thrown.ratio(3800, 5200));
        Timbre engine = new Timbre(
                thrown.between(0, 0.6), thrown.between(0.5, 2), thrown.ratio(0.02, 0.12), thrown.between(0.1, 0.5));
        return (mix, dice) -> {
            double[] speed = new double[8];
            double[] power = new double[8];
            boolean driven = dice.chance(0.6);
            for (int i = 0; i < speed.length; i++) {
                speed[i] = (driven ? full : idle) * dice.between(0.9, 1.1);
                power[i] = driven ? dice.between(0.8, 1) : dice.between(0.4, 0.6);
                driven = dice.chance(0.25) != driven;
            }
            double seconds = (double) mix.length / SynthSet.SAMPLE_RATE;
            Voice voice = new Voice(seconds, new Curve(speed), exhaust, new Curve(power), engine);
            Scene.put(voice.samples(dice), 1, 0, mix);
        };
    }
}
