package dev.vitrine.experiments.audioset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.audio.io.WavWriter;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.recipe.ComputedMaterial;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.Material;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundFolderExperimentTest {
    private static final int RATE = 16_000;

    @TempDir
    private Path folder;

    private static Waveform tone(double hertz, double seconds) {
        float[] samples = new float[(int) (seconds * RATE)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / RATE));
        }
        return new Waveform(samples, RATE);
    }

    private void write(String path, Waveform sound) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        WavWriter.write(file, sound);
    }

    private static SoundFolderExperiment experiment(String sound, Changes changes) {
        return new SoundFolderExperiment(
                new AudiosetExperiment.Choice(sound, Variant.TINY, 1, changes), new HowSmall());
    }

    private Material load(String sound) throws IOException {
        return experiment(sound, Changes.NONE)
                .load(DataSource.recordings(folder.toString()), Strictness.STRICT, (done, of) -> {});
    }

    @Test
    void shortSoundIsSaidAgainAndLongOneCut() {
        float[] bands = MelFrames.of(tone(440, 1));
        assertThat(bands).hasSize(128 * 201);
        assertThat(MelFrames.of(tone(440, 5))).containsExactly(bands, Offset.offset(1e-3f));
        Waveform twelve = tone(440, 12);
        assertThat(MelFrames.of(twelve))
                .containsExactly(MelFrames.of(new Waveform(Arrays.copyOf(twelve.samples(), 160_000), RATE)));
    }

    @Test
    void summaryIsMeanAndDeviationOfEachBand() {
        Waveform sound = tone(1000, 0.3);
        float[] bands = MelFrames.of(sound);
        double[] summary = MelFrames.summary(sound);
        assertThat(summary).hasSize(256);
        double sum = 0;
        double squares = 0;
        for (int frame = 0; frame < 201; frame++) {
            sum += bands[40 * 201 + frame];
            squares += bands[40 * 201 + frame] * (double) bands[40 * 201 + frame];
        }
        double mean = sum / 201;
        assertThat(summary[40]).isCloseTo(mean, Offset.offset(1e-4));
        assertThat(summary[128 + 40]).isCloseTo(Math.sqrt(squares / 201 - mean * mean), Offset.offset(1e-3));
    }

    @Test
    void refusesAnEmptySound() {
        assertThatThrownBy(() -> MelFrames.of(new Waveform(new float[0], RATE)))
                .hasMessage("it is empty; expected at least one sample");
    }

    @Test
    void knowsAFolderOfSoundsFromOneOfShards() throws IOException {
        assertThat(SoundFolderExperiment.holdsSounds(folder.resolve("missing"))).isFalse();
        assertThat(SoundFolderExperiment.holdsSounds(folder)).isFalse();
        write("hum/1.wav", tone(100, 0.2));
        assertThat(SoundFolderExperiment.holdsSounds(folder)).isTrue();
        Files.createFile(folder.resolve("00.tfrecord"));
        assertThat(SoundFolderExperiment.holdsSounds(folder)).isFalse();
    }

    @Test
    void oneClassOfSeveralFoldersAgainstAsManyOthers() throws IOException {
        for (int i = 0; i < 3; i++) {
            write("hum/" + i + ".wav", tone(100 + i, 0.2));
            write("beep/" + i + ".wav", tone(1000 + i, 0.2));
            write("whistle/" + i + ".wav", tone(3000 + i, 0.2));
        }
        Material material = load("beep");
        assertThat(material.classes()).containsExactly("other", "beep");
        assertThat(material.clips()).hasSize(6);
        assertThat(material.words()).contains("3 clips with beep, and 3 of the others, drawn at random");
        assertThat(((ComputedMaterial) material).form().rows()).isEqualTo(128);
        assertThatThrownBy(() -> load("Bark"))
                .isInstanceOf(UserError.class)
                .hasMessage("--class: no sound \"Bark\" in " + folder + "; expected one of beep, hum, whistle");
    }

    @Test
    void aTableOfSoundsIsReadWhereThereIsOne() throws IOException {
        write("a.wav", tone(100, 0.2));
        write("b.wav", tone(1000, 0.2));
        Files.write(folder.resolve("table.csv"), List.of("path,label", "a.wav,hum", "b.wav,beep"));
        assertThat(load("hum").classes()).containsExactly("other", "hum");
    }

    @Test
    void isMadeAgainFromItsSettings() {
        SoundFolderExperiment experiment = experiment("hum", Changes.FORGETFUL);
        Experiment again = AudiosetExperiment.of(experiment.settings());
        assertThat(again).isInstanceOf(SoundFolderExperiment.class);
        assertThat(again.settings()).isEqualTo(experiment.settings()).containsEntry("changes", "forgetful");
        assertThat(again.options()).containsOnlyKeys("class", "size", "changes");
    }

    @Test
    void refusesAnImage() {
        assertThatThrownBy(() -> new SoundFolderExperiment(
                        new AudiosetExperiment.Choice("hum", Variant.IMAGE, 1, Changes.NONE), new HowSmall()))
                .isInstanceOf(UserError.class)
                .hasMessage("--size image is for embeddings; leave it out with a folder of sounds");
    }
}
