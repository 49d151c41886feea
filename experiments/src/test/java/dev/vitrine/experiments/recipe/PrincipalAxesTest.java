package dev.vitrine.experiments.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.engine.tensor.Rng;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrincipalAxesTest {
    /** Along (0.6, 0.8) with deviation 5, across it with deviation 1, somewhere far from 0. */
    @Test
    void directionsOfACloudAreFound() {
        Rng rng = new Rng(4);
        List<double[]> rows = new ArrayList<>();
        List<double[]> truth = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            double a = 5 * rng.gaussian();
            double b = rng.gaussian();
            truth.add(new double[] {a, b});
            rows.add(new double[] {100 + 0.6 * a - 0.8 * b, 0.8 * a + 0.6 * b - 7, 3});
        }
        PrincipalAxes axes = PrincipalAxes.of(rows);
        assertThat(axes.shares()[0]).isCloseTo(25.0 / 26, within(0.01));
        assertThat(axes.shares()[0] + axes.shares()[1]).isCloseTo(1, within(1e-9));
        for (int i = 0; i < 20; i++) {
            assertThat(axes.points()[i][0]).isCloseTo(truth.get(i)[0], within(0.4));
        }
    }

    @Test
    void pointsThatAreAlikeLieAtZero() {
        PrincipalAxes axes = PrincipalAxes.of(List.of(new double[] {2, 2}, new double[] {2, 2}));
        assertThat(axes.points()[0]).containsExactly(0, 0);
        assertThat(axes.shares()).containsExactly(0, 0);
    }
}
