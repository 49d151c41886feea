package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.audio.audioset.AudioSet;
import dev.vitrine.audio.audioset.EmbeddingSynth;
import dev.vitrine.audio.dataset.Embedding;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.io.WavReader;
import dev.vitrine.experiments.drawn.DrawnImages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthCommandTest {
    private final Streams streams = new Streams();

    @TempDir
    private Path folder;

    private int run(String... words) {
        return streams.run(List.of(new SynthCommand()), words);
    }

    @Test
    void writesClipsAndATableOfThem() throws IOException {
        Path out = folder.resolve("a/b");
        assertThat(run("synth", "cats-dogs", "--clips", "2", "--out", out.toString()))
                .isZero();
        assertThat(streams.out())
                .isEqualTo(
                        "4 WAV files and table.csv in " + out + ": meows and barks, 1 to 4 s" + System.lineSeparator());
        assertThat(out.resolve("table.csv")).hasContent("""
                        path,label,group
                        cat_001.wav,cat,cat_001.wav
                        dog_001.wav,dog,dog_001.wav
                        cat_002.wav,cat,cat_002.wav
                        dog_002.wav,dog,dog_002.wav
                        """);
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).hasSize(5);
        }
        assertThat(WavReader.read(out.resolve("dog_002.wav")).sampleRate()).isEqualTo(16_000);
    }

    @Test
    void namesTheSetsWhereAnotherIsAskedFor() {
        assertThat(run("synth", "cows", "--out", folder.toString())).isEqualTo(2);
        assertThat(streams.err())
                .isEqualTo(
                        "vitrine: synth: expected the set cats-dogs or notes or environment or music-speech or embeddings or drawn-images, got cows"
                                + System.lineSeparator());
    }

    @Test
    void namesTheSetsWhereNoneIsAskedFor() {
        assertThat(run("synth", "--out", folder.toString())).isEqualTo(2);
        assertThat(streams.err())
                .isEqualTo(
                        "vitrine: synth: expected the set cats-dogs or notes or environment or music-speech or embeddings or drawn-images, got nothing"
                                + System.lineSeparator());
    }

    @Test
    void wantsAtLeastOneClip() {
        assertThat(run("synth", "notes", "--clips", "0", "--out", folder.toString()))
                .isEqualTo(2);
        assertThat(streams.err()).isEqualTo("vitrine: --clips must be from 1 to 10000, got 0" + System.lineSeparator());
    }

    @Test
    void writesPicturesAndATableOfThem() throws IOException {
        Path out = folder.resolve("pictures");
        assertThat(run("synth", "drawn-images", "--clips", "1", "--out", out.toString()))
                .isZero();
        assertThat(streams.out())
                .isEqualTo("16 PNG files and table.csv in " + out
                        + ": letters, digits, shapes and textures of 64 x 64 pixels" + System.lineSeparator());
        assertThat(Files.readAllLines(out.resolve("table.csv")))
                .hasSize(17)
                .startsWith("path,label,group", "letter_a_0001.png,letter_a,letter_a_0001.png");
        BufferedImage written = ImageIO.read(out.resolve("star_0001.png").toFile());
        BufferedImage drawn = DrawnImages.picture(DrawnImages.classes().indexOf("star"), 0, 1, 64);
        assertThat(written.getRGB(0, 0, 64, 64, null, 0, 64)).isEqualTo(drawn.getRGB(0, 0, 64, 64, null, 0, 64));
    }

    @Test
    void writesEmbeddingsThatReadAsAudioSet() throws IOException {
        assertThat(run("synth", "embeddings", "--clips", "3", "--out", folder.toString()))
                .isZero();
        assertThat(streams.out())
                .isEqualTo("24 clips in " + folder.resolve("clips.tfrecord")
                        + ", their classes in class_labels_indices.csv: ten frames of 128 numbers, as AudioSet's"
                        + System.lineSeparator());
        ItemSet set = AudioSet.load(folder, clip -> true, (done, of) -> {});
        ItemSet made = EmbeddingSynth.set(3, 1);
        assertThat(set.classes()).isEqualTo(made.classes());
        assertThat(set.items()).hasSize(24);
        assertThat(((Embedding) set.items().get(5).content()).codes())
                .isEqualTo(((Embedding) made.items().get(5).content()).codes());
    }
}
