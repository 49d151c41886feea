package dev.vitrine.experiments.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.audio.feature.Feature;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChartSinkTest {
    /** 1000 columns share 600: means of one or two neighbours. */
    @Test
    void meansOfNeighboursKeepTheMean() {
        ChartSink sink = new ChartSink();
        sink.begin(Feature.RMS, 1, 1000);
        for (int t = 0; t < 1000; t++) {
            sink.column(Feature.RMS, t, new double[] {t});
        }
        double[] row = sink.of(Feature.RMS)[0];
        assertThat(row).hasSize(600);
        for (int i = 0; i < 600; i++) {
            assertThat(row[i]).isCloseTo(i * 1000.0 / 600, within(1.0));
        }
    }

    @Test
    void theStrongestOfNeighboursStays() {
        ChartSink sink = new ChartSink();
        sink.begin(Feature.STFT_MAGNITUDE, 1025, 5);
        double[] column = new double[1025];
        column[700] = 10;
        column[3] = 1;
        sink.column(Feature.STFT_MAGNITUDE, 2, column);
        double[][] levels = sink.levels(Feature.STFT_MAGNITUDE, 20);
        assertThat(levels).hasDimensions(257, 5);
        assertThat(Arrays.stream(levels).mapToDouble(row -> row[2]).max()).hasValue(0);
        assertThat(levels[0][2]).isEqualTo(-20);
        assertThat(levels[100][2]).isEqualTo(-80);
    }

    @Test
    void anEnvelopeKeepsThePeaks() {
        float[] samples = new float[100_000];
        samples[31_234] = 0.9f;
        samples[31_235] = -0.8f;
        int[] at = {0};
        Envelope envelope = Envelope.of(
                (into, from, most) -> {
                    int count = Math.min(most, samples.length - at[0]);
                    System.arraycopy(samples, at[0], into, from, count);
                    at[0] += count;
                    return count;
                },
                samples.length,
                10_000);
        assertThat(Arrays.stream(envelope.amplitude()).max()).hasValue(0.9f);
        assertThat(Arrays.stream(envelope.amplitude()).min()).hasValue(-0.8f);
        assertThat(envelope.seconds()[envelope.seconds().length - 1]).isCloseTo(10, within(0.01));
    }
}
