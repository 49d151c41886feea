package dev.vitrine.experiments.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class DrawnImagesTest {
    private static final int SIZE = 16;
    private static final int INPUTS = 3 * SIZE * SIZE;

    @Test
    void sixteenClasses() {
        assertThat(DrawnImages.classes())
                .hasSize(16)
                .doesNotHaveDuplicates()
                .startsWith("letter_a", "letter_h")
                .endsWith("waves", "clouds");
    }

    @Test
    void numbersAreColoursFromZeroToOne() {
        for (int label = 0; label < 16; label++) {
            float[] pixels = DrawnImages.pixels(label, 0, 1, 24);
            assertThat(pixels).hasSize(3 * 24 * 24);
            for (float value : pixels) {
                assertThat(value).isBetween(0f, 1f);
            }
        }
    }

    @Test
    void planesAreRedGreenAndBlue() {
        int rgb = DrawnImages.picture(3, 4, 5, SIZE).getRGB(2, 1);
        float[] pixels = DrawnImages.pixels(3, 4, 5, SIZE);
        int at = SIZE + 2;
        assertThat(pixels[at]).isEqualTo(((rgb >> 16) & 0xff) / 255f);
        assertThat(pixels[SIZE * SIZE + at]).isEqualTo(((rgb >> 8) & 0xff) / 255f);
        assertThat(pixels[2 * SIZE * SIZE + at]).isEqualTo((rgb & 0xff) / 255f);
    }

    @Test
    void equalSeedsGiveEqualPictures() {
        assertThat(DrawnImages.pixels(2, 3, 7, 32)).isEqualTo(DrawnImages.pixels(2, 3, 7, 32));
    }

    @Test
    void noTwoPicturesAreTheSame() {
        Set<Long> sums = new HashSet<>();
        int pictures = 0;
        for (long seed = 1; seed <= 3; seed++) {
            for (int label = 0; label < 16; label++) {
                for (int index = 0; index < 20; index++) {
                    sums.add(sum(DrawnImages.pixels(label, index, seed, SIZE)));
                    pictures++;
                }
            }
        }
        assertThat(sums).hasSize(pictures);
    }

    private static long sum(float[] values) {
        CRC32 sum = new CRC32();
        for (float value : values) {
            sum.update(Math.round(value * 255));
        }
        return sum.getValue();
    }

    @Test
    void sizeHasToBePossible() {
        assertThatThrownBy(() -> DrawnImages.picture(0, 0, 1, 15))
                .hasMessage("a drawn image has 15 pixels a side; expected 16 to 1024");
    }

    /** Softmax regression on the pixels: what can be told without looking at shapes. Chance is 1 in 16. */
    @Test
    void linearModelDoesNotSolveIt() {
        double accuracy = linearAccuracy(60, 20);
        assertThat(accuracy).isBetween(0.0, 0.5);
    }

    private static double linearAccuracy(int train, int test) {
        double[][] weights = new double[16][INPUTS + 1];
        List<float[]> pictures = new ArrayList<>();
        for (int i = 0; i < 16 * (train + test); i++) {
            pictures.add(DrawnImages.pixels(i % 16, i / 16, 1, SIZE));
        }
        for (int epoch = 0; epoch < 30; epoch++) {
            for (int i = 0; i < 16 * train; i++) {
                step(weights, pictures.get(i), i % 16);
            }
        }
        int right = 0;
        for (int i = 16 * train; i < pictures.size(); i++) {
            double[] scores = scores(weights, pictures.get(i));
            right += best(scores) == i % 16 ? 1 : 0;
        }
        return right / (16.0 * test);
    }

    private static double[] scores(double[][] weights, float[] picture) {
        double[] scores = new double[weights.length];
        for (int k = 0; k < scores.length; k++) {
            double sum = weights[k][INPUTS];
            for (int i = 0; i < INPUTS; i++) {
                sum += weights[k][i] * (picture[i] - 0.5);
            }
            scores[k] = sum;
        }
        return scores;
    }

    private static int best(double[] scores) {
        int best = 0;
        for (int k = 1; k < scores.length; k++) {
            best = scores[k] > scores[best] ? k : best;
        }
        return best;
    }

    private static void step(double[][] weights, float[] picture, int label) {
        double[] scores = scores(weights, picture);
        double most = scores[best(scores)];
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = Math.exp(scores[k] - most);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            double slope = 0.01 * ((k == label ? 1 : 0) - scores[k] / sum);
            for (int i = 0; i < INPUTS; i++) {
                weights[k][i] += slope * (picture[i] - 0.5);
            }
            weights[k][INPUTS] += slope;
        }
    }
}
