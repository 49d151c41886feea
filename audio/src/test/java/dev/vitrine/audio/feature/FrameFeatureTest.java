package dev.vitrine.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.audio.io.Waveform;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameFeatureTest {
    private static final Framing FRAMES = Framing.centered(512, 128);
    private static final Waveform SILENCE = new Waveform(new float[2000], 16000);

    static Stream<FrameFeature> every() {
        return Stream.of(
                new Rms(Rms.From.SAMPLES),
                new Rms(Rms.From.SPECTRUM),
                new SpectralBandwidth(),
                new SpectralCentroid(),
                new SpectralFlatness(),
                new SpectralRolloff(),
                new ZeroCrossingRate());
    }

    /** A tone at bin 32 of 512, 1000 Hz. */
    private static Waveform tone() {
        float[] samples = new float[4000];
        for (int n = 0; n < samples.length; n++) {
            samples[n] = (float) Math.sin(2 * Math.PI * n / 16);
        }
        return new Waveform(samples, 16000);
    }

    private static double inTheMiddle(FrameFeature feature) {
        return feature.of(tone(), FRAMES)[0][15];
    }

    @ParameterizedTest
    @MethodSource("every")
    void silenceGivesANumber(FrameFeature feature) {
        double expected = feature instanceof SpectralFlatness ? 1 : 0;
        assertThat(feature.of(SILENCE, FRAMES)[0]).hasSize(16).containsOnly(new double[] {expected}, within(1e-12));
    }

    @Test
    void aToneHasItsOwnNumbers() {
        assertThat(inTheMiddle(new SpectralCentroid())).isCloseTo(1000, within(1e-3));
        assertThat(inTheMiddle(new SpectralRolloff())).isCloseTo(1000 + 31.25, within(1e-9));
        assertThat(inTheMiddle(new SpectralBandwidth())).isCloseTo(31.25 / Math.sqrt(2), within(0.05));
        assertThat(inTheMiddle(new Rms(Rms.From.SAMPLES))).isCloseTo(Math.sqrt(0.5), within(1e-7));
        assertThat(inTheMiddle(new Rms(Rms.From.SPECTRUM))).isCloseTo(Math.sqrt(0.5 * 0.375), within(1e-7));
        assertThat(inTheMiddle(new ZeroCrossingRate())).isCloseTo(1 / 8.0, within(1 / 512.0));
        assertThat(inTheMiddle(new SpectralFlatness())).isLessThan(1e-6);
    }

    @Test
    void silenceHasNoChromaAndNoContrast() {
        for (double[] row : ChromaStft.estimated().of(SILENCE, FRAMES)) {
            assertThat(row).containsOnly(0);
        }
        for (double[] row : new SpectralContrast().of(SILENCE, FRAMES)) {
            assertThat(row).containsOnly(0);
        }
        assertThat(Tuning.of(SILENCE, FRAMES)).isZero();
    }

    @Test
    void tuningIsHeard() {
        float[] samples = new float[22050];
        for (int n = 0; n < samples.length; n++) {
            samples[n] = (float) Math.sin(2 * Math.PI * 880 * Math.pow(2, 0.3 / 12) * n / 22050);
        }
        assertThat(Tuning.of(new Waveform(samples, 22050), Framing.centered(2048, 512)))
                .isCloseTo(0.3, within(0.02));
    }

    @Test
    void statisticsOfARow() {
        assertThat(ClipStatistics.Row.of(new double[] {1, 3, 5, 3}))
                .isEqualTo(new ClipStatistics.Row(3, Math.sqrt(2), 5));
    }

    @Test
    void refusesOptionsThatCannotBe() {
        assertThatThrownBy(() -> new SpectralBandwidth(0)).hasMessage("p must be above 0, got 0.0");
        assertThatThrownBy(() -> new SpectralRolloff(1)).hasMessage("share must be above 0 and below 1, got 1.0");
        assertThatThrownBy(() -> new SpectralFlatness(0, 2))
                .hasMessage("amin and power must be above 0, got 0.0 and 2.0");
        assertThatThrownBy(() -> new ZeroCrossingRate(-1)).hasMessage("threshold must be at least 0, got -1.0");
        assertThatThrownBy(() -> new SpectralContrast(0, 6, 0.02))
                .hasMessage(
                        "contrast needs lowest above 0 Hz, at least 1 band and a quantile above 0 and below 1, got 0.0,"
                                + " 6 and 0.02");
        Waveform slow = new Waveform(new float[2000], 8000);
        assertThatThrownBy(() -> new SpectralContrast().of(slow, FRAMES))
                .hasMessage(
                        "contrast: band 6 begins at 6400.0 Hz; expected less than half the sample rate, 4000.0 Hz; ask"
                                + " for fewer bands");
        assertThatThrownBy(() -> new SpectralContrast().of(SILENCE, Framing.centered(32, 16)))
                .hasMessage(
                        "contrast: only one frequency of frames of 32 samples lies from 0.0 to 200.0 Hz; ask for longer"
                                + " frames");
    }
}
