package dev.vitrine.audio.audioset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.audio.dataset.Embedding;
import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.dataset.ItemSet;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddingSynthTest {
    private static final ItemSet SET = EmbeddingSynth.set(200, 1);

    /** The mean over the frames. */
    private static double[] mean(Item item) {
        Embedding embedding = (Embedding) item.content();
        float[] values = embedding.values();
        double[] mean = new double[128];
        for (int i = 0; i < values.length; i++) {
            mean[i % 128] += values[i] / embedding.frames();
        }
        return mean;
    }

    private static double[] centre(List<double[]> means) {
        double[] centre = new double[128];
        means.forEach(mean -> Arrays.setAll(centre, d -> centre[d] + mean[d] / means.size()));
        return centre;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += (a[d] - b[d]) * (a[d] - b[d]);
        }
        return sum;
    }

    @Test
    void clipsFollowTheirSeed() {
        assertThat(EmbeddingSynth.clip(1, 2, 3)).usingRecursiveComparison().isEqualTo(EmbeddingSynth.clip(1, 2, 3));
        assertThat(EmbeddingSynth.clip(1, 2, 3).embedding().codes())
                .isNotEqualTo(EmbeddingSynth.clip(1, 2, 4).embedding().codes())
                .isNotEqualTo(EmbeddingSynth.clip(1, 3, 3).embedding().codes());
    }

    @Test
    void setHasTheShapeOfTheRealOne() {
        assertThat(SET.items()).hasSize(1_600);
        assertThat(SET.items()).allSatisfy(item -> {
            Embedding embedding = (Embedding) item.content();
            assertThat(embedding.width()).isEqualTo(128);
            assertThat(embedding.frames()).isBetween(4, 10);
        });
        long brief = SET.items().stream()
                .filter(item -> ((Embedding) item.content()).frames() < 10)
                .count();
        assertThat(brief).isBetween(10L, 70L);
    }

    @Test
    void varianceFallsAlongTheComponents() {
        double[] power = new double[128];
        for (Item item : SET.items()) {
            float[] values = ((Embedding) item.content()).values();
            for (int i = 0; i < values.length; i++) {
                power[i % 128] += values[i] * values[i];
            }
        }
        double head = Arrays.stream(power, 0, 8).sum();
        double tail = Arrays.stream(power, 120, 128).sum();
        assertThat(head).isGreaterThan(5 * tail);
    }

    /** The nearest mean of training clips tells far more than chance, 1 in 8, and far less than all. */
    @Test
    void linearJudgeIsNeitherLostNorPerfect() {
        List<double[]> centres = SET.classes().stream()
                .map(name -> centre(SET.items().stream()
                        .limit(800)
                        .filter(item -> item.label() == SET.classes().indexOf(name))
                        .map(EmbeddingSynthTest::mean)
                        .toList()))
                .toList();
        long right = SET.items().stream()
                .skip(800)
                .filter(item -> {
                    double[] mean = mean(item);
                    int best = 0;
                    for (int label = 1; label < 8; label++) {
                        best = distance(mean, centres.get(label)) < distance(mean, centres.get(best)) ? label : best;
                    }
                    return best == item.label();
                })
                .count();
        assertThat(right / 800.0).isBetween(0.25, 0.85);
    }
}
