package dev.vitrine.audio.feature;

/** How pitch is measured: linear in Hz below, logarithmic above. */
public enum MelScale {
    /**
     * Linear up to 1 kHz, then logarithmic; librosa's default ({@code htk=False}).
     *
     * <p>Source: Slaney, "Auditory Toolbox", Interval Research 1998.
     */
    SLANEY {
        @Override
        double mel(double hz) {
            return hz < LOG_FROM_HZ ? hz / LINEAR_STEP : LOG_FROM_MEL + Math.log(hz / LOG_FROM_HZ) / LOG_STEP;
        }

        @Override
        double hz(double mel) {
            return mel < LOG_FROM_MEL ? mel * LINEAR_STEP : LOG_FROM_HZ * Math.exp(LOG_STEP * (mel - LOG_FROM_MEL));
        }
    },
    /**
     * 2595 log10(1 + f / 700) ({@code htk=True}).
     *
     * <p>Source: Young et al., "The HTK Book", section 5.4.
     */
    HTK {
        @Override
        double mel(double hz) {
            return 2595 * Math.log10(1 + hz / 700);
        }

        @Override
        double hz(double mel) {
            return 700 * (Math.pow(10, mel / 2595) - 1);
        }
    };

    private static final double LINEAR_STEP = 200.0 / 3;
    private static final double LOG_FROM_HZ = 1000;
    private static final double LOG_FROM_MEL = LOG_FROM_HZ / LINEAR_STEP;
    private static final double LOG_STEP = Math.log(6.4) / 27;

    abstract double mel(double hz);

    abstract double hz(double mel);
}
