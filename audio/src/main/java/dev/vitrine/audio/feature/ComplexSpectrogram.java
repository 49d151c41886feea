package dev.vitrine.audio.feature;

/**
 * What {@link Stft} gives, {@code librosa.stft}.
 *
 * @param re real parts, [F][T]
 * @param im imaginary parts, [F][T]
 */
public record ComplexSpectrogram(double[][] re, double[][] im) {
    public ComplexSpectrogram {
        if (re.length == 0 || re.length != im.length || re[0].length != im[0].length) {
            throw new IllegalArgumentException(
                    "real and imaginary parts must be [F][T] of one size, got " + size(re) + " and " + size(im));
        }
    }

    private static String size(double[][] values) {
        return "[" + values.length + ", " + (values.length == 0 ? 0 : values[0].length) + "]";
    }

    /** The number of frames T. */
    public int frames() {
        return re[0].length;
    }

    /** |X|, [F][T]. */
    public double[][] magnitude() {
        double[][] values = new double[re.length][frames()];
        for (int f = 0; f < values.length; f++) {
            for (int t = 0; t < values[f].length; t++) {
                values[f][t] = Math.hypot(re[f][t], im[f][t]);
            }
        }
        return values;
    }
}
