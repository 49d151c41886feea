package dev.vitrine.audio.augment;

import dev.vitrine.audio.io.Waveform;

/**
 * Mixes two sounds, and their labels with them.
 *
 * <pre>
 * share ~ Beta(alpha, alpha)
 * x = share * x1 + (1 - share) * x2
 * y = share * y1 + (1 - share) * y2
 * </pre>
 *
 * <p>Source: Zhang and others, "mixup: Beyond Empirical Risk Minimization", ICLR 2018.
 *
 * @param alpha above 0; small: mostly one of the two; 1: every share is equally likely
 */
public record Mixup(double alpha) {
    public Mixup {
        if (!(alpha > 0 && alpha <= 1000)) {
            throw new IllegalArgumentException("alpha must be above 0 and at most 1000, got " + alpha);
        }
    }

    /**
     * What came out.
     *
     * @param sound as long as the first one
     * @param share of the first, 0 to 1
     */
    public record Mixed(Waveform sound, double share) {
        /** The label of the mixture. */
        public double label(double first, double second) {
            return share * first + (1 - share) * second;
        }
    }

    /** Mixes two sounds of one rate; the second is cut or followed by silence. */
    public Mixed apply(Waveform first, Waveform second, long seed) {
        if (first.sampleRate() != second.sampleRate()) {
            throw new IllegalArgumentException("the second sound has " + second.sampleRate()
                    + " Hz; expected the first one's " + first.sampleRate() + "; resample it");
        }
        double share = new Chance(seed).beta(alpha);
        float[] mixed = second.window(0, first.samples().length).samples();
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (float) (share * first.samples()[i] + (1 - share) * mixed[i]);
        }
        return new Mixed(new Waveform(mixed, first.sampleRate()), share);
    }
}
