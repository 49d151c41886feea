package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training and judging by commands, on small runs that they make themselves. */
class TrainOtherExperimentsTest {
    @TempDir
    private Path folder;

    private Streams streams = new Streams();

    private String vitrine(String... words) {
        streams = new Streams();
        int exit = streams.run(Main.everyCommand(), words);
        assertThat(exit).as(streams.err()).isZero();
        return streams.out();
    }

    private Path trained(String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of("train"));
        all.addAll(List.of(words));
        all.addAll(List.of("--clips", "10", "--epochs", "2", "--epoch-steps", "2", "--batch", "4", "--folds", "2"));
        all.addAll(List.of("--device", "java", "--runs", folder.resolve("runs").toString()));
        vitrine(all.toArray(String[]::new));
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            return runs.findFirst().orElseThrow();
        }
    }

    @Test
    void musicAndSpeechAreTrainedJudgedAndPredicted() throws IOException {
        Path run = trained("music-speech", "--target", "speech");
        assertThat(streams.out()).contains("this network, 54,850 weights", "each class counted the same");
        for (String chart : List.of("gap", "accuracy-by-class", "confusion-bars-clips", "confusion-windows")) {
            assertThat(run.resolve("charts").resolve(chart + ".png")).isNotEmptyFile();
        }
        for (String chart : List.of("waveform", "spectrogram", "mel-spectrogram", "mfcc", "chroma")) {
            assertThat(run.resolve("charts/features-music-" + chart + ".png")).isNotEmptyFile();
            assertThat(run.resolve("charts/features-speech-" + chart + ".csv")).isNotEmptyFile();
        }
        assertThat(run.resolve("charts/top-5.csv")).content().startsWith("clip,truth,rank,class,probability\n");
        assertThat(vitrine("evaluate", run.toString(), "--device", "java")).contains("judged speech");
        Path looks = folder.resolve("looks");
        assertThat(vitrine("inspect", run.toString(), "--out", looks.toString(), "--device", "java"))
                .containsPattern("_0[0-9]+.wav, window [0-9]: (other|speech) \\([0-9.]+ %\\); it is (other|speech)");
        for (String chart : List.of("input", "first-filters", "activations-01", "activations-03", "verdict")) {
            assertThat(looks.resolve(chart + ".png")).isNotEmptyFile();
        }
        Streams unknown = new Streams();
        assertThat(unknown.run(
                        Main.everyCommand(), "inspect", run.toString(), "--out", looks.toString(), "--clip", "x.wav"))
                .isEqualTo(Main.WRONG_USE);
        assertThat(unknown.err())
                .contains("inspect: --clip x.wav: expected a sound file, or the name of a clip of the run, such as ");
        vitrine(
                "synth",
                "music-speech",
                "--clips",
                "1",
                "--out",
                folder.resolve("sounds").toString());
        assertThat(vitrine("predict", run.toString(), folder.resolve("sounds").toString(), "--device", "java"))
                .contains("music_001.wav", "speech_001.wav", "other");
        Streams none = new Streams();
        assertThat(none.run(
                        Main.everyCommand(),
                        "predict",
                        run.toString(),
                        folder.resolve("none.wav").toString()))
                .isNotZero();
        assertThat(none.err().lines().filter(line -> line.startsWith("vitrine: ")))
                .hasSize(1);
    }

    @Test
    void environmentalSoundsAreTrainedAndDrawn() throws IOException {
        Path run = trained("esc", "--model", "mlp");
        assertThat(streams.out()).contains("this network, 78,858 weights");
        for (String chart :
                List.of("waveforms", "spectra", "mel-bands", "mfcc", "confusion-clips", "gap", "embedding")) {
            assertThat(run.resolve("charts").resolve(chart + ".svg")).isNotEmptyFile();
        }
    }
}
