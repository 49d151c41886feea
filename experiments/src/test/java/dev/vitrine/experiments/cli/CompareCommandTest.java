package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparing runs and the page of results, on three small runs; the third has another split. */
class CompareCommandTest {
    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private final Streams streams = new Streams();

    @BeforeAll
    static void train() {
        train("first", "--lr", "0.1");
        train("second", "--lr", "0.01");
        train("third", "--seed", "2");
    }

    private static void train(String runs, String option, String value) {
        Streams training = new Streams();
        int exit = training.run(
                Main.everyCommand(),
                "train",
                "cats-dogs",
                "--clips",
                "10",
                "--epochs",
                "1",
                "--epoch-steps",
                "2",
                "--batch",
                "4",
                "--device",
                "java",
                "--runs",
                shared.resolve(runs).toString(),
                option,
                value);
        assertThat(exit).as(training.err()).isZero();
    }

    private static String run(String runs) throws IOException {
        try (Stream<Path> found = Files.list(shared.resolve(runs))) {
            return found.findFirst().orElseThrow().toString();
        }
    }

    private int vitrine(String... words) {
        return streams.run(Main.everyCommand(), words);
    }

    @Test
    void runsOverTheSameClipsAreCompared() throws IOException {
        Path out = folder.resolve("charts");
        assertThat(vitrine("compare", run("first"), run("second"), "--out", out.toString()))
                .as(streams.err())
                .isZero();
        assertThat(streams.out())
                .contains("A  " + run("first"), "B  " + run("second"), "A and B", "McNemar's p", "3,041");
        assertThat(streams.out().lines()).allMatch(line -> line.length() <= 80 || line.contains(shared.toString()));
        for (String chart : List.of("compare-accuracy", "compare-clips", "compare-epochs")) {
            assertThat(out.resolve(chart + ".png")).isNotEmptyFile();
        }
    }

    @Test
    void runsOverOtherClipsAreRefused() throws IOException {
        assertThat(vitrine("compare", run("first"), run("third"), "--out", folder.toString()))
                .isEqualTo(2);
        assertThat(streams.err().lines()).hasSize(1);
        assertThat(streams.err())
                .contains("were tested on different clips (4 and 4, ", "compare runs of one seed, split and --folds");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void oneRunIsRefused() throws IOException {
        assertThat(vitrine("compare", run("first"))).isEqualTo(2);
        assertThat(streams.err()).isEqualToIgnoringNewLines("vitrine: compare: expected 2 to 8 runs, got 1");
    }

    @Test
    void resultsAreOnOnePage() throws IOException {
        Path page = folder.resolve("new/page.md");
        assertThat(vitrine("results", "--runs", shared.resolve("first").toString(), "--out", page.toString()))
                .as(streams.err())
                .isZero();
        assertThat(page)
                .content()
                .contains(
                        "## cats-dogs",
                        "| data, seed | aim | original | majority | linear | ours | weights | MACs | training |",
                        "| synthesised, 1, ",
                        "| 85.0 % | - | 50.0 % |",
                        "| 3,041 | 2.64 M |",
                        "./vitrine train cats-dogs --clips 10 --normalise window --protocol leak-free --split group"
                                + " --folds 1 --epochs 1 --epoch-steps 2 --batch 4 --optimizer sgd --lr 0.1 --schedule"
                                + " cosine --seed 1\n");
    }

    /** Such a run must not keep all others from the page. */
    @Test
    void runOfAnotherVersionIsLeftOutByName() throws IOException {
        Path old = Files.createDirectories(folder.resolve("old-20260101-000000"));
        Files.writeString(old.resolve("config.json"), "{\"experiment\" : 3}");
        Files.writeString(old.resolve("results.json"), "{}");
        assertThat(vitrine(
                        "results",
                        "--runs",
                        folder.toString(),
                        "--out",
                        folder.resolve("page.md").toString()))
                .isEqualTo(2);
        assertThat(streams.err())
                .contains("old-20260101-000000 is left out: ", "not a", "results: no finished run in ");
    }

    @Test
    void noRunIsNoPage() {
        Path page = folder.resolve("page.md");
        assertThat(vitrine("results", "--runs", folder.toString(), "--out", page.toString()))
                .isEqualTo(2);
        assertThat(streams.err()).contains("results: no finished run in ", "train one, or say --train");
        assertThat(page).doesNotExist();
    }
}
