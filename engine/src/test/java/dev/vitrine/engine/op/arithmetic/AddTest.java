package dev.vitrine.engine.op.arithmetic;

import static dev.vitrine.engine.op.arithmetic.Add.add;

import dev.vitrine.engine.op.ErrorSample;
import dev.vitrine.engine.op.Golden;
import dev.vitrine.engine.op.OpContract;
import dev.vitrine.engine.op.Sample;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class AddTest extends OpContract {
    private static final BroadcastPairs PAIRS = new BroadcastPairs("add", Add::add);

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
        return Golden.table("add.json").agrees(longestSum(), given -> add(given.tensor("a"), given.tensor("b")));
    }
}
