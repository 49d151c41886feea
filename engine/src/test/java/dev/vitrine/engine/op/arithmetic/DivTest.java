package dev.vitrine.engine.op.arithmetic;

import static dev.vitrine.engine.op.arithmetic.Div.div;

import dev.vitrine.engine.op.ErrorSample;
import dev.vitrine.engine.op.Golden;
import dev.vitrine.engine.op.OpContract;
import dev.vitrine.engine.op.Sample;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class DivTest extends OpContract {
    private static final BroadcastPairs PAIRS = new BroadcastPairs("div", Div::div);

    @Override
    protected List<Sample> samples() {
        return PAIRS.samples((sample, a, b) -> sample.input("a", a).uniform("b", 0.5, 2, b));
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
        return Golden.table("div.json").agrees(longestSum(), given -> div(given.tensor("a"), given.tensor("b")));
    }
}
