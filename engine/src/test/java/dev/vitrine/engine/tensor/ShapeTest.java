package dev.vitrine.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void countsElements() {
        assertThat(Shape.of(32, 10, 8000).elements()).isEqualTo(2_560_000);
        assertThat(Shape.of().elements()).isEqualTo(1);
    }

    @Test
    void negativeAxesCountFromTheEnd() {
        assertThat(Shape.of(2, 3, 5).size(-1)).isEqualTo(5);
        assertThatThrownBy(() -> Shape.of(2, 3).size(2)).hasMessage("shape [2, 3] has no axis 2");
    }

    @Test
    void isAValue() {
        assertThat(Shape.of(2, 3)).isEqualTo(Shape.of(2, 3)).hasSameHashCodeAs(Shape.of(2, 3));
        assertThat(Shape.of(2, 3)).isNotEqualTo(Shape.of(3, 2)).hasToString("[2, 3]");
    }

    @Test
    void emptyAxisIsRefused() {
        assertThatThrownBy(() -> Shape.of(2, 0)).hasMessage("shape [2, 0]: axis 1 must be at least 1");
        assertThatThrownBy(() -> Shape.of(65536, 65536))
                .hasMessage("shape [65536, 65536]: more than 2147483647 elements do not fit one tensor");
    }
}
