package dev.vitrine.experiments.nsynth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PixelsTest {
    /** tf.image.resize([[0, 1, 2, 3], [4, 5, 6, 7]], [2, 2]) = [[0.5, 2.5], [4.5, 6.5]]: centres of the new pixels. */
    @Test
    void resizesBetweenTheCentresOfPixels() {
        double[][] small = Pixels.resized(new double[][] {{0, 1, 2, 3}, {4, 5, 6, 7}}, 2, 2);
        assertThat(small[0]).containsExactly(0.5, 2.5);
        assertThat(small[1]).containsExactly(4.5, 6.5);
    }

    @Test
    void edgesGoOnWhereAPictureGrows() {
        assertThat(Pixels.resized(new double[][] {{0, 4}}, 1, 4)[0])
                .containsExactly(new double[] {0, 1, 3, 4}, within(1e-12));
    }

    @Test
    void rangeIsFromZeroToTheLargest() {
        assertThat(Pixels.between(new double[][] {{0, 1, 4}}, -1, 1)[0]).containsExactly(-1, -0.5, 1);
        assertThat(Pixels.between(new double[][] {{0, 0}}, -1, 1)[0]).containsExactly(-1, -1);
    }

    @Test
    void rowsAndFlatAreInverse() {
        double[][] picture = {{1, 2, 3}, {4, 5, 6}};
        assertThat(Pixels.rows(Pixels.flat(picture), 3)).isDeepEqualTo(picture);
    }
}
