package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.autograd.GradientCheck.Argument;
import dev.vitrine.engine.device.Devices;
import dev.vitrine.engine.op.elementwise.Relu;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.experiments.gradcheck.Case;
import dev.vitrine.experiments.gradcheck.Cases;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GradcheckCommandTest {
    private final Streams streams = new Streams();

    /** Central differences see half a slope where the rectifier has its kink. */
    private static final Case KINK = new Case(
            "relu",
            "at the kink",
            List.of(new Argument("x", Shape.of(2), new double[] {1, 0}, true)),
            in -> Relu.relu(in.get(0)));

    private int run(Map<String, List<Case>> cases, String... words) {
        return streams.run(List.of(new GradcheckCommand(cases)), words);
    }

    @Test
    void everyOperationIsRightOnJava() {
        assertThat(run(Cases.byOp(), "gradcheck", "--device", "java"))
                .as(streams.out() + streams.err())
                .isZero();
        assertThat(streams.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(streams.out()).contains("conv1d").contains("weight").doesNotContain("WRONG");
    }

    @Test
    void everyOperationIsRightOnOpenCl() {
        String device = Devices.openCl().isEmpty() ? "java" : "opencl";
        assertThat(run(Cases.byOp(), "gradcheck", "--device", device))
                .as(streams.out() + streams.err())
                .isZero();
    }

    @Test
    void aWrongGradientIsNamedAndFails() {
        assertThat(run(Map.of("relu", List.of(KINK)), "gradcheck", "--device", "java"))
                .isEqualTo(1);
        assertThat(streams.out()).contains("relu").contains("at the kink, x[1]").contains("WRONG");
        assertThat(streams.err().lines().skip(1).toList())
                .singleElement()
                .asString()
                .startsWith("vitrine: relu: at the kink, x[1]: expected 0.")
                .endsWith(", got 0.0");
    }

    @Test
    void oneOperationCanBeChosen() {
        assertThat(run(Cases.byOp(), "gradcheck", "--device", "java", "--op", "relu"))
                .isZero();
        assertThat(streams.out())
                .contains("relu")
                .contains("1 operation on java")
                .doesNotContain("conv1d");
    }

    @Test
    void unknownOperationIsRefused() {
        assertThat(run(Map.of("relu", List.of(KINK)), "gradcheck", "--op", "rely"))
                .isEqualTo(2);
        assertThat(streams.err())
                .isEqualTo("vitrine: --op rely: no such operation; expected one of relu" + System.lineSeparator());
    }
}
