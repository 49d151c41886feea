package dev.vitrine.audio.synth;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Ten environmental sounds as in ESC-10: 5 s; each two are of one thing, in two places. */
record SurroundingSet() implements SynthSet {
    private static final int CLIPS_OF_ONE = 2;
    private static final int SECONDS = 5;
    private static final double ACCOMPANIED = 0.6;
    private static final Span FURTHER_AWAY = new Span(0.1, 0.7);
    private static final Span NOISE = new Span(0.003, 0.15);

    @Override
    public String name() {
        return "environment";
    }

    @Override
    public String contents() {
        return "ten environmental sounds, 5 s";
    }

    @Override
    public List<String> classes() {
        return Arrays.stream(Surrounding.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public SynthClip clip(int label, int index, long seed) {
        int number = index / CLIPS_OF_ONE;
        Source source = List.of(Surrounding.values()).get(label).source(new Dice(clipSeed(label, number, seed)));
        Dice dice = new Dice(-1 - clipSeed(label, index, seed));
        double[] mix = new double[SECONDS * SAMPLE_RATE];
        source.play(mix, dice);
        if (dice.chance(ACCOMPANIED)) {
            addAnother(mix, dice);
        }
        String group = String.format(Locale.ROOT, "%s_%03d", classes().get(label), number + 1);
        String name = group + "-" + (char) ('a' + index % CLIPS_OF_ONE) + ".wav";
        return new SynthClip(name, label, group, Recording.of(mix, NOISE, dice));
    }

    /** Something else that sounds there, further away. */
    private static void addAnother(double[] mix, Dice dice) {
        List<Surrounding> kinds = List.of(Surrounding.values());
        double[] other = new double[mix.length];
        kinds.get(dice.from(0, kinds.size() - 1)).source(dice).play(other, dice);
        double level = FURTHER_AWAY.ratio(dice) * Loudness.rootMeanSquare(mix);
        Scene.put(other, level / Loudness.rootMeanSquare(other), 0, mix);
    }
}
