package dev.vitrine.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void alignsWordsLeftAndNumbersRight() {
        TextTable table = new TextTable(
                List.of("accuracy", "aim", "original", "ours"),
                List.of(
                        List.of("per second", "\u2265 81 %", "71.4 %", "82.31 %"),
                        List.of("per clip", "\u2265 86 %", "70 %", "-")));
        assertThat(table.render()).isEqualTo("""
                        accuracy       aim  original     ours
                        ----------  ------  --------  -------
                        per second  \u2265 81 %    71.4 %  82.31 %
                        per clip    \u2265 86 %      70 %        -
                        """);
    }

    @Test
    void breaksLongCellsAtBlanksAndStaysWithinEighty() {
        String words = "a cell that goes on and on about what was tried and why it fell short of its aim";
        TextTable table = new TextTable(
                List.of("name", "first", "second"),
                List.of(List.of("row", words, words), List.of("unbroken", "x".repeat(100), "")));
        assertThat(table.render().lines()).allMatch(line -> line.length() <= 80);
        assertThat(table.render().replaceAll("\\s+", "")).contains("x".repeat(20));
        assertThat(table.render().chars().filter(c -> c == 'x').count()).isEqualTo(100);
    }

    @Test
    void refusesARowOfAnotherLength() {
        assertThatThrownBy(() -> new TextTable(List.of("a", "b"), List.of(List.of("1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("text table: row [1] has 1 cells; expected 2");
    }
}
