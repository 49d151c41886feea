package dev.vitrine.engine.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.engine.tensor.Shape;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BroadcastTest {
    private static int[] read(Broadcast shapes, int input) {
        return IntStream.range(0, shapes.shape().elements())
                .map(i -> shapes.read(input).at(i))
                .toArray();
    }

    @Test
    void axesOfSizeOneAndMissingAxesRepeat() {
        Broadcast shapes = Broadcast.of("op", Shape.of(2, 1), Shape.of(3));
        assertThat(shapes.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(read(shapes, 0)).containsExactly(0, 0, 0, 1, 1, 1);
        assertThat(read(shapes, 1)).containsExactly(0, 1, 2, 0, 1, 2);
        assertThat(shapes.repeats(0)).isTrue();
    }

    @Test
    void neighbouringAxesThatAllPassThroughAreOne() {
        Broadcast same = Broadcast.of("op", Shape.of(8, 3, 5), Shape.of(8, 3, 5));
        assertThat(same.read(0).sizes()).containsExactly(120);
        assertThat(same.read(0).strides()).containsExactly(1);
        assertThat(same.repeats(0)).isFalse();
        Broadcast bias = Broadcast.of("op", Shape.of(8, 3, 5), Shape.of(5));
        assertThat(bias.read(1).sizes()).containsExactly(24, 5);
        assertThat(bias.read(1).strides()).containsExactly(0, 1);
        assertThat(Broadcast.of("op", Shape.of(4, 1, 6), Shape.of()).read(0).sizes())
                .containsExactly(24);
    }

    @Test
    void keptAndRepeatedPositionsAreAllPositions() {
        Broadcast shapes = Broadcast.to("op", Shape.of(2, 1, 3, 1), Shape.of(2, 5, 3, 7));
        Walk kept = shapes.kept(0);
        Walk repeated = shapes.repeated(0);
        assertThat(IntStream.range(0, kept.count())
                        .flatMap(j -> IntStream.range(0, repeated.count()).map(t -> kept.at(j) + repeated.at(t)))
                        .sorted())
                .containsExactly(IntStream.range(0, 210).boxed().toArray(Integer[]::new));
        assertThat(shapes.read(0).at(kept.at(4) + repeated.at(11))).isEqualTo(4);
    }

    @Test
    void walkOfNoOrTooManyAxesIsRefused() {
        assertThatThrownBy(() -> new Walk(new int[] {}, new int[] {}))
                .hasMessage("walk: wants 1 to 8 sizes and as many strides, got [] and []");
    }
}
