package dev.vitrine.engine.op.arithmetic;

import static dev.vitrine.engine.op.arithmetic.Sub.sub;

import dev.vitrine.engine.op.ErrorSample;
import dev.vitrine.engine.op.Golden;
import dev.vitrine.engine.op.OpContract;
import dev.vitrine.engine.op.Sample;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class SubTest extends OpContract {
    private static final BroadcastPairs PAIRS = new BroadcastPairs("sub", Sub::sub);

    @Override
    protected List<Sample> samples() {
        return PAIRS.samples((sample, a, b) -> sample.input("a", a).input("b", b));
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
        return Golden.table("sub.json").agrees(longestSum(), given -> sub(given.tensor("a"), given.tensor("b")));
    }
}
