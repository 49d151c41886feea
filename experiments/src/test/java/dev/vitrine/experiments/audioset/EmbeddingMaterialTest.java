package dev.vitrine.experiments.audioset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.audio.dataset.Embedding;
import dev.vitrine.audio.dataset.GroupKind;
import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Lens;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddingMaterialTest {
    private static final int WIDTH = Embedding.VGGISH_WIDTH;

    /** Frame t of clip c has the code 10 c + t + d / 64 at place d. */
    private static Item item(int clip, int frames) {
        byte[] codes = new byte[frames * WIDTH];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) (10 * clip + i / WIDTH + i % WIDTH / 64);
        }
        return new Item("clip" + clip, List.of(clip % 2), "video" + clip, Item.NO_FOLD, new Embedding(codes, WIDTH));
    }

    private static EmbeddingMaterial material(Variant variant) {
        return material(variant, Changes.NONE);
    }

    private static EmbeddingMaterial material(Variant variant, Changes changes) {
        List<Item> items = new ArrayList<>(List.of(item(0, 10), item(1, 4), item(2, 10), item(3, 10)));
        return new EmbeddingMaterial(
                new ItemSet("test", List.of("other", "bark"), GroupKind.CLIP, items, List.of()), variant, changes);
    }

    @Test
    void summaryIsOverTheFramesThatThereAre() {
        EmbeddingMaterial material = material(Variant.TINY);
        double[] summary = material.summary(material.clips().get(1));
        assertThat(summary).hasSize(2 * WIDTH);
        // codes 10, 11, 12, 13
        assertThat(summary[0]).isEqualTo(11.5 * 4 / 255 - 2, within(1e-6));
        assertThat(summary[WIDTH]).isEqualTo(Math.sqrt(1.25) * 4 / 255, within(1e-5));
        // one more in the upper half of the places
        assertThat(summary[64]).isEqualTo(12.5 * 4 / 255 - 2, within(1e-6));
    }

    @Test
    void missingFramesAreZeroAndTimeIsTheLastAxis() {
        EmbeddingMaterial material = material(Variant.TINY);
        Lens lens = material.fit(material.clips());
        float[] x = lens.views(material.clips().get(1)).get(0).values();
        assertThat(x).hasSize(10 * WIDTH);
        for (int d = 0; d < WIDTH; d++) {
            for (int t = 0; t < 10; t++) {
                assertThat(x[10 * d + t] == 0).as("%d, %d", d, t).isEqualTo(t >= 4);
            }
        }
        assertThat(x[1] - x[0]).isPositive();
        assertThat(x[10 * 64]).isEqualTo(x[0], within(1e-4f)); // each place is scaled by itself
    }

    @Test
    void imageHasThePlacesLast() {
        EmbeddingMaterial material = material(Variant.IMAGE);
        float[] x = material.fit(material.clips())
                .views(material.clips().get(1))
                .get(0)
                .values();
        assertThat(x[4 * WIDTH - 1]).isNotZero();
        assertThat(x[4 * WIDTH]).isZero();
        assertThat(material.words()).anyMatch(line -> line.startsWith("size image is wrong, and there to show it"));
    }

    @Test
    void sameBitsAfterRestoring() {
        EmbeddingMaterial material = material(Variant.SMALL);
        Lens lens = material.fit(material.clips().subList(0, 3));
        assertThat(material.restore(lens.statistics())
                        .views(material.clips().get(3))
                        .get(0)
                        .values())
                .isEqualTo(lens.views(material.clips().get(3)).get(0).values());
    }

    @Test
    void batchesAreFullAndDealAllClipsOut() {
        EmbeddingMaterial material = material(Variant.TINY);
        Lens lens = material.fit(material.clips());
        var batches = lens.batches(material.clips(), 3, 7);
        int ones = 0;
        for (int step = 0; step < 4; step++) {
            assertThat(batches.at(step).inputShape().size(0)).isEqualTo(3);
            for (float target : batches.at(step).targets()) {
                ones += (int) target;
            }
        }
        assertThat(ones).isEqualTo(6); // 12 clips are three times all four, of which two are barks
        assertThat(batches.at(2).inputs()).isEqualTo(batches.at(2).inputs());
    }

    @Test
    void forgetfulBatchesLackAboutHalfOfTheNumbers() {
        EmbeddingMaterial material = material(Variant.TINY, Changes.FORGETFUL);
        Lens lens = material.fit(material.clips());
        float[] plain = lens.views(material.clips().get(3)).get(0).values();
        float[] varied =
                lens.batches(material.clips().subList(3, 4), 2, 7).at(0).inputs();
        int kept = 0;
        for (int d = 0; d < WIDTH; d++) {
            int last = 10 * d + 9;
            boolean twice = Math.abs(varied[last] - 2 * plain[last]) < 0.87;
            assertThat(twice || Math.abs(varied[last]) < 0.87).isTrue();
            kept += twice ? 1 : 0;
        }
        assertThat(kept).isBetween(WIDTH / 3, 2 * WIDTH / 3);
        assertThat(varied)
                .isEqualTo(
                        lens.batches(material.clips().subList(3, 4), 2, 7).at(0).inputs());
    }

    @Test
    void unvariedBatchesForgetNothing() {
        EmbeddingMaterial material = material(Variant.TINY, Changes.FORGETFUL);
        Lens lens = material.fit(material.clips());
        List<Labelled> one = material.clips().subList(3, 4);
        assertThat(lens.unvaried(one, 1, 7).at(0).inputs())
                .isEqualTo(lens.views(one.get(0)).get(0).values());
    }

    @Test
    void secondsThatAClipLacksStayMissingWhateverChanges() {
        EmbeddingMaterial material = material(Variant.TINY, Changes.FORGETFUL);
        float[] varied = material.fit(material.clips())
                .batches(material.clips().subList(1, 2), 2, 7)
                .at(0)
                .inputs();
        for (int d = 0; d < WIDTH; d++) {
            assertThat(varied[10 * d + 3]).isNotZero();
            assertThat(varied[10 * d + 4]).isZero();
        }
    }

    /** Only what is learned from changes; what is judged stays as it is. */
    @Test
    void whatIsJudgedDoesNotChange() {
        EmbeddingMaterial forgetful = material(Variant.TINY, Changes.FORGETFUL);
        EmbeddingMaterial plain = material(Variant.TINY);
        assertThat(forgetful
                        .fit(forgetful.clips())
                        .views(forgetful.clips().get(0))
                        .get(0)
                        .values())
                .isEqualTo(plain.fit(plain.clips())
                        .views(plain.clips().get(0))
                        .get(0)
                        .values());
    }

    @Test
    void changesAreMadeAgainFromTheSettingsAndRefusedForAnImage() {
        AudiosetExperiment.Choice tiny = new AudiosetExperiment.Choice("Bark", Variant.TINY, 3, Changes.FORGETFUL);
        AudiosetExperiment experiment = new AudiosetExperiment(tiny, new EmbeddingSets(), new HowSmall());
        assertThat(AudiosetExperiment.of(experiment.settings()).settings()).isEqualTo(experiment.settings());
        assertThat(experiment.settings()).containsEntry("changes", "forgetful");
        assertThatThrownBy(() -> new AudiosetExperiment.Choice("Bark", Variant.IMAGE, 3, Changes.FORGETFUL))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "--changes forgetful is for numbers of a second as channels; leave it out with --size image");
    }

    @Test
    void unknownSoundIsToldWhatThereIs() {
        AudiosetExperiment experiment = new AudiosetExperiment(
                new AudiosetExperiment.Choice("Bark", Variant.TINY, 1, Changes.NONE),
                new EmbeddingSets(),
                new HowSmall());
        assertThatThrownBy(() -> experiment.load(DataSource.synthesised(10, 1), Strictness.STRICT, (done, of) -> {}))
                .isInstanceOf(UserError.class)
                .hasMessage("--class: no sound \"Bark\" among those that are made (hum, knock, whistle, rattle, splash,"
                        + " buzz, chirp, drone); for a class of AudioSet give its folder: --data DIR");
    }

    @Test
    void asManyOthersAsClipsWithTheSound() throws IOException {
        EmbeddingMaterial material = new AudiosetExperiment(
                        new AudiosetExperiment.Choice("Knock", Variant.TINY, 1, Changes.NONE),
                        new EmbeddingSets(),
                        new HowSmall())
                .load(DataSource.synthesised(10, 1), Strictness.STRICT, (done, of) -> {});
        assertThat(material.classes()).containsExactly("other", "knock");
        assertThat(material.words().get(0)).isEqualTo("10 clips with knock, and 10 of the others, drawn at random");
    }
}
