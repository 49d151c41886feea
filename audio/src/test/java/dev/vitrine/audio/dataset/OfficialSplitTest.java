package dev.vitrine.audio.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.audio.io.Waveform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficialSplitTest {
    private static final String TABLE = """
            ,test_cat,test_dog,train_cat,train_dog,odd
            0,cat_1.wav,dog_1.wav,cat_2.wav,dog_2.wav,cat_9.wav
            1,,,cat_3.wav, dog_3.wav ,
            2,,,cat_4.wav,,
            """;

    @TempDir
    private Path folder;

    private OfficialSplit read(String table) throws IOException {
        return OfficialSplit.read(Files.writeString(file(), table));
    }

    private Path file() {
        return folder.resolve(OfficialSplit.FILE_NAME);
    }

    private static Clip clip(String name, String group) {
        return new Clip(name, name.contains("cat") ? 0 : 1, new Waveform(new float[1], 16000), group);
    }

    @Test
    void readsTheFourColumnsAndPassesOverEmptyCells() throws IOException {
        OfficialSplit split = read(TABLE);
        assertThat(split.train())
                .containsExactlyInAnyOrder("cat_2.wav", "cat_3.wav", "cat_4.wav", "dog_2.wav", "dog_3.wav");
        assertThat(split.test()).containsExactlyInAnyOrder("cat_1.wav", "dog_1.wav");
    }

    @Test
    void dividesClipsAndNamesLeaks() throws IOException {
        List<Clip> clips = List.of(
                clip("train/dogs/dog_3.wav", "x"),
                clip("dog_1.wav", "x"),
                clip("cat_2.wav", "y"),
                clip("cat_8.wav", "x"));
        OfficialSplit split = read(TABLE);
        assertThat(split.train(clips)).extracting(Clip::name).containsExactly("train/dogs/dog_3.wav", "cat_2.wav");
        assertThat(split.test(clips)).extracting(Clip::name).containsExactly("dog_1.wav");
        assertThat(split.leaks(clips)).extracting(Clip::name).containsExactly("dog_1.wav", "train/dogs/dog_3.wav");
    }

    @Test
    void refusesWhatIsNoSplit() {
        assertThatThrownBy(() -> OfficialSplit.read(file()))
                .isInstanceOf(DatasetException.class)
                .hasMessage("no such file: " + file() + "; expected a table of the split");
        assertThatThrownBy(() -> read("a,b\n1,2\n"))
                .isInstanceOf(DatasetException.class)
                .hasMessage(file() + ": no column train_cat among [a, b]; expected test_cat, test_dog, train_cat and"
                        + " train_dog");
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(DatasetException.class)
                .hasMessage(file() + ": names 0 files to train and 0 to test; expected at least one of each");
        assertThatThrownBy(() -> read(TABLE + "3,cat_2.wav,,,,\n"))
                .isInstanceOf(DatasetException.class)
                .hasMessage(file() + ": [cat_2.wav] stand on both sides; expected each file on one");
        assertThatThrownBy(() -> read(TABLE + "3,\"cat_5.wav\" x,,,,\n"))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith(file() + ": not a CSV file: ");
    }

    @Test
    void realSplitLeaksAFifthOfItsClips() throws IOException {
        Path real = Path.of(System.getProperty("vitrine.data", "")).resolve("cats_dogs");
        if (!Files.isDirectory(real)) {
            Assumptions.abort("no recordings at " + real);
        }
        OfficialSplit split = OfficialSplit.read(real.resolve(OfficialSplit.FILE_NAME));
        List<Clip> clips =
                CatsDogs.load(real, Strictness.STRICT, (done, of) -> {}).clips();
        assertThat(split.train(clips)).hasSize(179);
        assertThat(split.test(clips)).hasSize(98);
        assertThat(split.leaks(clips))
                .extracting(Clip::name)
                .hasSize(56)
                .contains("cat_1.wav", "dog_barking_14.wav", "dog_barking_15.wav");
    }
}
