package dev.vitrine.engine.op.arithmetic;

import static dev.vitrine.engine.op.arithmetic.Mul.mul;

import dev.vitrine.engine.op.ErrorSample;
import dev.vitrine.engine.op.Golden;
import dev.vitrine.engine.op.OpContract;
import dev.vitrine.engine.op.Sample;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class MulTest extends OpContract {
    private static final BroadcastPairs PAIRS = new BroadcastPairs("mul", Mul::mul);

    @Override
    protected List<Sample> samples() {
        BroadcastPairs.Draw draw = (sample, a, b) -> sample.input("a", a).input("b", b);
        return Stream.concat(PAIRS.samples(draw).stream(), PAIRS.samplesOfManyAxes(draw).stream())
                .toList();
    }

    @Override
    protected List<ErrorSample> errorSamples() {
        return PAIRS.errorSamples();
    }

    @Override
    protected int longestSum() {
        return BroadcastPairs.LONGEST_SUM;
    }

    @TestFactory
    Stream<DynamicNode> agreesWithPyTorch() {
        return Golden.table("mul.json").agrees(longestSum(), given -> mul(given.tensor("a"), given.tensor("b")));
    }
}
