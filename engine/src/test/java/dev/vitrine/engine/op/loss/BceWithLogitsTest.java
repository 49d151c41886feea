package dev.vitrine.engine.op.loss;

import static dev.vitrine.engine.op.loss.BceWithLogits.bceWithLogits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.TestDevices;
import dev.vitrine.engine.op.ErrorSample;
import dev.vitrine.engine.op.Golden;
import dev.vitrine.engine.op.OpContract;
import dev.vitrine.engine.op.Sample;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class BceWithLogitsTest extends OpContract {
    @Override
    protected List<Sample> samples() {
        Stream<Sample> plain = Stream.of(
                        new int[] {1}, new int[] {7, 1}, new int[] {16, 1}, new int[] {37}, new int[] {3, 131})
                .map(sizes -> Sample.named("logits " + Shape.of(sizes))
                        .awayFromZero("logits", sizes)
                        .labels("targets", sizes)
                        .gives(Shape.of(), in -> bceWithLogits(in.get(0), in.get(1))));
        return Stream.concat(
                        plain,
                        Stream.of(
                                weighted(new int[] {7, 1}),
                                weighted(new int[] {37}, 1),
                                weighted(new int[] {5, 3}, 3),
                                weighted(new int[] {2, 3, 19}, 3, 19),
                                weighted(new int[] {2, 17}, 2, 17)))
                .toList();
    }

    private static Sample weighted(int[] sizes, int... weight) {
        return Sample.named("logits " + Shape.of(sizes) + " weight " + Shape.of(weight))
                .awayFromZero("logits", sizes)
                .constant("targets", 0, 1, sizes)
                .constant("weight", 0.2, 5, weight)
                .gives(Shape.of(), in -> bceWithLogits(in.get(0), in.get(1), in.get(2)));
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of(
                new ErrorSample(
                        "shapes differ",
                        d -> bceWithLogits(Tensor.zeros(d, 4, 1), Tensor.zeros(d, 4)),
                        "bce_with_logits: targets must have the logits' shape [4, 1], got [4]"),
                new ErrorSample(
                        "gradient for targets",
                        d -> bceWithLogits(
                                Tensor.zeros(d, 4), Tensor.zeros(d, 4).requiresGrad()),
                        "bce_with_logits: targets take no gradient; detach() them"),
                new ErrorSample(
                        "gradient for the targets, with a weight",
                        d -> bceWithLogits(
                                Tensor.zeros(d, 4), Tensor.zeros(d, 4).requiresGrad(), Tensor.zeros(d, 1)),
                        "bce_with_logits: targets take no gradient; detach() them"),
                new ErrorSample(
                        "gradient for the weight",
                        d -> bceWithLogits(
                                Tensor.zeros(d, 4),
                                Tensor.zeros(d, 4),
                                Tensor.zeros(d, 1).requiresGrad()),
                        "bce_with_logits: positive weights take no gradient; detach() them"),
                new ErrorSample(
                        "weight for the first axis",
                        d -> bceWithLogits(Tensor.zeros(d, 4, 3), Tensor.zeros(d, 4, 3), Tensor.zeros(d, 4)),
                        "bce_with_logits: the positive weight must be one number or have the last axes of logits"
                                + " [4, 3], got [4]"),
                new ErrorSample(
                        "weight with more axes",
                        d -> bceWithLogits(Tensor.zeros(d, 3), Tensor.zeros(d, 3), Tensor.zeros(d, 2, 3)),
                        "bce_with_logits: the positive weight must be one number or have the last axes of logits"
                                + " [3], got [2, 3]"));
    }

    @Override
    protected int longestSum() {
        return 3 * 131;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("bce_with_logits.json").agrees(64, given -> {
            Tensor weight = given.tensorOrNull("weight");
            return weight == null
                    ? bceWithLogits(given.tensor("logits"), given.tensor("targets"))
                    : bceWithLogits(given.tensor("logits"), given.tensor("targets"), weight);
        });
    }

    @TestFactory
    Stream<DynamicNode> notANumberIsNotHidden() {
        return TestDevices.all().stream()
                .map(choice -> dynamicTest(choice.name(), () -> {
                    try (Device device = choice.open().get()) {
                        Tensor logits = Tensor.of(device, Shape.of(3), 1, Double.NaN, 2);
                        assertThat(bceWithLogits(logits, Tensor.zeros(device, 3))
                                        .item())
                                .isNaN();
                    }
                }));
    }
}
