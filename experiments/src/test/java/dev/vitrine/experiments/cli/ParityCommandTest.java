package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.audio.feature.Framing;
import dev.vitrine.audio.feature.Stft;
import dev.vitrine.audio.feature.ZeroCrossingRate;
import dev.vitrine.audio.io.WavWriter;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.io.Npy;
import dev.vitrine.engine.io.Precision;
import dev.vitrine.engine.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParityCommandTest {
    private final Streams streams = new Streams();
    private final Waveform sound = new Waveform(new float[400], 8000);

    @TempDir
    Path folder;

    /** Stands for librosa's folder: the numbers are our own. */
    @BeforeEach
    void oneCase() throws IOException {
        for (int n = 0; n < 400; n++) {
            sound.samples()[n] = (float) Math.sin(0.3 * n);
        }
        WavWriter.writeFloat(folder.resolve("one.wav"), sound);
        Files.writeString(folder.resolve("manifest.json"), """
            {"librosa": "0.10.2", "cases": [{"name": "one",
              "parameters": {"n_fft": 64, "hop_length": 100, "n_mels": 8, "n_mfcc": 8, "fmax": null, "norm": null},
              "features": {"stft_magnitude": [33, 5], "zero_crossing_rate": [1, 5], "tempo": [1]}}]}
            """);
        write("stft_magnitude", new Stft(Framing.centered(64, 100)).magnitude(sound));
        write("zero_crossing_rate", new ZeroCrossingRate().of(sound, Framing.centered(64, 100)));
    }

    private void write(String feature, double[][] values) throws IOException {
        double[] flat = Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
        HostArray array = new HostArray(Shape.of(values.length, values[0].length), flat);
        Npy.write(folder.resolve("one." + feature + ".npy"), array, Precision.FLOAT32);
    }

    private int run(Object... words) {
        return streams.run(
                List.of(new ParityCommand()),
                Stream.concat(Stream.of("parity"), Arrays.stream(words))
                        .map(Object::toString)
                        .toArray(String[]::new));
    }

    @Test
    void writesATableOfWorstErrors() throws IOException {
        Path page = folder.resolve("page.md");
        assertThat(run(folder, "--out", page)).isZero();
        assertThat(Files.readString(page))
                .contains("| feature | one |\n|---|---|\n| stft_magnitude | ", "| zero_crossing_rate | 0 |")
                .contains("Not compared: tempo.");
    }

    @Test
    void aFeatureTooFarAwayFails() throws IOException {
        double[][] rate = new ZeroCrossingRate().of(sound, Framing.centered(64, 100));
        rate[0][2] += 1e-5;
        write("zero_crossing_rate", rate);
        assertThat(run(folder)).isEqualTo(1);
        assertThat(streams.out()).contains("**too far**");
        assertThat(streams.err()).contains("parity: a feature is farther from librosa's than asked for; see the table");
    }

    @Test
    void anotherShapeFails() throws IOException {
        write("stft_magnitude", new double[33][4]);
        assertThat(run(folder)).isEqualTo(1);
        assertThat(streams.out()).contains("Infinity **too far**");
    }

    @Test
    void aFolderWithoutManifestIsSaid() throws IOException {
        Files.delete(folder.resolve("manifest.json"));
        assertThat(run(folder)).isEqualTo(2);
        assertThat(streams.err())
                .contains("vitrine: no manifest.json in " + folder + "; expected a folder of librosa's numbers");
        assertThat(run()).isEqualTo(2);
    }
}
