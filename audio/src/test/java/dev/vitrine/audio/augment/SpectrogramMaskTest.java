package dev.vitrine.audio.augment;

import static dev.vitrine.audio.augment.SpectrogramMask.Axis.BINS;
import static dev.vitrine.audio.augment.SpectrogramMask.Axis.FRAMES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SpectrogramMaskTest {
    private static final double FILL = -80;

    private static double[][] ones(int bins, int frames) {
        double[][] values = new double[bins][frames];
        for (double[] row : values) {
            Arrays.fill(row, 1);
        }
        return values;
    }

    /** Which of a row or column are covered, as a word of ones and dots. */
    private static String covered(double[] line) {
        StringBuilder word = new StringBuilder();
        for (double value : line) {
            assertThat(value).isIn(1.0, FILL);
            word.append(value == FILL ? '#' : '.');
        }
        return word.toString();
    }

    private static double[] column(double[][] values, int t) {
        return Arrays.stream(values).mapToDouble(row -> row[t]).toArray();
    }

    @Test
    void coversTheSameFramesInAllBins() {
        Set<Integer> widths = new TreeSet<>();
        Set<Integer> places = new TreeSet<>();
        for (int seed = 0; seed < 300; seed++) {
            double[][] masked = new SpectrogramMask(FRAMES, 3).apply(ones(5, 7), FILL, seed);
            String word = covered(masked[0]);
            assertThat(word).matches("\\.*#{0,3}\\.*").hasSize(7);
            for (double[] row : masked) {
                assertThat(covered(row)).isEqualTo(word);
            }
            widths.add((int) word.chars().filter(c -> c == '#').count());
            places.add(word.indexOf('#'));
        }
        assertThat(widths).containsExactly(0, 1, 2, 3);
        assertThat(places).containsExactly(-1, 0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void coversTheSameBinsInAllFrames() {
        Set<Integer> places = new TreeSet<>();
        for (int seed = 0; seed < 300; seed++) {
            double[][] masked = new SpectrogramMask(BINS, 2).apply(ones(5, 7), FILL, seed);
            String word = covered(column(masked, 0));
            assertThat(word).matches("\\.*#{0,2}\\.*").hasSize(5);
            for (int t = 0; t < 7; t++) {
                assertThat(covered(column(masked, t))).isEqualTo(word);
            }
            places.add(word.indexOf('#'));
        }
        assertThat(places).containsExactly(-1, 0, 1, 2, 3, 4);
    }

    @Test
    void theSeedDecidesAndTheArrayStaysUntouched() {
        double[][] values = ones(20, 30);
        SpectrogramMask mask = new SpectrogramMask(FRAMES, 30);
        assertThat(mask.apply(values, FILL, 5)).isDeepEqualTo(mask.apply(values, FILL, 5));
        assertThat(Arrays.deepEquals(mask.apply(values, FILL, 5), mask.apply(values, FILL, 6)))
                .isFalse();
        assertThat(values).isDeepEqualTo(ones(20, 30));
    }

    @Test
    void takesWhatIsNarrowerThanTheMaskOrEmpty() {
        assertThat(new SpectrogramMask(BINS, 99).apply(ones(2, 3), FILL, 1)).hasDimensions(2, 3);
        assertThat(new SpectrogramMask(FRAMES, 99).apply(new double[0][0], FILL, 1))
                .isEmpty();
        assertThat(new SpectrogramMask(FRAMES, 0).apply(ones(2, 3), FILL, 1)).isDeepEqualTo(ones(2, 3));
        assertThatThrownBy(() -> new SpectrogramMask(FRAMES, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a mask's width must be at least 0, got -1");
    }
}
