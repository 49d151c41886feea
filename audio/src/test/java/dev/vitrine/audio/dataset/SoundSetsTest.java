package dev.vitrine.audio.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.audio.io.WavWriter;
import dev.vitrine.audio.io.Waveform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ESC-50, folders of classes and tables: the sets whose sounds stay on the disk until they are wanted. */
class SoundSetsTest {
    private static final String ESC = """
            filename,fold,target,category,esc10,src_file,take
            1-100-A-0.wav,1,0,dog,True,100,A
            1-100-B-0.wav,1,0,dog,True,100,B
            2-200-A-14.wav,2,14,chirping_birds,False,200,A
            2-300-A-41.wav,2,41,chainsaw,True,300,A
            """;

    @TempDir
    private Path folder;

    private Path sound(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        WavWriter.write(file, new Waveform(new float[8_000], 16_000));
        return file;
    }

    private Path table(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, text);
    }

    @Test
    void tableOfEsc50TellsFoldsAndRecordings() throws IOException {
        table("meta/esc50.csv", ESC);
        ItemSet all = Esc50.table(folder, Esc50.Part.ESC_50);
        assertThat(all.name()).isEqualTo("esc50");
        assertThat(all.classes()).containsExactly("dog", "chirping_birds", "chainsaw");
        assertThat(all.items()).extracting(Item::label).containsExactly(0, 0, 1, 2);
        assertThat(all.items()).extracting(Item::group).containsExactly("100", "100", "200", "300");
        assertThat(all.folds()).containsExactly(1, 2);
        assertThat(all.isGrouped()).isTrue();
        ItemSet ten = Esc50.table(folder, Esc50.Part.ESC_10);
        assertThat(ten.classes()).containsExactly("dog", "chainsaw");
        assertThat(ten.items()).extracting(Item::label).containsExactly(0, 0, 1);
    }

    @Test
    void soundIsFoundUnderItsStem() throws IOException {
        table("meta/esc50.csv", ESC);
        sound("audio/1-100-A-0.flac"); // WAV within; the reader looks at the bytes
        ItemSet set = Esc50.load(folder, Esc50.Part.ESC_10, Strictness.LENIENT);
        assertThat(set.items()).extracting(Item::name).containsExactly("1-100-A-0.wav");
        assertThat(set.items().get(0).content().seconds()).isEqualTo(0.5);
        assertThat(set.skipped())
                .hasSize(2)
                .first()
                .isEqualTo(
                        folder.resolve("audio/1-100-B-0.wav") + ": no such file; expected it, or one of its stem with"
                                + " another of the endings .wav, .flac, .ogg, .mp3");
        assertThatThrownBy(() -> Esc50.load(folder, Esc50.Part.ESC_10, Strictness.STRICT))
                .isInstanceOf(DatasetException.class)
                .hasMessage(folder + ": 2 of 3 sounds are missing; the first: "
                        + set.skipped().get(0));
    }

    @Test
    void setWithoutItsSoundsOrItsTableIsRefused() throws IOException {
        assertThatThrownBy(() -> Esc50.table(folder, Esc50.Part.ESC_10))
                .hasMessage(folder + ": no meta/esc50.csv in it; expected the folder of ESC-50");
        table("meta/esc50.csv", ESC);
        assertThatThrownBy(() -> Esc50.load(folder, Esc50.Part.ESC_10, Strictness.LENIENT))
                .hasMessageStartingWith(folder + ": 3 of 3 sounds are missing; the first: ");
        table("meta/esc50.csv", ESC + "x.wav,1,0,cat,True,1,A\n");
        assertThatThrownBy(() -> Esc50.table(folder, Esc50.Part.ESC_10))
                .hasMessage(folder.resolve("meta/esc50.csv") + ": line 6: target 0 is cat and was dog before");
    }

    @Test
    void classIsTheFolderAndNumberedCutsAreOneTrack() throws IOException {
        for (String name : List.of(
                "music/music.00001.wav", "music/music.00001_2.wav", "music/bach.wav", "deep/speech/speech.00001.wav")) {
            sound(name);
        }
        ItemSet set = ClassFolders.load(folder);
        assertThat(set.classes()).containsExactly("music", "speech");
        assertThat(set.groups()).isEqualTo(GroupKind.TRACK);
        assertThat(set.items())
                .extracting(Item::name)
                .containsExactly(
                        "deep/speech/speech.00001.wav",
                        "music/bach.wav",
                        "music/music.00001.wav",
                        "music/music.00001_2.wav");
        assertThat(set.items())
                .extracting(Item::group)
                .containsExactly("speech/speech.00001", "music/bach", "music/music.00001", "music/music.00001");
        assertThat(set.items()).extracting(Item::label).containsExactly(1, 0, 0, 0);
    }

    @Test
    void folderOfOneClassIsRefused() throws IOException {
        sound("music/a.wav");
        sound("loose.wav");
        assertThatThrownBy(() -> ClassFolders.load(folder))
                .hasMessage(
                        folder + ": 1 sounds in folders of 1 classes [music]; expected a folder for each of at least"
                                + " two classes");
        Path no = folder.resolve("no");
        assertThatThrownBy(() -> ClassFolders.load(no))
                .hasMessage("no such folder: " + no + "; expected one with a folder for each class");
    }

    @Test
    void tableTellsPathLabelGroupAndFold() throws IOException {
        sound("a/1.wav");
        sound("2.wav");
        sound("3.wav");
        ItemSet set = SoundTable.load(
                table("mine.csv", "fold,label,path,group\n1,rain,a/1.wav,x\n2,dog,2.mp3,x\n,dog,3.wav,\n"),
                Strictness.STRICT);
        assertThat(set.name()).isEqualTo("mine.csv");
        assertThat(set.classes()).containsExactly("dog", "rain");
        assertThat(set.groups()).isEqualTo(GroupKind.TABLE);
        assertThat(set.items()).extracting(Item::label).containsExactly(1, 0, 0);
        assertThat(set.items()).extracting(Item::group).containsExactly("x", "x", "3.wav");
        assertThat(set.items()).extracting(Item::fold).containsExactly(1, 2, Item.NO_FOLD);
        ItemSet plain = SoundTable.load(table("plain.csv", "path,label\n3.wav,dog\n"), Strictness.STRICT);
        assertThat(plain.groups()).isEqualTo(GroupKind.CLIP);
    }

    @Test
    void wrongRowIsNamedByLine() throws IOException {
        Path twice = table("t.csv", "path,label\n2.wav,dog\n2.wav,cat\n");
        assertThatThrownBy(() -> SoundTable.load(twice, Strictness.LENIENT))
                .hasMessage(twice + ": line 3: 2.wav is named twice; expected each sound once");
        Path fold = table("t.csv", "path,label,fold\n2.wav,dog,one\n");
        assertThatThrownBy(() -> SoundTable.load(fold, Strictness.LENIENT))
                .hasMessage(fold + ": line 2: column fold holds \"one\"; expected a whole number");
    }

    @Test
    void itemsOfOneNameOrOfNoClassAreRefused() {
        Item item = new Item("x", List.of(1), "x", 0, new Content.Sound(new Waveform(new float[1], 1)));
        assertThatThrownBy(() -> new ItemSet("s", List.of("a", "b"), GroupKind.CLIP, List.of(item, item), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("s: two items are named x");
        assertThatThrownBy(() -> new ItemSet("s", List.of("a"), GroupKind.CLIP, List.of(item), List.of()))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new Item("x", List.of(), "x", -1, item.content()))
                .hasMessage("x: fold -1; expected 1 or more, or 0 for none");
    }

    @Test
    void realSetsAreRead() throws IOException {
        Path data = Path.of(System.getProperty("vitrine.data", ""));
        if (!Files.isDirectory(data.resolve("esc10"))) {
            Assumptions.abort("no ESC-10 at " + data);
        }
        ItemSet esc = Esc50.load(data.resolve("esc10"), Esc50.Part.ESC_10, Strictness.STRICT);
        assertThat(esc.items()).hasSize(400);
        assertThat(esc.items().get(0).content().seconds()).isEqualTo(5);
        assertThat(esc.groupCount()).isEqualTo(304);
        ItemSet tracks = ClassFolders.load(data.resolve("gtzan"));
        assertThat(tracks.items()).hasSize(80);
        assertThat(tracks.classes()).containsExactly("music", "speech");
    }
}
