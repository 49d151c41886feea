package dev.vitrine.audio.synth;

import java.util.List;

/** Dogs, roosters, babies, and people with a cold. */
final class Creatures {
    private static final Course CRY = new Course(
            1.3,
            new Curve(0.8, 1.15, 1.2, 1.1, 0.75),
            List.of(
                    new Curve(700, 1050, 1100, 1000, 700),
                    new Curve(1900, 2700, 2800, 2600, 2000),
                    new Curve(4000, 4400, 4200)),
            new Curve(0, 0.7, 0.9, 0.5, 0),
            new Curve(0, 1, 1, 1, 0));
    private static final Course CROW = new Course(
            1,
            new Curve(0.9, 1, 1.05, 0.95),
            List.of(new Curve(800, 1100, 900), new Curve(1700, 2200, 1900), new Curve(3200, 3500, 3200)),
            new Curve(0, 0.9, 0.7, 0.3, 0),
            new Curve(0, 1, 1, 0.9, 0));
    private static final Course LAST_CROW = new Course(
            1.2,
            new Curve(0.9, 1.05, 1.05, 1, 0.9, 0.6),
            List.of(new Curve(800, 1200, 1000, 700), new Curve(1700, 2300, 2000, 1500), new Curve(3200, 3500, 3000)),
            new Curve(0, 0.9, 0.8, 0.7, 0.3, 0),
            new Curve(0, 1, 1, 1, 0.6, 0));
    private static final Course CHOO = new Course(
            2,
            new Curve(1.3, 1.2, 0.9, 0.7),
            List.of(new Curve(500, 420, 350), new Curve(1800, 1200, 900), new Curve(2600, 2400, 2300)),
            new Curve(0, 0.9, 0.3, 0),
            new Curve(0, 1, 0.7, 0));

    private Creatures() {}

    static Source dog(Dice thrown) {
        Throat throat = Throat.thrown(thrown);
        Span pause = new Span(0.08, thrown.between(0.2, 2));
        return (mix, dice) -> {
            double t = dice.between(0, 0.4);
            while (t < seconds(mix)) {
                double length = dice.between(0.12, 0.32);
                say(Call.BARK.course(), throat, t, length, mix, dice);
                t += length + pause.ratio(dice);
            }
        };
    }

    static Source rooster(Dice thrown) {
        Throat throat = throat(new Span(420, 800), new Span(1, 1.4), thrown);
        double pace = thrown.ratio(0.8, 1.3);
        return (mix, dice) -> {
            double t = dice.between(0, 1.2);
            double[] steps = dice.around(0.06, 0.75, 0.95, 0.9);
            for (double step : steps) {
                double length = pace * dice.between(0.12, 0.25);
                say(CROW, higher(throat, step), t, length, mix, dice);
                t += length + dice.between(0.03, 0.09);
            }
            say(LAST_CROW, higher(throat, 1.2), t, pace * dice.between(0.8, 1.5), mix, dice);
        };
    }

    static Source baby(Dice thrown) {
        Throat throat = throat(new Span(330, 560), new Span(0.9, 1.2), thrown);
        Span length = new Span(0.35, thrown.between(0.6, 1.5));
        return (mix, dice) -> {
            double t = dice.between(0, 0.5);
            while (t < seconds(mix)) {
                double cry = length.thrown(dice);
                say(CRY, throat.varied(dice), t, cry, mix, dice);
                t += cry + dice.between(0.12, 0.5);
            }
        };
    }

    static Source sneezer(Dice thrown) {
        Throat throat = throat(new Span(130, 380), new Span(0.85, 1.2), thrown);
        double wet = thrown.ratio(1800, 5000);
        int most = thrown.from(1, 2);
        return (mix, dice) -> {
            double t = dice.between(0, 1);
            for (int i = 0; i < most; i++) {
                double breath = dice.between(0.25, 0.8);
                Hiss.add(mix, at(t), breath, 1200, 1500, s -> 0.12 * (s / breath) * (s / breath), dice);
                t += breath + dice.between(0.02, 0.1);
                double fading = dice.between(8, 20);
                Hiss.add(mix, at(t), 0.5, wet, wet, s -> burst(s, fading), dice);
                say(CHOO, throat, t + 0.03, dice.between(0.15, 0.4), mix, dice);
                t += dice.between(0.9, 2);
            }
        };
    }

    private static double burst(double t, double fading) {
        return 0.8 * (1 - StrictMath.exp(-t / 0.008)) * StrictMath.exp(-fading * t);
    }

    private static Throat throat(Span pitch, Span size, Dice dice) {
        return new Throat(
                pitch.ratio(dice),
                size.ratio(dice),
                new Timbre(
                        dice.between(0.2, 0.8), dice.between(0.1, 0.8), dice.ratio(0.005, 0.04), dice.between(0, 0.3)));
    }

    private static Throat higher(Throat throat, double factor) {
        return new Throat(factor * throat.pitch(), throat.size(), throat.timbre());
    }

    private static void say(Course course, Throat throat, double t, double length, double[] mix, Dice dice) {
        double[] sound = course.voice(length, throat, dice).samples(dice);
        Scene.put(sound, dice.between(0.7, 1) / Math.max(1e-9, Loudness.peak(sound)), at(t), mix);
    }

    private static int at(double t) {
        return (int) (t * SynthSet.SAMPLE_RATE);
    }

    private static double seconds(double[] mix) {
        return (double) mix.length / SynthSet.SAMPLE_RATE;
    }
}
