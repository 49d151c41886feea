package dev.vitrine.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.audio.io.Waveform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogMelTest {
    private static Waveform sound() {
        float[] samples = new float[2000];
        for (int t = 0; t < samples.length; t++) {
            samples[t] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * t / 16000)
                    + 0.1 * Math.sin(2 * Math.PI * (500 + 1.5 * t) * t / 16000));
        }
        return new Waveform(samples, 16000);
    }

    @Test
    void equalsThePublishedFormulas() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/golden/log_mel.csv"));
        double[][] levels = new LogMel(512, 256, 8).of(sound());
        assertThat(levels).hasDimensions(8, 8);
        for (int band = 0; band < 8; band++) {
            double[] expected = Arrays.stream(lines.get(band).split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            for (int t = 0; t < expected.length; t++) {
                assertThat(levels[band][t]).as("band %s, frame %s", band, t).isCloseTo(expected[t], within(1e-6));
            }
        }
    }

    @Test
    void statisticsDoNotDependOnLevel() {
        Waveform loud = sound();
        float[] quiet = loud.samples().clone();
        for (int i = 0; i < quiet.length; i++) {
            quiet[i] *= 0.125f;
        }
        assertThat(ClipStatistics.logMelStatistics(new Waveform(quiet, 16000)))
                .hasSize(120)
                .containsExactly(ClipStatistics.logMelStatistics(loud), within(1e-9));
    }

    /** An eighth of the amplitude is 18.06 dB less; a deviation is not moved. */
    @Test
    void statisticsAtItsLevelFallWithTheSound() {
        Waveform loud = sound();
        float[] quiet = loud.samples().clone();
        for (int i = 0; i < quiet.length; i++) {
            quiet[i] *= 0.125f;
        }
        double[] at = ClipStatistics.logMelStatisticsAtItsLevel(loud);
        double[] below = ClipStatistics.logMelStatisticsAtItsLevel(new Waveform(quiet, 16000));
        for (int band = 0; band < 40; band++) {
            assertThat(at[80 + band] - below[80 + band]).isCloseTo(20 * Math.log10(8), within(1e-6));
        }
    }
}
