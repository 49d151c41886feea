package dev.vitrine.audio.synth;

import java.util.Arrays;

/** Utterances one after the other, in a room, with noise and now and then another sound. */
final class Scene {
    private static final double SHORTEST = 1;
    private static final double LONGEST = 4;
    private static final double DISTRACTED = 0.35;
    private static final double LOUDEST_NOISE = 1.0 / 6;
    private static final double SOFTEST_NOISE = 1.0 / 80;

    private final double[] canvas = new double[(int) (LONGEST * SynthSet.SAMPLE_RATE)];
    private final Dice dice;
    private int end;

    Scene(Dice dice) {
        this.dice = dice;
    }

    /** Whether an utterance of so many seconds can follow after so long a pause. */
    boolean fits(double pause, double seconds) {
        return end + (pause + seconds) * SynthSet.SAMPLE_RATE <= canvas.length;
    }

    /** Lets an utterance follow after a pause in seconds, at a share of full power. */
    void add(double pause, double level, double[] sound) {
        end += (int) (pause * SynthSet.SAMPLE_RATE);
        put(sound, level, end, canvas);
        end = Math.min(canvas.length, end + sound.length);
    }

    /** Adds a sound to a mix from sample {@code start} on, as far as the mix goes. */
    static void put(double[] sound, double level, int start, double[] mix) {
        for (int i = 0; i < sound.length && start + i < mix.length; i++) {
            mix[start + i] += level * sound[i];
        }
    }

    /** The recording, 1 to 4 seconds: cut a little after the last utterance, with room, noise and level. */
    float[] record() {
        double seconds = (double) end / SynthSet.SAMPLE_RATE + dice.between(0.02, 0.4);
        double kept = Math.max(SHORTEST, Math.min(LONGEST, seconds));
        double[] mix = Arrays.copyOf(canvas, (int) (kept * SynthSet.SAMPLE_RATE));
        Room.echo(mix, dice);
        double animal = Loudness.peak(mix);
        if (dice.chance(DISTRACTED)) {
            distract(mix, animal * dice.between(0.2, 0.7));
        }
        Background.add(mix, animal * dice.ratio(SOFTEST_NOISE, LOUDEST_NOISE), dice);
        Microphone.colour(mix, dice);
        return Recording.levelled(mix, dice);
    }

    private void distract(double[] mix, double level) {
        double[] other = (dice.chance(0.5) ? Distractor.BANG : Distractor.CHIRP).samples(dice);
        put(other, level / Loudness.peak(other), (int) dice.between(0, mix.length), mix);
    }
}
