package dev.vitrine.audio.synth;

import java.util.List;

/**
 * What a cat or a dog says.
 *
 * @param habit how often and how long
 * @param course what throat and mouth do
 */
record Call(Habit habit, Course course) {
    /** m, e, a, o, w: the mouth opens and closes, and the pitch arches. */
    static final Call MEOW = new Call(
            new Habit(1, 3, new Span(0.35, 1), new Span(0.2, 0.8), new Span(0.4, 1)),
            new Course(
                    1,
                    new Curve(0.85, 1.05, 1.15, 1.1, 0.85),
                    List.of(
                            new Curve(320, 520, 850, 560, 350),
                            new Curve(1000, 2000, 1550, 1000, 800),
                            new Curve(2400, 2800, 2600, 2400, 2300),
                            new Curve(3700, 3900, 3700)),
                    new Curve(0, 0.3, 1, 0.3, 0),
                    new Curve(0, 0.8, 1, 0.8, 0)));

    /** The same, as short as a bark. */
    static final Call MEW =
            new Call(new Habit(2, 5, new Span(0.15, 0.35), new Span(0.1, 0.5), new Span(0.4, 1)), MEOW.course);

    /** w, u, a, f: at once at full power, and the pitch falls. */
    static final Call BARK = new Call(
            new Habit(2, 7, new Span(0.14, 0.32), new Span(0.06, 0.35), new Span(0.6, 1)),
            new Course(
                    1.5,
                    new Curve(1.05, 1.3, 1.1, 0.75, 0.6),
                    List.of(
                            new Curve(500, 750, 600, 450),
                            new Curve(1300, 1700, 1400, 1100),
                            new Curve(2500, 2700, 2500),
                            new Curve(3700, 3900, 3700)),
                    new Curve(0, 1, 1, 0.7, 0.5, 0.3, 0.15, 0),
                    new Curve(0, 1, 1, 1, 0.8, 0.5, 0.15, 0)));

    /** As long as a meow, but the mouth stays as it is. */
    static final Call WHINE = new Call(
            new Habit(1, 3, new Span(0.35, 0.9), new Span(0.06, 0.35), new Span(0.6, 1)),
            new Course(
                    1,
                    new Curve(1, 1.05, 1, 0.95),
                    List.of(
                            new Curve(600, 650, 600),
                            new Curve(1400, 1500, 1400),
                            new Curve(2500, 2600, 2500),
                            new Curve(3700, 3700)),
                    new Curve(0, 1, 0.6, 0),
                    new Curve(0, 1, 1, 0)));

    /** A recording of one animal, 1 to 4 seconds. */
    float[] record(Dice dice) {
        Scene scene = new Scene(dice);
        Throat throat = Throat.thrown(dice);
        int times = dice.from(habit.least(), habit.most());
        double pause = dice.between(0, 0.25);
        for (int i = 0; i < times; i++) {
            double seconds = habit.seconds().thrown(dice);
            if (i > 0 && !scene.fits(pause, seconds)) {
                break;
            }
            double[] call = course.voice(seconds, throat.varied(dice), dice).samples(dice);
            scene.add(pause, habit.level().thrown(dice), call);
            pause = habit.pause().thrown(dice);
        }
        return scene.record();
    }
}
