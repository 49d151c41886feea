package dev.vitrine.experiments.audioset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CorrelationTest {
    /** Columns 0 and 1 are alike, 2 and 3 are alike with the sign turned, and the pairs have nothing to do with one another. */
    @Test
    void meansOverPairsOfOneDistance() {
        List<float[]> rows =
                List.of(new float[] {1, 1, 1, -1, 1, 1, -1, 1}, new float[] {-1, -1, 1, -1, -1, -1, -1, 1});
        // distance 1: |1|, |0|, |-1|; distance 2: |0|, |0|
        assertThat(Correlation.byDistance(rows, 4)).containsExactly(new double[] {2.0 / 3, 0}, within(1e-9));
    }
}
