package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedTest {
    @Test
    void furtherLinesBeginBelowTheFirstWord() {
        assertThat(Wrapped.of("  name  ", "word ".repeat(20).strip()))
                .isEqualTo("  name  " + "word ".repeat(14).strip() + "\n        "
                        + "word ".repeat(6).strip());
    }

    @Test
    void lineMayHaveEightyColumnsAndNoMore() {
        assertThat(Wrapped.of("", "a".repeat(78) + " b")).hasLineCount(1);
        assertThat(Wrapped.of("", "a".repeat(78) + " bc")).hasLineCount(2);
    }
}
