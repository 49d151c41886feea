package dev.vitrine.audio.synth;

import java.util.List;
import java.util.Locale;

/** Small bands and people who talk in no language: 10 s, a band or a speaker each. */
record MusicSpeechSet() implements SynthSet {
    private static final int SECONDS = 10;
    private static final double MINGLED = 0.2;
    private static final double BEHIND = 0.25;
    private static final Span NOISE = new Span(0.001, 0.08);

    @Override
    public String name() {
        return "music-speech";
    }

    @Override
    public String contents() {
        return "music and speech-like sound, 10 s";
    }

    @Override
    public List<String> classes() {
        return List.of("music", "speech");
    }

    @Override
    public SynthClip clip(int label, int index, long seed) {
        Dice dice = new Dice(clipSeed(label, index, seed));
        double[] mix = new double[SECONDS * SAMPLE_RATE];
        if (label == 0) {
            Band.thrown(dice).play(mix, dice);
        } else {
            Speaker.thrown(dice).talk(mix, dice);
            if (dice.chance(MINGLED)) {
                playBehind(mix, dice);
            }
        }
        String name = String.format(Locale.ROOT, "%s_%03d.wav", classes().get(label), index + 1);
        return new SynthClip(name, label, name, Recording.of(mix, NOISE, dice));
    }

    /** A radio in the room. */
    private static void playBehind(double[] mix, Dice dice) {
        double[] radio = new double[mix.length];
        Band.thrown(dice).play(radio, dice);
        Scene.put(radio, BEHIND * Loudness.rootMeanSquare(mix) / Loudness.rootMeanSquare(radio), 0, mix);
    }
}
