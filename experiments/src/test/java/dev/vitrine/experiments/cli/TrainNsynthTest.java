package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainNsynthTest {
    @TempDir
    private Path folder;

    private final Streams streams = new Streams();

    private int train(String... words) {
        List<String> few =
                List.of("--clips", "10", "--epochs", "1", "--epoch-steps", "1", "--batch", "2", "--device", "auto");
        return streams.run(
                Main.everyCommand(),
                Stream.of(Stream.of("train", "nsynth", "--out", folder.toString()), few.stream(), Stream.of(words))
                        .flatMap(part -> part)
                        .toArray(String[]::new));
    }

    @Test
    void randomSplitIsTrainedBothWaysAndItsLeakTold() throws IOException {
        assertThat(train("--split", "random")).as(streams.err()).isZero();
        assertThat(streams.err()).contains("--- the same, split by instrument");
        assertThat(streams.out())
                .containsPattern("random split: .* by instrument: .*\\R.*points between them are the leak");
        try (Stream<Path> runs = Files.list(folder)) {
            assertThat(runs.sorted().toList().get(1).resolve("charts").resolve("inflation.png"))
                    .isNotEmptyFile();
        }
        try (Stream<Path> runs = Files.list(folder)) {
            Path charts = runs.sorted().findFirst().orElseThrow().resolve("charts");
            for (String name : List.of(
                    "loss",
                    "accuracy",
                    "confusion-clips",
                    "confusion-bars",
                    "families",
                    "front-ends",
                    "front-end-log-mel",
                    "front-end-linear-255",
                    "front-end-linear-1",
                    "batch-purity")) {
                for (String ending : List.of(".svg", ".png", ".csv")) {
                    assertThat(charts.resolve(name + ending)).isNotEmptyFile();
                }
            }
        }
    }

    @Test
    void refusesAnUnknownInput() {
        assertThat(train("--input", "mfcc")).isEqualTo(Main.WRONG_USE);
        assertThat(streams.err()).contains("--input must be one of log-mel, linear-255, linear-1, got mfcc");
    }
}
