package dev.vitrine.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.audio.dsp.ResponsePicture.Curve;
import dev.vitrine.audio.io.Waveform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Sends sines through the resampler and measures what comes out. {@code -Dvitrine.draw=true} draws the docs' picture. */
class ResamplerResponseTest {
    private static final Path PICTURE = Path.of(
            Objects.requireNonNull(System.getProperty("vitrine.root")), "docs", "results", "resampler-response.svg");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d");
    private static final int STEPS = 150;

    private static Curve measured(int from, int to) {
        double[] shares = new double[STEPS];
        double[] decibels = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            shares[i] = 0.01 * (i + 1);
            decibels[i] = level(from, to, shares[i] * to / 2);
        }
        return new Curve(from + " to " + to + " Hz", shares, decibels);
    }

    /** What is left of a sine, in dB. */
    private static double level(int from, int to, double frequency) {
        float[] x = new float[from / 2];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) Math.sin(2 * Math.PI * frequency * i / from);
        }
        float[] y = Resampler.resample(new Waveform(x, from), to).samples();
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < y.length; i++) {
            double hann = Math.pow(Math.sin(Math.PI * i / y.length), 4);
            sum += hann * y[i] * y[i];
            weight += hann;
        }
        return 10 * Math.log10(2 * sum / weight + 1e-20);
    }

    @Test
    void passesNineTenthsAndStopsTheRest() throws IOException {
        List<Curve> curves = List.of(measured(44100, 22050), measured(44100, 16000), measured(48000, 16000));
        for (Curve curve : curves) {
            for (int i = 0; i < STEPS; i++) {
                if (curve.shares()[i] < 0.901) {
                    assertThat(curve.decibels()[i])
                            .as("%s at %s", curve.name(), curve.shares()[i])
                            .isCloseTo(0, within(0.1));
                } else if (curve.shares()[i] > 0.999) {
                    assertThat(curve.decibels()[i])
                            .as("%s at %s", curve.name(), curve.shares()[i])
                            .isLessThanOrEqualTo(-90);
                }
            }
        }
        String picture = ResponsePicture.of(curves);
        if (Boolean.getBoolean("vitrine.draw")) {
            Files.writeString(PICTURE, picture);
        }
        requireSame(picture, Files.readString(PICTURE));
    }

    /** To a pixel: sines differ in their last bit from machine to machine. */
    private static void requireSame(String measured, String kept) {
        assertThat(NUMBER.matcher(kept).replaceAll(""))
                .isEqualTo(NUMBER.matcher(measured).replaceAll(""));
        List<Double> now = numbers(measured);
        List<Double> then = numbers(kept);
        for (int i = 0; i < now.size(); i++) {
            assertThat(then.get(i))
                    .as("number %s of %s; draw it again with -Dvitrine.draw=true", i, PICTURE)
                    .isCloseTo(now.get(i), within(1.0));
        }
    }

    private static List<Double> numbers(String svg) {
        return NUMBER.matcher(svg)
                .results()
                .map(MatchResult::group)
                .map(Double::valueOf)
                .toList();
    }
}
