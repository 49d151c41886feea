package dev.vitrine.experiments.nsynth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.audio.dataset.Draw;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.experiments.nsynth.NsynthExperiment.Turns;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Lens;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class NsynthExperimentTest {
    private static NotesMaterial load(FrontEnd input) throws IOException {
        return new NsynthExperiment(input, Turns.SHUFFLED)
                .load(DataSource.synthesised(2, 1), Strictness.STRICT, (done, of) -> {});
    }

    @Test
    void linearPicturesAreSeenAsTheyAre() throws IOException {
        NotesMaterial notes = load(FrontEnd.LINEAR_255);
        Lens lens = notes.fit(notes.clips());
        float[] x = lens.views(notes.clips().get(0)).get(0).values();
        assertThat(x).hasSize(128 * 128);
        float largest = 0;
        for (float value : x) {
            assertThat(value).isBetween(0f, 255f);
            largest = Math.max(largest, value);
        }
        assertThat(largest).isEqualTo(255);
        assertThat(notes.restore(lens.statistics())
                        .views(notes.clips().get(0))
                        .get(0)
                        .values())
                .isEqualTo(x);
    }

    @Test
    void logMelIsBelowTheLoudest() throws IOException {
        NotesMaterial notes = load(FrontEnd.LOG_MEL);
        double[][] picture = notes.picture(notes.clips().get(0));
        assertThat(picture.length).isEqualTo(128);
        assertThat(picture[0].length).isEqualTo(63);
        assertThat(Pixels.largest(picture)).isZero();
    }

    @Test
    void notesOfAnotherRateAreRefused() {
        assertThatThrownBy(() -> FrontEnd.LOG_MEL.of(new Waveform(new float[100], 44_100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("its sample rate is 44100 Hz; expected 16000 Hz");
    }

    @Test
    void experimentIsMadeAgainFromItsSettings() {
        NsynthExperiment experiment = new NsynthExperiment(FrontEnd.LINEAR_1, Turns.SHARDS);
        assertThat(NsynthExperiment.of(experiment.settings())).isEqualTo(experiment);
    }

    @Test
    void variationsDependOnTheirDrawAlone() {
        float[] first = new float[64 * 40];
        for (int i = 0; i < first.length; i++) {
            first[i] = i % 7;
        }
        float[] second = first.clone();
        float[] other = first.clone();
        Variations.all(40).vary(first, Draw.of(1, 2));
        Variations.all(40).vary(second, Draw.of(1, 2));
        Variations.all(40).vary(other, Draw.of(1, 3));
        assertThat(first).isEqualTo(second).isNotEqualTo(other);
    }
}
