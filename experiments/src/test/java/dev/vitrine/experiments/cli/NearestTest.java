package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({"train,train,0", "trian,train,1", "tain,train,1", "trrain,train,1", "trayn,train,1", "kitten,sitting,3"
    })
    void countsEdits(String a, String b, int expected) {
        assertThat(Nearest.distance(a, b)).isEqualTo(expected);
    }

    @Test
    void choosesTheNearest() {
        assertThat(Nearest.suggestion("predikt", List.of("inspect", "predict", "train")))
                .isEqualTo(" (did you mean predict?)");
    }

    @Test
    void saysNothingWhereNothingIsNear() {
        assertThat(Nearest.suggestion("-x", List.of("-h", "--help"))).isEmpty();
    }
}
