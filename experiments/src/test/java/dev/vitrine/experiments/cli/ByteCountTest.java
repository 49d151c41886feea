package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteCountTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.0 kB",
        "9949, 9.9 kB",
        "9951, 10 kB",
        "999499, 999 kB",
        "999500, 1.0 MB",
        "645700000, 646 MB",
        "74159943680, 74 GB",
        "9223372036854775807, 9223372 TB"
    })
    void threeDigitsAtMostBelowTheLastUnit(long bytes, String words) {
        assertThat(ByteCount.words(bytes)).isEqualTo(words);
    }
}
