package dev.vitrine.experiments.features;

import dev.vitrine.audio.feature.FeatureOptions;
import dev.vitrine.audio.feature.SampleSource;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.experiments.report.Chart;
import dev.vitrine.experiments.report.ChartWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The pictures of a sound that is in memory: the same that are drawn of files. */
public final class SoundCharts {
    private record InMemory(Waveform waveform) implements Sound {
        @Override
        public SampleSource samples() {
            int[] at = {0};
            return (into, from, most) -> {
                int given = Math.min(most, waveform.samples().length - at[0]);
                System.arraycopy(waveform.samples(), at[0], into, from, given);
                at[0] += given;
                return given;
            };
        }

        @Override
        public int sampleRate() {
            return waveform.sampleRate();
        }
    }

    private SoundCharts() {}

    /**
     * Writes waveform with level and zero crossings, spectrogram with centroid, bandwidth and roll-off, mel spectrogram,
     * MFCC and chroma.
     *
     * @param stem of the files' names; the name of the chart follows
     * @param name of the sound, for titles
     */
    public static void write(Path folder, String stem, String name, Waveform sound, FeatureOptions options)
            throws IOException {
        for (Map.Entry<String, Chart> chart :
                new FeatureCharts(options, name, new InMemory(sound)).all().entrySet()) {
            ChartWriter.write(
                    chart.getValue(), folder, stem + "-" + chart.getKey().replace('_', '-'));
        }
    }
}
