package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.audio.feature.Feature;
import dev.vitrine.audio.io.WavWriter;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.io.Npy;
import dev.vitrine.engine.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesCommandTest {
    private final Streams streams = new Streams();

    @TempDir
    Path folder;

    private Path sounds;
    private Path out;

    @BeforeEach
    void twoSounds() throws IOException {
        sounds = Files.createDirectories(folder.resolve("sounds"));
        out = folder.resolve("out");
        Files.createDirectories(sounds.resolve("deep"));
        WavWriter.write(sounds.resolve("tone.wav"), tone(440));
        WavWriter.write(sounds.resolve("deep/other.wav"), tone(660));
    }

    private static Waveform tone(double hz) {
        float[] samples = new float[16000];
        for (int n = 0; n < samples.length; n++) {
            samples[n] = (float) (0.5 * Math.sin(2 * Math.PI * hz * n / 16000));
        }
        return new Waveform(samples, 16000);
    }

    private int run(Object... words) {
        List<String> line = new ArrayList<>(List.of("features", "--out", out.toString()));
        for (Object word : words) {
            line.add(word.toString());
        }
        return streams.run(List.of(new FeaturesCommand()), line.toArray(String[]::new));
    }

    private String lastLine() {
        return streams.out().lines().reduce("", (before, line) -> line);
    }

    private List<String> outputs() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> out.relativize(file).toString())
                    .filter(name -> !name.startsWith(".vitrine"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void writesAnArrayForEachFeatureNamedAsInLibrosa() throws IOException {
        assertThat(run(sounds.resolve("tone.wav"))).isZero();
        assertThat(outputs())
                .containsExactlyInAnyOrderElementsOf(Feature.words().stream()
                        .map(word -> "tone." + word + ".npy")
                        .toList());
        HostArray mel = Npy.read(out.resolve("tone.mel_db.npy"));
        assertThat(mel.shape()).isEqualTo(Shape.of(128, 32));
        HostArray centroid = Npy.read(out.resolve("tone.spectral_centroid.npy"));
        assertThat(centroid.shape()).isEqualTo(Shape.of(1, 32));
        assertThat(centroid.values()[16]).isBetween(439.0, 441.0);
    }

    @Test
    void optionsReachTheFeatures() throws IOException {
        assertThat(run(
                        sounds.resolve("tone.wav"),
                        "--features=mel_db,mfcc,spectral_centroid",
                        "--n-fft=512",
                        "--hop-length=100",
                        "--win-length=400",
                        "--window=hamming",
                        "--n-mels=40",
                        "--n-mfcc=13",
                        "--no-center",
                        "--sample-rate=8000"))
                .isZero();
        assertThat(Npy.read(out.resolve("tone.mel_db.npy")).shape()).isEqualTo(Shape.of(40, 1 + (8000 - 512) / 100));
        assertThat(Npy.read(out.resolve("tone.mfcc.npy")).shape()).isEqualTo(Shape.of(13, 75));
        assertThat(outputs()).hasSize(3);
    }

    @Test
    void aFolderKeepsItsOrderAndItsFolders() throws IOException {
        assertThat(run(sounds, "--features=rms")).isZero();
        assertThat(outputs()).containsExactly("deep/other.rms.npy", "tone.rms.npy");
    }

    @Test
    void aTableHasARowForEachFile() throws IOException {
        assertThat(run(sounds, "--format=csv", "--features=rms,chroma_stft,mfcc", "--n-mfcc=2"))
                .isZero();
        List<String> lines = Files.readAllLines(out.resolve("features.csv"));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .startsWith("file,mfcc_0_mean,mfcc_0_std,mfcc_1_mean,mfcc_1_std,chroma_stft_C_mean,chroma_stft_C_std")
                .endsWith("chroma_stft_B_std,rms_mean,rms_std");
        assertThat(lines.get(1)).startsWith(sounds.resolve("deep/other.wav") + ",");
        assertThat(lines.get(2).split(",", -1)).hasSize(1 + 2 * (2 + 12 + 1));
    }

    @Test
    void chartsAreDrawnAndRemembered() throws IOException {
        Files.move(sounds.resolve("tone.wav"), sounds.resolve("a tone.wav"));
        assertThat(run(sounds.resolve("a tone.wav"), "--features=rms", "--charts"))
                .isZero();
        List<String> names = new ArrayList<>(List.of("a tone.rms.npy"));
        for (String chart : List.of("waveform", "spectrogram", "mel_spectrogram", "mfcc", "chroma")) {
            for (String ending : List.of(".svg", ".png", ".csv")) {
                names.add("a_tone." + chart + ending);
            }
        }
        assertThat(outputs()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(Files.readString(out.resolve("a_tone.mel_spectrogram.svg")))
                .contains("time (s)", "2000", "frequency (Hz)");
        Files.delete(out.resolve("a_tone.chroma.png"));
        run(sounds.resolve("a tone.wav"), "--features=rms", "--charts");
        assertThat(lastLine()).endsWith("(1 computed, 0 were there)");
        run(sounds.resolve("a tone.wav"), "--features=rms", "--charts");
        assertThat(lastLine()).endsWith("(0 computed, 1 were there)");
    }

    @Test
    void whatIsThereIsNotMadeAgain() throws IOException {
        run(sounds, "--features=rms");
        assertThat(lastLine()).endsWith("(2 computed, 0 were there)");
        run(sounds, "--features=rms");
        assertThat(lastLine()).endsWith("(0 computed, 2 were there)");
        run(sounds, "--features=rms", "--hop-length=256");
        assertThat(lastLine()).endsWith("(2 computed, 0 were there)");
    }

    @Test
    void changedSoundsAndDamagedOutputsAreMadeAgain() throws IOException {
        run(sounds, "--features=rms");
        byte[] before = Files.readAllBytes(out.resolve("tone.rms.npy"));
        Files.write(out.resolve("tone.rms.npy"), new byte[10]);
        run(sounds, "--features=rms");
        assertThat(lastLine()).endsWith("(1 computed, 1 were there)");
        assertThat(out.resolve("tone.rms.npy")).hasBinaryContent(before);
        WavWriter.write(sounds.resolve("tone.wav"), tone(880));
        run(sounds, "--features=rms");
        assertThat(lastLine()).endsWith("(1 computed, 1 were there)");
    }

    @Test
    void aTableIsTheSameFromMemory() throws IOException {
        run(sounds, "--format=csv");
        byte[] before = Files.readAllBytes(out.resolve("features.csv"));
        Files.delete(out.resolve("features.csv"));
        run(sounds, "--format=csv");
        assertThat(lastLine()).endsWith("(0 computed, 2 were there)");
        assertThat(out.resolve("features.csv")).hasBinaryContent(before);
    }

    @Test
    void aNameWithACommaIsQuoted() throws IOException {
        Files.move(sounds.resolve("tone.wav"), sounds.resolve("a, b.wav"));
        run(sounds.resolve("a, b.wav"), "--format=csv", "--features=rms");
        assertThat(Files.readAllLines(out.resolve("features.csv")).get(1))
                .startsWith("\"" + sounds.resolve("a, b.wav") + "\",0.");
    }

    @Test
    void aStopIsSaid() throws IOException {
        streams.stop.requestAndWait(streams.console(0), Duration.ZERO);
        assertThat(run(sounds, "--format=csv", "--features=rms")).isEqualTo(130);
        assertThat(streams.err()).contains("stopped after 0 of 2 files; the same command goes on from there");
        assertThat(out.resolve("features.csv")).doesNotExist();
    }

    @Test
    void whatAKillLeftIsClearedAway() throws IOException {
        Path left = Files.createDirectories(out.resolve(".vitrine/unfinished/clip-1.999999999"));
        Files.writeString(left.resolve("rms"), "half");
        assertThat(run(sounds, "--features=rms")).isZero();
        assertThat(out.resolve(".vitrine/unfinished")).isEmptyDirectory();
    }

    @Test
    void anUnreadableFileDoesNotStopTheRest() throws IOException {
        Files.writeString(sounds.resolve("a.wav"), "text");
        assertThat(run(sounds, "--features=rms")).isZero();
        assertThat(outputs()).containsExactly("deep/other.rms.npy", "tone.rms.npy");
        assertThat(streams.err())
                .contains("not used: " + sounds.resolve("a.wav") + ": byte 0: not a sound file")
                .contains("1 files could not be used; --strict stops at the first");
    }

    @Test
    void strictStopsAtTheFirst() throws IOException {
        Files.writeString(sounds.resolve("a.wav"), "text");
        assertThat(run(sounds, "--features=rms", "--strict")).isEqualTo(2);
        assertThat(streams.err()).contains("vitrine: " + sounds.resolve("a.wav") + ": byte 0: not a sound file");
    }

    @Test
    void nobodyWritesAnyMoreOnceItStopped() throws IOException {
        Files.writeString(sounds.resolve("a.wav"), "text");
        WavWriter.write(sounds.resolve("b.wav"), new Waveform(new float[16000 * 120], 16000));
        assertThat(run(sounds, "--features=mfcc", "--strict")).isEqualTo(2);
        assertThat(Thread.getAllStackTraces().values().stream().flatMap(Stream::of))
                .noneMatch(line -> line.getClassName().endsWith(".FeatureMaker"));
    }

    @Test
    void tooShortASoundIsSaid() throws IOException {
        WavWriter.write(sounds.resolve("short.wav"), new Waveform(new float[100], 16000));
        assertThat(run(sounds.resolve("short.wav"), "--features=rms", "--no-center"))
                .isEqualTo(2);
        assertThat(streams.err())
                .contains(sounds.resolve("short.wav")
                        + ": the sound has 100 samples; expected at least 2048 for frames of 2048 with padding NONE");
        assertThat(run(sounds.resolve("short.wav"), "--features=rms,mfcc_delta"))
                .isZero();
        assertThat(streams.err())
                .contains("left out: " + sounds.resolve("short.wav")
                        + ": no mfcc_delta: a delta over 9 frames needs as many, got 1 frames");
        assertThat(outputs()).containsExactly("short.rms.npy");
    }

    @Test
    void wrongUseIsSaidInOneLine() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run(folder.resolve("no"))).isEqualTo(2);
        assertThat(run(sounds, "--features=mffc")).isEqualTo(2);
        assertThat(run(sounds, "--window=round")).isEqualTo(2);
        assertThat(run(sounds, "--n-fft=7")).isEqualTo(2);
        Files.createDirectory(folder.resolve("empty"));
        assertThat(run(folder.resolve("empty"))).isEqualTo(2);
        assertThat(run(sounds.resolve("tone.wav"), sounds.resolve("tone.wav"))).isEqualTo(2);
        assertThat(streams.err().lines())
                .containsExactly(
                        "vitrine: features: expected at least one file or folder; see vitrine features --help",
                        "vitrine: no such file or folder: " + folder.resolve("no"),
                        "vitrine: no feature mffc (did you mean mfcc?); there are "
                                + String.join(", ", Feature.words()),
                        "vitrine: --window must be hann or hamming or blackman or rectangular, got round",
                        "vitrine: features: fftSize must be even and at least 2, got 7; see vitrine features --help",
                        "vitrine: no sound files in the folder " + folder.resolve("empty")
                                + "; expected names that end in .wav, .flac, .ogg or .mp3",
                        "vitrine: " + sounds.resolve("tone.wav") + " and " + sounds.resolve("tone.wav")
                                + " would both be written as tone.*; name the folder above them, or rename one");
    }
}
