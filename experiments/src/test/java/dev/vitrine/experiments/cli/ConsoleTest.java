package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final Streams streams = new Streams();

    @Test
    void terminalGetsABarThatFitsItsWidth() {
        try (Progress progress = streams.console(72).progress("train", 400, 0)) {
            progress.at(100, new Progress.Measures(0.5, 0.75));
            progress.say("epoch 1");
        }
        assertThat(streams.err())
                .contains("\rtrain", "100/400", "loss 0.5000  accuracy 75.0 %", "epoch 1" + System.lineSeparator())
                .endsWith(System.lineSeparator());
        assertThat(streams.err().split("[\r\n]+", -1)).allMatch(line -> line.length() < 72);
        assertThat(streams.out()).isEmpty();
    }

    @Test
    void barShrinksAndThenIsLeftOut() {
        assertThat(barOfWidth(100)).contains("train 100/400 [########......................]  loss 0.5000");
        assertThat(barOfWidth(55)).contains("train 100/400 [##......]  loss 0.5000");
        assertThat(barOfWidth(40)).contains("train 100/400  loss 0.5000");
    }

    private static String barOfWidth(int columns) {
        Streams narrow = new Streams();
        try (Progress progress = narrow.console(columns).progress("train", 400, 100)) {
            progress.at(100, new Progress.Measures(0.5, 0.75));
        }
        return narrow.err();
    }

    @Test
    void pipeGetsNoControlCharacters() {
        try (Progress progress = streams.console(0).progress("train", 400, 0)) {
            progress.at(400, Progress.Measures.NONE);
        }
        assertThat(streams.err()).startsWith("train 400/400").doesNotContain("\r\u001b");
        assertThat(streams.err().replace(System.lineSeparator(), "")).doesNotContain("\r");
    }
}
