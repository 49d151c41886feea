package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.audio.io.WavWriter;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.audio.synth.SynthSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainAudiosetTest {
    private static final List<String> SMALL =
            List.of("--clips", "12", "--epochs", "2", "--epoch-steps", "3", "--batch", "4", "--device", "java");

    @TempDir
    private Path folder;

    private final Streams streams = new Streams();

    private int train(String... words) {
        List<String> all = Stream.of(
                        Stream.of("train", "audioset", "--runs", folder.toString()), SMALL.stream(), Stream.of(words))
                .flatMap(part -> part)
                .toList();
        return streams.run(Main.everyCommand(), all.toArray(String[]::new));
    }

    private Path newest(String beginning) throws IOException {
        try (Stream<Path> runs = Files.list(folder)) {
            return runs.filter(run -> String.valueOf(run.getFileName()).startsWith(beginning))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void assertCharts(Path charts, String... names) {
        for (String name : names) {
            for (String ending : List.of(".svg", ".png", ".csv")) {
                assertThat(charts.resolve(name + ending)).isNotEmptyFile();
            }
        }
    }

    @Test
    void twoSoundsThenBothOnOneScale() throws IOException {
        assertThat(train("--class", "knock,hum", "--folds", "2"))
                .as(streams.err())
                .isZero();
        assertThat(streams.out())
                .contains("knock, held-out clips", "hum, held-out clips", "logistic, mean and deviation")
                .contains("tiny, 1,653 weights", "mean of 2 folds", "mean AUC", "mean balanced accuracy");
        assertThat(streams.out().lines())
                .allMatch(line -> line.length() <= 80 || line.startsWith("charts") || line.startsWith("run folder"));
        assertCharts(newest("audioset-how-small").resolve("charts"), "how-small", "by-sound");
        assertCharts(
                newest("audioset-2").resolve("charts"),
                "loss",
                "accuracy",
                "confusion-clips",
                "roc",
                "how-small",
                "no-neighbours",
                "activations-1",
                "activations-2");
    }

    @Test
    void imageSaysThatItIsWrong() throws IOException {
        assertThat(train("--protocol", "original")).as(streams.err()).isZero();
        assertThat(streams.err()).contains("size image is wrong, and there to show it");
        assertCharts(newest("audioset-2").resolve("charts"), "activations-1", "activations-2");
    }

    @Test
    void foldersOfSoundsAreHeardAsMelBands() throws IOException {
        Path data = folder.resolve("data");
        SynthSet made = SynthSet.named("cats-dogs").orElseThrow();
        for (int label = 0; label < 2; label++) {
            String name = made.classes().get(label);
            Files.createDirectories(data.resolve(name));
            for (int i = 0; i < 12; i++) {
                Waveform sound = new Waveform(made.clip(label, i, 1).samples(), SynthSet.SAMPLE_RATE);
                WavWriter.write(data.resolve(name).resolve(i + ".wav"), sound);
            }
        }
        assertThat(train("--data", data.toString(), "--class", "dog", "--size", "all"))
                .as(streams.err())
                .isZero();
        assertThat(streams.out())
                .contains("dog, held-out clips", "logistic, mean and deviation", "tiny, 1,653 weights");
        Path charts = newest("audioset-2").resolve("charts");
        assertCharts(charts, "roc", "how-small", "activations-1", "activations-2");
        assertThat(charts.resolve("no-neighbours.svg")).doesNotExist();
    }

    @Test
    void refusesAnUnknownProtocol() {
        assertThat(train("--protocol", "own")).isEqualTo(Main.WRONG_USE);
        assertThat(streams.err()).contains("--protocol must be leak-free or original, got own");
    }

    @Test
    void refusesAnUnknownSize() {
        assertThat(train("--size", "huge")).isEqualTo(Main.WRONG_USE);
        assertThat(streams.err()).contains("--size must be initial, small, tiny, image or all, got huge");
    }
}
