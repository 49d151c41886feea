package dev.vitrine.experiments.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.train.Batch;
import dev.vitrine.experiments.model.Objective;
import dev.vitrine.experiments.recipe.ComputedMaterial.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComputedMaterialTest {
    private static final Form FORM = Form.of(List.of("low", "high"), Objective.WHICH_CLASS, Shape.of(1, 2, 3), 2);

    /** Clip i has the rows i, i, i and 10 i + 1, 2, 3; every fourth is of class 1. */
    private static ComputedMaterial material(Form form) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            float[] input = {i, i, i, 10 * i + 1, 10 * i + 2, 10 * i + 3};
            entries.add(new Entry(
                    new NamedClip("clip" + i, i % 4 == 3 ? 1 : 0, "group" + i, 0), "print" + i, input, new double[] {i
                    }));
        }
        return new ComputedMaterial(form, entries, List.of());
    }

    @Test
    void eachRowIsScaledByTheTrainingPartAlone() {
        ComputedMaterial material = material(FORM);
        Lens lens = material.fit(material.clips().subList(0, 2));
        float[] seen = lens.views(material.clips().get(7)).get(0).values();
        // Row 0 of the training part: 0 0 0 1 1 1; row 1: 1 2 3 11 12 13.
        assertThat(seen[0]).isCloseTo((7 - 0.5f) / 0.5f, within(1e-4f));
        assertThat((double) seen[3]).isCloseTo((71 - 7) / Math.sqrt(25 + 2 / 3.0), within(1e-4));
    }

    @Test
    void restoredLensSeesTheSameBits() {
        ComputedMaterial material = material(FORM);
        Lens lens = material.fit(material.clips().subList(0, 5));
        Lens again = material.restore(lens.statistics());
        for (Labelled clip : material.clips()) {
            assertThat(again.views(clip).get(0).values())
                    .isEqualTo(lens.views(clip).get(0).values());
        }
    }

    @Test
    void shuffledPassHoldsEveryClipOnceAndReachesIntoTheNext() {
        Order.Batch order = Order.SHUFFLED.of(material(FORM).clips(), 2, 3, 1);
        List<Integer> drawn = new ArrayList<>();
        for (int step = 0; step < 8; step++) {
            for (int i : order.at(step)) {
                drawn.add(i);
            }
        }
        for (int pass = 0; pass < 3; pass++) {
            assertThat(drawn.subList(8 * pass, 8 * pass + 8)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
        }
        assertThat(drawn.subList(0, 8)).isNotEqualTo(drawn.subList(8, 16));
    }

    @Test
    void balancedBatchesHoldAsManyOfEachClass() {
        ComputedMaterial material = material(FORM.ordered(Order.BALANCED));
        Batch batch =
                material.fit(material.clips()).batches(material.clips(), 6, 1).at(5);
        assertThat(batch.inputShape()).isEqualTo(Shape.of(6, 1, 2, 3));
        float ones = 0;
        for (float target : batch.targets()) {
            ones += target;
        }
        assertThat(ones).isEqualTo(3);
    }

    @Test
    void variationsFollowOneAnotherAndDifferByStep() {
        Variation noise = (x, draw) -> x[0] = (float) draw.next();
        ComputedMaterial material = material(FORM.varied(noise.then((x, draw) -> x[1] = x[0] + 1)));
        Set<Float> firsts = new HashSet<>();
        for (int step = 0; step < 10; step++) {
            float[] x = material.fit(material.clips())
                    .batches(material.clips(), 2, 1)
                    .at(step)
                    .inputs();
            assertThat(x[1]).isEqualTo(x[0] + 1);
            firsts.add(x[0]);
        }
        assertThat(firsts).hasSize(10);
        assertThat(material.entry(material.clips().get(1)).input()[0]).isEqualTo(1);
    }

    @Test
    void unvariedBatchesHoldInputsAsTheyAreJudged() {
        ComputedMaterial material = material(FORM.varied((x, draw) -> x[0] = 2 * x[0] + 1));
        Lens lens = material.fit(material.clips());
        List<Labelled> one = material.clips().subList(3, 4);
        float[] judged = lens.views(one.get(0)).get(0).values();
        assertThat(lens.unvaried(one, 1, 1).at(0).inputs()).isEqualTo(judged);
        assertThat(lens.batches(one, 1, 1).at(0).inputs()).isNotEqualTo(judged);
    }

    @Test
    void clipOfSeveralInputsIsLearnedFromInTurnAndHasAVoteForEach() {
        Form form = Form.of(List.of("low", "high"), Objective.WHICH_CLASS, Shape.of(1), 0);
        Entry several = new Entry(
                new NamedClip("clip", 1, "", 0),
                "",
                List.of(new float[] {1}, new float[] {2}, new float[] {3}),
                new double[] {0});
        ComputedMaterial material = new ComputedMaterial(form, List.of(several), List.of());
        Lens lens = material.fit(material.clips());
        assertThat(lens.statistics()).isEmpty();
        assertThat(lens.views(material.clips().get(0)))
                .extracting(view -> view.values()[0])
                .containsExactly(1f, 2f, 3f);
        Set<Float> seen = new HashSet<>();
        for (int step = 0; step < 20; step++) {
            seen.add(lens.batches(material.clips(), 1, 1).at(step).inputs()[0]);
        }
        assertThat(seen).containsExactlyInAnyOrder(1f, 2f, 3f);
    }

    @Test
    void formFittedToAllClipsIsScaledByThoseThatTestAsWell() {
        ComputedMaterial material = material(FORM.fittedTo(Form.Fitted.ALL_CLIPS));
        assertThat(material.fit(material.clips().subList(0, 2)).statistics().get("mean"))
                .isNotNull()
                .satisfies(mean -> assertThat(mean.values()[0]).isEqualTo(3.5));
    }

    @Test
    void rowsThatDoNotDivideTheInputAreRefused() {
        assertThatThrownBy(() -> Form.of(List.of("a", "b"), Objective.WHICH_CLASS, Shape.of(1, 2, 3), 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("form: [1, 2, 3] has 6 elements; expected a multiple of its rows, got 4 rows");
    }
}
