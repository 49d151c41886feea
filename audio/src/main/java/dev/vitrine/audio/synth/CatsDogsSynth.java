package dev.vitrine.audio.synth;

/**
 * Meows and barks from a source-and-filter model.
 *
 * <p>A meow glides: the pitch rises and falls, and the mouth goes through m, e, a, o, w. A bark bursts: at once at full
 * power, then a fall of pitch and loudness. One animal in seven breaks the rule: a cat mews as shortly as a dog barks, a
 * dog whines as long as a cat meows. Throats, rooms, microphones, noise and power are thrown alike for both, so that
 * neither loudness nor pitch nor an average spectrum tells them apart: what does is how a call goes on in time.
 */
public final class CatsDogsSynth {
    /** In Hz. */
    public static final int SAMPLE_RATE = SynthSet.SAMPLE_RATE;

    private static final double ODD_ONE_OUT = 0.15;

    private CatsDogsSynth() {}

    /** A recording of a cat, 1 to 4 seconds. Equal seeds give equal sounds. */
    public static float[] meow(long seed) {
        Dice dice = new Dice(seed);
        return (dice.chance(ODD_ONE_OUT) ? Call.MEW : Call.MEOW).record(dice);
    }

    /** A recording of a dog, 1 to 4 seconds. Equal seeds give equal sounds. */
    public static float[] bark(long seed) {
        Dice dice = new Dice(seed);
        return (dice.chance(ODD_ONE_OUT) ? Call.WHINE : Call.BARK).record(dice);
    }
}
