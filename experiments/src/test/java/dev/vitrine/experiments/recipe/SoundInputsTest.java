package dev.vitrine.experiments.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.audio.dataset.Content;
import dev.vitrine.audio.dataset.DatasetException;
import dev.vitrine.audio.dataset.GroupKind;
import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.audio.synth.SynthSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoundInputsTest {
    private final List<Integer> ticks = new ArrayList<>();
    private final SoundInputs inputs =
            new SoundInputs(sound -> new float[] {sound.samples().length}, (done, of) -> ticks.add(done));

    private static Item item(String name, Content content) {
        return new Item(name, List.of(1), "tape", 3, content);
    }

    private static ItemSet set(Item... items) {
        return new ItemSet("mine", List.of("no", "yes"), GroupKind.RECORDING, List.of(items), List.of("gone: no file"));
    }

    private static Content sound(int samples) {
        float[] values = new float[samples];
        values[0] = 1;
        return new Content.Sound(new Waveform(values, 16_000));
    }

    private static Content missing() {
        return new Content.SoundAt(Path.of("not-there.wav"));
    }

    @Test
    void itemsKeepTheirOrderClassGroupAndFold() throws IOException {
        SoundInputs.Computed computed =
                inputs.of(set(item("a", sound(2000)), item("b", sound(3000))), Strictness.STRICT);
        assertThat(computed.entries())
                .extracting(ComputedMaterial.Entry::clip)
                .containsExactly(new NamedClip("a", 1, "tape", 3), new NamedClip("b", 1, "tape", 3));
        assertThat(computed.entries().get(1).input()).containsExactly(3000);
        assertThat(computed.entries().get(0).fingerprint())
                .hasSize(64)
                .isNotEqualTo(computed.entries().get(1).fingerprint());
        assertThat(ticks).containsExactly(1, 2);
    }

    @Test
    void whatCannotBeReadIsNamedAndSkipped() throws IOException {
        SoundInputs.Computed computed =
                inputs.of(set(item("a", missing()), item("b", sound(2000))), Strictness.LENIENT);
        assertThat(computed.entries()).hasSize(1);
        assertThat(computed.skipped()).hasSize(2).first().isEqualTo("gone: no file");
        assertThat(computed.skipped().get(1)).startsWith("a: ").contains("not-there.wav");
    }

    @Test
    void strictReadingStopsWithTheItemsName() {
        assertThatThrownBy(() -> inputs.of(set(item("b", sound(2000)), item("a", missing())), Strictness.STRICT))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("a: ");
    }

    @Test
    void nothingUsableIsRefused() {
        assertThatThrownBy(() -> inputs.of(set(item("a", missing())), Strictness.LENIENT))
                .isInstanceOf(DatasetException.class)
                .hasMessage("mine: no sound could be used; the first: gone: no file");
    }

    @Test
    void madeSoundsAreComputedClassByClass() {
        SynthSet set = SynthSet.named("music-speech").orElseThrow();
        SoundInputs.Computed computed = inputs.of(set, 2, 7);
        assertThat(computed.entries()).extracting(entry -> entry.clip().label()).containsExactly(0, 0, 1, 1);
        assertThat(computed.entries()).allMatch(entry -> entry.input()[0] == 160_000);
    }

    @Test
    void summaryIsTheOneAskedFor() {
        SynthSet set = SynthSet.named("music-speech").orElseThrow();
        SoundInputs.Computed computed =
                inputs.summarised(sound -> new double[] {sound.sampleRate()}).of(set, 1, 7);
        assertThat(computed.entries())
                .allSatisfy(entry -> assertThat(entry.summary()).containsExactly(SynthSet.SAMPLE_RATE));
        assertThat(inputs.of(set, 1, 7).entries().get(0).summary()).hasSize(120);
    }
}
