package dev.vitrine.audio.synth;

import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who talks in syllables of no language.
 *
 * <p>A phrase is one breath: the pitch sinks over it with an accent here and there, the mouth goes from vowel to vowel,
 * and the voice is weak or away where a consonant stands.
 *
 * @param throat of an adult or a child
 * @param perSecond syllables
 * @param lively by how much accents lift the pitch, as a share
 */
record Speaker(Throat throat, double perSecond, double lively) {
    private static final double[][] VOWELS = {
        {730, 1090, 2440, 3500},
        {530, 1840, 2480, 3500},
        {270, 2290, 3010, 3600},
        {570, 840, 2410, 3400},
        {300, 870, 2240, 3400},
        {500, 1500, 2500, 3500}
    };
    private static final double VOICELESS = 0.45;

    static Speaker thrown(Dice dice) {
        double pitch = dice.ratio(85, 260);
        double size = 0.9 + 0.25 * (pitch - 85) / 175;
        Timbre timbre = new Timbre(
                dice.between(0.7, 1.2), dice.between(0.05, 0.6), dice.ratio(0.004, 0.03), dice.between(0, 0.15));
        return new Speaker(
                new Throat(pitch, size * dice.between(0.95, 1.08), timbre),
                dice.between(3.2, 6),
                dice.between(0.05, 0.35));
    }

    void talk(double[] mix, Dice dice) {
        double t = dice.between(0, 0.5);
        while (t * SynthSet.SAMPLE_RATE < mix.length) {
            int syllables = dice.from(4, 14);
            double seconds = syllables / (perSecond * dice.between(0.85, 1.15));
            say(syllables, seconds, (int) (t * SynthSet.SAMPLE_RATE), mix, dice);
            t += seconds + dice.between(0.12, 0.7);
        }
    }

    private void say(int syllables, double seconds, int start, double[] mix, Dice dice) {
        double[] loudness = new double[2 * syllables + 1];
        double[] pitch = new double[syllables + 1];
        double[][] mouth = new double[4][syllables + 1];
        for (int i = 0; i <= syllables; i++) {
            double sinking = 1.12 - 0.3 * i / syllables;
            pitch[i] = throat.pitch() * (sinking + (dice.chance(0.3) ? lively : 0) + dice.between(-0.03, 0.03));
            double[] vowel = dice.around(0.07, VOWELS[dice.from(0, VOWELS.length - 1)]);
            for (int formant = 0; formant < mouth.length; formant++) {
                mouth[formant][i] = throat.size() * vowel[formant];
            }
        }
        double each = seconds / syllables;
        for (int i = 0; i < syllables; i++) {
            boolean voiceless = dice.chance(VOICELESS);
            loudness[2 * i] = voiceless ? 0 : dice.between(0.15, 0.6);
            loudness[2 * i + 1] = dice.between(0.5, 1);
            if (voiceless) {
                consonant(start + (int) (i * each * SynthSet.SAMPLE_RATE), each, mix, dice);
            }
        }
        loudness[0] = 0;
        Voice voice =
                new Voice(seconds, new Curve(pitch), new Formants(curves(mouth)), new Curve(loudness), throat.timbre());
        Scene.put(voice.samples(dice), 1, start, mix);
    }

    private static List<Curve> curves(double[][] tracks) {
        List<Curve> curves = new ArrayList<>();
        for (double[] track : tracks) {
            curves.add(new Curve(track));
        }
        return curves;
    }

    /** An s, a sh, an f; or, if short, a t, a k, a p. */
    private static void consonant(int start, double each, double[] mix, Dice dice) {
        double length = Math.min(0.6 * each, dice.chance(0.5) ? dice.between(0.06, 0.14) : dice.between(0.01, 0.03));
        double center = dice.ratio(1200, 6500);
        double level = dice.between(0.1, 0.45);
        Hiss.add(
                mix,
                start,
                length,
                center,
                dice.between(0.4, 1) * center,
                t -> level * StrictMath.sin(Math.PI * Math.min(1, t / length)),
                dice);
    }
}
