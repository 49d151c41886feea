package dev.vitrine.audio.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.audio.io.AudioFileException;
import dev.vitrine.audio.io.WavWriter;
import dev.vitrine.audio.io.Waveform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatsDogsTest {
    private static final String SHORT =
            ": the clip lasts 0.50 s; expected at least a second (0.9 s at the least); leave it out or record longer";

    @TempDir
    private Path folder;

    private static Waveform tone(int rate, double seconds, double frequency) {
        float[] samples = new float[(int) Math.round(rate * seconds)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * frequency * i / rate));
        }
        return new Waveform(samples, rate);
    }

    private ClipSet load() throws IOException {
        return CatsDogs.load(folder, Strictness.LENIENT, (done, of) -> {});
    }

    @Test
    void readsClassesFromFileNames() throws IOException {
        WavWriter.write(folder.resolve("cat_1.wav"), tone(16000, 1.5, 400));
        WavWriter.write(folder.resolve("dog_barking_1.wav"), tone(44100, 1, 300));
        WavWriter.write(folder.resolve("bird_1.wav"), tone(16000, 1, 300));
        ClipSet set = load();
        assertThat(set.classes()).containsExactly("cat", "dog");
        assertThat(set.clips()).extracting(Clip::name).containsExactly("cat_1.wav", "dog_barking_1.wav");
        assertThat(set.clips()).extracting(Clip::label).containsExactly(0, 1);
        assertThat(set.clips().get(1).sound().sampleRate()).isEqualTo(16000);
        assertThat(set.clips().get(1).sound().samples()).hasSize(16000);
    }

    @Test
    void readsClassesFromFolders() throws IOException {
        for (String name : List.of("train/cat", "train/dog", "test/cats", "test/dogs")) {
            Path sub = Files.createDirectories(folder.resolve(name));
            WavWriter.write(sub.resolve("1.wav"), tone(16000, 1, 300 + name.length()));
        }
        ClipSet set = load();
        assertThat(set.count(0)).isEqualTo(2);
        assertThat(set.count(1)).isEqualTo(2);
        assertThat(set.clips()).extracting(Clip::name).contains("train/cat/1.wav", "test/dogs/1.wav");
    }

    @Test
    void identicalSoundsAreOneGroup() throws IOException {
        WavWriter.write(folder.resolve("cat_1.wav"), tone(16000, 1, 400));
        WavWriter.write(folder.resolve("dog_1.wav"), tone(16000, 1, 300));
        WavWriter.write(folder.resolve("dog_2.wav"), tone(16000, 1, 300));
        assertThat(load().clips()).extracting(Clip::group).satisfies(groups -> {
            assertThat(groups.get(1)).isEqualTo(groups.get(2)).isNotEqualTo(groups.get(0));
        });
    }

    @Test
    void overlappingCutsOfOneRecordingAreOneGroup() throws IOException {
        float[] recording = new float[48_000];
        java.util.Random random = new java.util.Random(4);
        for (int i = 0; i < recording.length; i++) {
            recording[i] = random.nextInt(2000) / 32768f - 0.02f;
        }
        for (int[] cut : new int[][] {{1, 0}, {2, 10_123}, {3, 21_007}}) {
            float[] samples = java.util.Arrays.copyOfRange(recording, cut[1], cut[1] + 17_000);
            WavWriter.write(folder.resolve("cat_" + cut[0] + ".wav"), new Waveform(samples, 16000));
        }
        WavWriter.write(folder.resolve("dog_1.wav"), tone(16000, 1, 300));
        ClipSet set = load();
        assertThat(set.recordings()).isEqualTo(2);
        assertThat(set.clips().subList(0, 3))
                .extracting(Clip::group)
                .containsOnly(set.clips().get(0).group());
    }

    @Test
    void namesWhatItSkipsAndGoesOn() throws IOException {
        WavWriter.write(folder.resolve("cat_1.wav"), tone(16000, 1, 400));
        WavWriter.write(folder.resolve("dog_1.wav"), tone(16000, 1, 300));
        WavWriter.write(folder.resolve("dog_2.wav"), tone(16000, 0.5, 300));
        WavWriter.write(folder.resolve("dog_3.wav"), new Waveform(new float[16000], 16000));
        Files.writeString(folder.resolve("dog_4.wav"), "no sound");
        assertThat(load().skipped())
                .containsExactly(
                        folder.resolve("dog_2.wav") + SHORT,
                        folder.resolve("dog_3.wav") + ": the clip is silent, it swings by no more than 0.0; expected at"
                                + " least 1.0E-4; leave it out or record again",
                        folder.resolve("dog_4.wav")
                                + ": byte 0: not a sound file that is known: it begins with \"no s\"; expected WAV (RIFF), FLAC"
                                + " (fLaC), OGG (OggS) or MP3; convert it with: sox IN -b 16 OUT.wav");
        assertThatThrownBy(() -> CatsDogs.load(folder, Strictness.STRICT, (done, of) -> {}))
                .hasMessage(folder.resolve("dog_2.wav") + SHORT);
        Files.delete(folder.resolve("dog_2.wav"));
        Files.delete(folder.resolve("dog_3.wav"));
        assertThatThrownBy(() -> CatsDogs.load(folder, Strictness.STRICT, (done, of) -> {}))
                .isInstanceOf(AudioFileException.class);
    }

    @Test
    void namesAreWholeWords() throws IOException {
        Path named = Files.createDirectories(folder.resolve("cats_dogs"));
        for (String name : List.of("cat_1", "Dog-2", "cats3", "dog", "catalogue", "noise", "dogma_1")) {
            WavWriter.write(named.resolve(name + ".wav"), tone(16000, 1, 300 + name.length()));
        }
        assertThat(CatsDogs.load(named, Strictness.STRICT, (done, of) -> {}).clips())
                .extracting(clip -> clip.name() + " " + clip.label())
                .containsExactly("Dog-2.wav 1", "cat_1.wav 0", "cats3.wav 0", "dog.wav 1");
    }

    @Test
    void aConstantIsSilence() throws IOException {
        float[] constant = new float[16000];
        Arrays.fill(constant, 0.5f);
        Path file = folder.resolve("cat_1.wav");
        WavWriter.write(file, new Waveform(constant, 16000));
        assertThatThrownBy(() -> CatsDogs.read(file))
                .isInstanceOf(DatasetException.class)
                .hasMessage(file + ": the clip is silent, it swings by no more than 0.0; expected at least 1.0E-4;"
                        + " leave it out or record again");
    }

    @Test
    void anHourIsTooLong() throws IOException {
        Path file = folder.resolve("cat_1.wav");
        WavWriter.write(file, new Waveform(new float[3_601_000], 1000));
        assertThatThrownBy(() -> CatsDogs.read(file))
                .hasMessage(file + ": the clip lasts 3601 s; expected at most an hour; cut it");
    }

    @Test
    void namesALinkThatLeadsNowhere() throws IOException {
        WavWriter.write(folder.resolve("cat_1.wav"), tone(16000, 1, 400));
        WavWriter.write(folder.resolve("dog_1.wav"), tone(16000, 1, 300));
        Files.createSymbolicLink(folder.resolve("dog_2.wav"), folder.resolve("gone.wav"));
        Files.createSymbolicLink(folder.resolve("dog_3.wav"), folder.resolve("dog_3.wav"));
        assertThat(load().skipped())
                .hasSize(2)
                .contains("no such file: " + folder.resolve("dog_2.wav"))
                .anyMatch(line -> line.startsWith(folder.resolve("dog_3.wav") + ": cannot be opened: "));
    }

    @Test
    void missingFolderIsRefused() {
        Path missing = folder.resolve("none");
        assertThatThrownBy(() -> CatsDogs.load(missing, Strictness.LENIENT, (done, of) -> {}))
                .isInstanceOf(DatasetException.class)
                .hasMessage("no such folder: " + missing
                        + "; expected one with sound files named cat_*.wav and dog_*.wav, or folders cats and dogs");
    }

    @Test
    void folderWithoutOneClassIsRefused() throws IOException {
        WavWriter.write(folder.resolve("cat_1.wav"), tone(16000, 1, 400));
        assertThatThrownBy(this::load)
                .isInstanceOf(DatasetException.class)
                .hasMessage(
                        folder + ": no usable clip of class dog; expected sound files named dog_*.wav, or in a folder"
                                + " named dog or dogs");
    }

    @Test
    void fingerprintTellsSetsApart() throws IOException {
        WavWriter.write(folder.resolve("cat_1.wav"), tone(16000, 1, 400));
        WavWriter.write(folder.resolve("dog_1.wav"), tone(16000, 1, 300));
        String before = load().fingerprint();
        assertThat(load().fingerprint()).isEqualTo(before).hasSize(64);
        WavWriter.write(folder.resolve("dog_1.wav"), tone(16000, 1, 301));
        assertThat(load().fingerprint()).isNotEqualTo(before);
    }

    @Test
    void realRecordingsAreWhatTheirDescriptionSays() throws IOException {
        Path real = Path.of(System.getProperty("vitrine.data", "")).resolve("cats_dogs");
        if (!Files.isDirectory(real)) {
            Assumptions.abort("no recordings at " + real);
        }
        ClipSet set = CatsDogs.load(real, Strictness.STRICT, (done, of) -> {});
        assertThat(set.count(0)).isEqualTo(164);
        assertThat(set.count(1)).isEqualTo(113);
        assertThat(set.seconds()).isBetween(1921.0, 1923.0);
        assertThat(set.recordings()).isEqualTo(221);
        Clip one = set.clips().stream()
                .filter(c -> c.name().equals("dog_barking_14.wav"))
                .findFirst()
                .orElseThrow();
        assertThat(set.clips().stream().filter(c -> c.group().equals(one.group())))
                .extracting(Clip::name)
                .containsExactly("dog_barking_14.wav", "dog_barking_15.wav");
    }
}
