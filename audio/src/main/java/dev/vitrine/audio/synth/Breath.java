package dev.vitrine.audio.synth;

/**
 * The noise of a note: a player's breath, a bow, the knock of a hammer.
 *
 * @param level of the loudest band
 * @param center of its band, in Hz
 * @param rise in s
 * @param decay per s; 0 where it goes on
 */
record Breath(double level, double center, double rise, double decay) {
    private static final double RELEASE = 20;

    /** Adds it to a note that is let go after {@code held} seconds. */
    void add(double[] mix, double held, Dice dice) {
        Resonator band = new Resonator();
        band.tune(center, 0.5 * center);
        Partial envelope = new Partial(center, level, rise, decay, RELEASE);
        for (int i = 0; i < mix.length; i++) {
            double noise = band.next(dice.between(-1, 1));
            mix[i] += noise * envelope.level((double) i / SynthSet.SAMPLE_RATE, held);
        }
    }
}
