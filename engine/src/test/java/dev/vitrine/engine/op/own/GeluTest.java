package dev.vitrine.engine.op.own;

import static dev.vitrine.engine.op.own.Gelu.gelu;

import dev.vitrine.engine.op.ErrorSample;
import dev.vitrine.engine.op.OpContract;
import dev.vitrine.engine.op.Sample;
import dev.vitrine.engine.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;

class GeluTest extends OpContract {
    @Override
    protected List<Sample> samples() {
        return Stream.of(new int[] {1}, new int[] {17}, new int[] {2, 16}, new int[] {3, 5, 7})
                .map(sizes -> Sample.named("x " + Shape.of(sizes))
                        .input("x", sizes)
                        .gives(Shape.of(sizes), in -> gelu(in.get(0))))
                .toList();
    }

    /** Every shape is welcome. */
    @Override
    protected List<ErrorSample> errorSamples() {
        return List.of();
    }

    @Override
    protected int longestSum() {
        return 1;
    }
}
