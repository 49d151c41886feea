package dev.vitrine.audio.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CompandingTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/golden/companding.csv", numLinesToSkip = 1)
    void everyCodeIsWhatPythonsAudioopSays(int code, int aLaw, int muLaw) {
        assertThat(Companding.aLaw((byte) code)).isEqualTo(aLaw);
        assertThat(Companding.muLaw((byte) code)).isEqualTo(muLaw);
    }
}
