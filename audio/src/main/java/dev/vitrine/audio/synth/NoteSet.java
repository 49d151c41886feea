package dev.vitrine.audio.synth;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Notes of 11 instrument families as in NSynth: 4 s, held for 3; each five are notes of one instrument. */
record NoteSet() implements SynthSet {
    private static final int NOTES_OF_ONE = 5;
    private static final double SECONDS = 4;
    private static final double HELD = 3;
    private static final int[] VELOCITIES = {25, 50, 75, 100, 127};
    private static final Span NOISE = new Span(0.001, 0.03);

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public String contents() {
        return "notes of 11 instrument families, 4 s";
    }

    @Override
    public List<String> classes() {
        return Arrays.stream(Family.values())
                .map(family -> family.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public SynthClip clip(int label, int index, long seed) {
        Family family = List.of(Family.values()).get(label);
        int number = index / NOTES_OF_ONE;
        Instrument instrument = family.instrument(new Dice(clipSeed(label, number, seed)));
        Dice dice = new Dice(-1 - clipSeed(label, index, seed));
        // Each note of an instrument from a fifth of its range of its own.
        double place = (index % NOTES_OF_ONE + dice.between(0, 1)) / NOTES_OF_ONE;
        int pitch = family.lowest() + (int) (place * (family.highest() - family.lowest() + 1));
        int velocity = VELOCITIES[dice.from(0, VELOCITIES.length - 1)];
        String group = String.format(Locale.ROOT, "%s_synthetic_%03d", classes().get(label), number);
        String name = String.format(Locale.ROOT, "%s-%03d-%03d.wav", group, pitch, velocity);
        double[] mix = instrument.note(frequency(pitch), velocity / 127.0).samples(SECONDS, HELD, dice);
        return new SynthClip(name, label, group, Recording.of(mix, NOISE, dice));
    }

    /** In Hz, of a MIDI number. */
    static double frequency(int pitch) {
        return 440 * StrictMath.pow(2, (pitch - 69) / 12.0);
    }
}
