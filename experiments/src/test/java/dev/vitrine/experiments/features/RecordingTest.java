package dev.vitrine.experiments.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.audio.dsp.Resampler;
import dev.vitrine.audio.feature.SampleSource;
import dev.vitrine.audio.io.SoundFile;
import dev.vitrine.audio.io.WavWriter;
import dev.vitrine.audio.io.Waveform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void noise() throws IOException {
        float[] samples = new float[100_003];
        for (int n = 0; n < samples.length; n++) {
            samples[n] = (float) Math.sin(n * (double) n);
        }
        file = folder.resolve("noise.wav");
        WavWriter.writeFloat(file, new Waveform(samples, 44100));
    }

    private static float[] all(SampleSource source) {
        float[] samples = new float[300_000];
        int count = 0;
        for (int read = source.read(samples, 0, 777); read > 0; read = source.read(samples, count, 777)) {
            count += read;
        }
        return Arrays.copyOf(samples, count);
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 22050, 44100, 48000})
    void resampledOnTheWayIsTheSameAsWhole(int rate) throws IOException {
        float[] expected = Resampler.resample(SoundFile.read(file), rate).samples();
        for (int most : new int[] {1000, 1 << 22}) {
            try (Recording recording = Recording.open(file, OptionalInt.of(rate), most)) {
                assertThat(recording.sampleRate()).isEqualTo(rate);
                assertThat(all(recording.samples())).isEqualTo(expected);
                assertThat(all(recording.samples())).as("again").isEqualTo(expected);
            }
        }
    }

    @Test
    void manySamplesAreReadAgain() throws IOException {
        float[] expected = SoundFile.read(file).samples();
        try (Recording recording = Recording.open(file, OptionalInt.empty(), 1000)) {
            assertThat(recording.sampleRate()).isEqualTo(44100);
            assertThat(all(recording.samples())).isEqualTo(expected);
            assertThat(recording.samples().read(new float[10], 0, 10)).isEqualTo(10);
            assertThat(all(recording.samples())).as("from the start").isEqualTo(expected);
        }
    }
}
