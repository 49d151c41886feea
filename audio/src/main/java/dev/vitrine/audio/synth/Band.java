package dev.vitrine.audio.synth;

import java.util.List;

/**
 * A bass, somebody who plays chords, somebody with a melody, and perhaps drums.
 *
 * @param beat length in s
 * @param root of the key, as a MIDI number from 48 to 59
 * @param scale semitones above the root of its seven steps
 * @param players bass, chords, melody
 * @param levels of the three and of the drums; 0 for one who is not there
 */
record Band(double beat, int root, List<Integer> scale, List<Instrument> players, List<Double> levels) {
    private static final List<Integer> MAJOR = List.of(0, 2, 4, 5, 7, 9, 11);
    private static final List<Integer> MINOR = List.of(0, 2, 3, 5, 7, 8, 10);
    private static final int[][] CHORDS = {{0, 3, 4, 0}, {0, 5, 3, 4}, {5, 3, 0, 4}, {0, 4, 5, 3}, {1, 4, 0, 0}};
    private static final List<Family> ACCOMPANY =
            List.of(Family.KEYBOARD, Family.GUITAR, Family.ORGAN, Family.STRING, Family.SYNTH_LEAD);
    private static final List<Family> LEAD = List.of(
            Family.VOCAL,
            Family.VOCAL,
            Family.FLUTE,
            Family.REED,
            Family.BRASS,
            Family.STRING,
            Family.GUITAR,
            Family.MALLET,
            Family.KEYBOARD);

    static Band thrown(Dice dice) {
        return new Band(
                60 / dice.ratio(65, 160),
                dice.from(48, 59),
                dice.chance(0.5) ? MAJOR : MINOR,
                List.of(
                        Family.BASS.instrument(dice),
                        ACCOMPANY.get(dice.from(0, ACCOMPANY.size() - 1)).instrument(dice),
                        LEAD.get(dice.from(0, LEAD.size() - 1)).instrument(dice)),
                List.of(
                        dice.chance(0.7) ? dice.between(0.4, 1) : 0,
                        dice.chance(0.8) ? dice.between(0.2, 0.6) : 0,
                        dice.between(0.5, 1),
                        dice.chance(0.5) ? dice.between(0.2, 1) : 0));
    }

    void play(double[] mix, Dice dice) {
        int[] chords = CHORDS[dice.from(0, CHORDS.length - 1)];
        int beats = (int) ((double) mix.length / SynthSet.SAMPLE_RATE / beat) + 1;
        int step = dice.from(7, 11);
        for (int i = 0; i < beats; i++) {
            int chord = chords[i / 4 % chords.length];
            if (i % 4 == 0) {
                for (int third = 0; third < 3; third++) {
                    note(1, chord + 2 * third, 0, i, 3.6, mix, dice);
                }
            }
            note(0, chord, -12, i, 0.85, mix, dice);
            drums(i, mix, dice);
            step = melody(step, i, mix, dice);
        }
    }

    /** Goes on by a step or two: a beat, two halves, or a rest. */
    private int melody(int step, int beats, double[] mix, Dice dice) {
        int now = step;
        int parts = dice.from(0, 2);
        for (int part = 0; part < parts; part++) {
            now = Math.max(4, Math.min(13, now + dice.from(-2, 2)));
            note(2, now, 0, beats + (double) part / parts, 0.9 / parts, mix, dice);
        }
        return now;
    }

    private void note(int player, int step, int higher, double at, double length, double[] mix, Dice dice) {
        double level = levels.get(player);
        if (level > 0) {
            int pitch = root + higher + scale.get(step % scale.size()) + 12 * (step / scale.size());
            Note note = players.get(player).note(NoteSet.frequency(pitch), dice.between(0.5, 0.9));
            double[] sound = note.samples(length * beat + 0.2, length * beat, dice);
            double human = dice.between(0, 0.015);
            put(sound, level * dice.between(0.8, 1), at * beat + human, mix);
        }
    }

    private static void put(double[] sound, double level, double seconds, double[] mix) {
        Scene.put(sound, level / Math.max(1e-9, Loudness.peak(sound)), (int) (seconds * SynthSet.SAMPLE_RATE), mix);
    }

    /** Bass drum on one and three, snare on two and four, and the cymbal twice a beat. */
    private void drums(int beats, double[] mix, Dice dice) {
        double level = levels.get(3);
        if (level > 0) {
            if (beats % 2 == 0) {
                Note drum = new Note(
                        List.of(new Partial(55, 1, 0.002, 12, 0), new Partial(90, 0.6, 0.001, 40, 0)),
                        new Breath(1, 1500, 0.001, 200),
                        Vibrato.NONE);
                put(drum.samples(0.3, 0.3, dice), level, beats * beat, mix);
            } else {
                struck(beats, 1800, 18, 0.3 * level, mix, dice);
            }
            struck(beats, 6500, 60, 0.12 * level, mix, dice);
            struck(beats + 0.5, 6500, 60, 0.08 * level, mix, dice);
        }
    }

    private void struck(double at, double center, double fading, double level, double[] mix, Dice dice) {
        int start = (int) (at * beat * SynthSet.SAMPLE_RATE);
        Hiss.add(mix, start, 6 / fading, center, center, t -> level * StrictMath.exp(-fading * t), dice);
    }
}
