package dev.vitrine.audio.feature;

/**
 * How much a spectrum is like noise, 0 to 1: its geometric over its arithmetic mean; librosa's
 * {@code spectral_flatness}.
 *
 * <pre>
 * s[f, t] = max(amin, |X[f, t]|^power),   flatness[t] = exp(mean over f of  log s) / mean over f of  s
 * </pre>
 *
 * @param amin the smallest value that is told apart, above 0; librosa's default is 1e-10
 * @param power of the magnitude, above 0; librosa's default is 2
 */
public record SpectralFlatness(double amin, double power) implements FrameFeature {
    public SpectralFlatness {
        if (!(amin > 0 && power > 0)) {
            throw new IllegalArgumentException("amin and power must be above 0, got " + amin + " and " + power);
        }
    }

    /** With librosa's defaults. */
    public SpectralFlatness() {
        this(1e-10, 2);
    }

    @Override
    public double of(Frame frame) {
        double[] squares = frame.power();
        double logs = 0;
        double sum = 0;
        for (double square : squares) {
            double s = Math.max(amin, power == 2 ? square : Math.pow(square, power / 2));
            logs += Math.log(s);
            sum += s;
        }
        return Math.exp(logs / squares.length) / (sum / squares.length);
    }
}
