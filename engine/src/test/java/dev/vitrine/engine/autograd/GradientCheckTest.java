package dev.vitrine.engine.autograd;

import static dev.vitrine.engine.autograd.Times.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.engine.autograd.GradientCheck.Argument;
import dev.vitrine.engine.autograd.Times.Mistake;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GradientCheckTest {
    private static final List<Argument> ARGUMENTS = List.of(
            new Argument("a", Shape.of(3), new double[] {1, 2, -3}, true),
            new Argument("b", Shape.of(3), new double[] {0.5, 4, 2}, true));

    private final JavaDevice device = TestDevices.java();

    @AfterEach
    void close() {
        device.close();
    }

    @Test
    void rightGradientPasses() {
        List<GradientCheck.Worst> worst =
                new GradientCheck("times", device, in -> times(in.get(0), in.get(1))).run(ARGUMENTS);
        assertThat(worst).extracting(GradientCheck.Worst::argument).containsExactly("a", "b");
        assertThat(worst).allSatisfy(w -> assertThat(w.error()).isBetween(0.0, 1e-9));
    }

    @Test
    void plantedSignIsFoundAndNamed() {
        GradientCheck check = new GradientCheck("times", device, in -> times(in.get(0), in.get(1), Mistake.SIGN));
        assertThatThrownBy(() -> check.require(ARGUMENTS, 1e-6))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("times: gradient of b[")
                .hasMessageContaining(" expected ")
                .hasMessageContaining(", got ");
    }

    @Test
    void argumentWithoutGradientIsLeftOut() {
        List<Argument> onlyA = List.of(ARGUMENTS.get(0), new Argument("b", Shape.of(3), new double[3], false));
        assertThat(new GradientCheck("times", device, in -> times(in.get(0), in.get(1))).run(onlyA))
                .extracting(GradientCheck.Worst::argument)
                .containsExactly("a");
    }
}
