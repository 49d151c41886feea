package dev.vitrine.experiments.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.op.elementwise.Clamp;
import dev.vitrine.engine.op.elementwise.Relu;
import dev.vitrine.engine.op.elementwise.Sqrt;
import dev.vitrine.engine.tensor.Tensor;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CurvesTest {
    private static final String FULL = "r=\"5\" fill=\"" + Ink.ORANGE.full();
    private static final String HOLLOW = "r=\"5\" fill=\"" + Ink.WHITE.full();

    private static String drawn(Curves.Frame frame, UnaryOperator<Tensor> operation) {
        return Curves.sheet("name", "title", Curves.of("caption", frame, operation))
                .svg();
    }

    @Test
    void slopeAtAKinkIsAFullDot() {
        assertThat(drawn(new Curves.Frame(-3, 3, -1, 3), Relu::relu))
                .containsOnlyOnce("<circle cx=\"214\" cy=\"238\" " + FULL)
                .containsOnlyOnce("<circle cx=\"214\" cy=\"178\" " + HOLLOW);
        assertThat(drawn(new Curves.Frame(-3, 3, -2, 2), x -> Clamp.clamp(x, -1, 1)))
                .containsOnlyOnce("<circle cx=\"164\" cy=\"118\" " + FULL)
                .containsOnlyOnce("<circle cx=\"164\" cy=\"178\" " + HOLLOW);
    }

    @Test
    void steepIsNoJump() {
        assertThat(drawn(new Curves.Frame(0, 5, 0, 3), Sqrt::sqrt)).doesNotContain("<circle");
    }
}
