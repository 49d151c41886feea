package dev.vitrine.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RngTest {
    @Test
    void isSplitMix64() {
        // The first outputs for seed 1234567, as published with the reference implementation (Vigna, 2015).
        Rng rng = new Rng(1234567);
        assertThat(rng.nextLong()).isEqualTo(6457827717110365317L);
        assertThat(rng.nextLong()).isEqualTo(3203168211198807973L);
    }

    @Test
    void goesOnFromItsState() {
        Rng rng = new Rng(7);
        rng.nextLong();
        Rng later = new Rng(rng.state());
        assertThat(later.nextLong()).isEqualTo(rng.nextLong());
    }

    @Test
    void gaussianHasMeanZeroAndDeviationOne() {
        Rng rng = new Rng(3);
        double[] values = DoubleStream.generate(rng::gaussian).limit(100_000).toArray();
        double mean = DoubleStream.of(values).average().orElseThrow();
        double power = DoubleStream.of(values).map(v -> v * v).average().orElseThrow();
        assertThat(mean).isCloseTo(0, within(0.02));
        assertThat(power).isCloseTo(1, within(0.02));
    }

    @Test
    void streamsOfOneSeedDiffer() {
        assertThat(Rng.of(1, 0).nextLong()).isNotEqualTo(Rng.of(1, 1).nextLong());
    }
}
