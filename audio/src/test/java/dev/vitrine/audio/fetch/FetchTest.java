package dev.vitrine.audio.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FetchTest {
    private final Heard heard = new Heard();

    @TempDir
    private Path data;

    private LocalServer server;

    @BeforeEach
    void start() throws IOException {
        server = new LocalServer(UnpackingTest.zip("set-master/a/cat.txt", "meow".getBytes(StandardCharsets.US_ASCII)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private PublicSet set(Packing packing) {
        RemoteFile file = RemoteFile.of("set.bin", packing, 10, server.address());
        return new PublicSet("set", "", new Licence("CC0", ""), "sets/one", List.of(file), "");
    }

    private Path get(Packing packing, Archives archives) throws IOException {
        return new Fetch(data, archives, DownloadTest.HASTY, heard).get(set(packing));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> paths = Files.list(data)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void archiveBecomesAFolder() throws IOException {
        assertThat(get(Packing.ZIP, Archives.DELETE)).isEqualTo(data.resolve("sets/one"));
        assertThat(data.resolve("sets/one/a/cat.txt")).hasContent("meow");
        assertThat(names()).containsExactly("downloads.csv", "sets");
        assertThat(heard.notes).last().isEqualTo(data.resolve("sets/one") + ": 1 files");
    }

    @Test
    void archiveMayStay() throws IOException {
        get(Packing.ZIP, Archives.KEEP);
        assertThat(names()).containsExactly("downloads.csv", "set.bin", "sets");
    }

    @Test
    void whatIsThereIsNotFetchedAgain() throws IOException {
        get(Packing.ZIP, Archives.DELETE);
        get(Packing.ZIP, Archives.DELETE);
        assertThat(server.ranges()).hasSize(1);
        assertThat(heard.notes)
                .last()
                .isEqualTo(data.resolve("sets/one") + " is already there; to fetch it again, move it away first");
    }

    @Test
    void archiveThatIsWholeIsOnlyUnpacked() throws IOException {
        get(Packing.ZIP, Archives.KEEP);
        Folders.delete(data.resolve("sets"));
        Files.createDirectories(data.resolve(".set.bin.unpacking/left/over"));
        get(Packing.ZIP, Archives.DELETE);
        assertThat(server.ranges()).hasSize(1);
        assertThat(data.resolve("sets/one/a/cat.txt")).hasContent("meow");
        assertThat(names()).containsExactly("downloads.csv", "sets");
    }

    @Test
    void archiveThatWasDamagedSinceIsFetchedAgain() throws IOException {
        get(Packing.ZIP, Archives.KEEP);
        Folders.delete(data.resolve("sets"));
        Files.writeString(data.resolve("set.bin"), "nothing");
        get(Packing.ZIP, Archives.DELETE);
        assertThat(server.ranges()).hasSize(2);
        assertThat(data.resolve("sets/one/a/cat.txt")).hasContent("meow");
    }

    @Test
    void maliciousArchiveLeavesNoFolder() throws IOException {
        server.file = UnpackingTest.zip("../../cat.txt", new byte[1]);
        assertThatThrownBy(() -> get(Packing.ZIP, Archives.DELETE))
                .hasMessage(data.resolve("set.bin") + " is not unpacked: its entry ../../cat.txt does not lead to a"
                        + " place within the folder; delete it and fetch it again, or do without");
        assertThat(names()).containsExactly("downloads.csv", "set.bin");
    }

    @Test
    void whatCameFirstIsRecordedAndCheckedFromThenOn() throws IOException {
        get(Packing.ZIP, Archives.DELETE);
        assertThat(heard.notes)
                .first()
                .isEqualTo("set.bin: nobody has published its SHA-256; recorded in " + data.resolve("downloads.csv")
                        + " as it came");
        assertThat(data.resolve("downloads.csv"))
                .content()
                .matches("file,bytes,sha256,fetched,address\\R"
                        + "set\\.bin,\\d+,[0-9a-f]{64},\\d{4}-\\d\\d-\\d\\d,http://127\\.0\\.0\\.1:\\d+/file\\R");
        Folders.delete(data.resolve("sets"));
        server.file = UnpackingTest.zip("set-master/a/cat.txt", "miau".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> get(Packing.ZIP, Archives.DELETE))
                .message()
                .endsWith(
                        "damaged on the way, or another file by now (expected is what came first; to forget it, delete"
                                + " the line set.bin of " + data.resolve("downloads.csv") + ")");
        assertThat(data.resolve("sets/one")).doesNotExist();
        assertThat(names()).containsExactly("downloads.csv");
    }

    @Test
    void plainFilesLieInTheFolder() throws IOException {
        server.file = "a,b\n".getBytes(StandardCharsets.US_ASCII);
        get(Packing.NONE, Archives.DELETE);
        assertThat(data.resolve("sets/one/set.bin")).hasContent("a,b");
        get(Packing.NONE, Archives.DELETE);
        assertThat(server.ranges()).hasSize(1);
        assertThat(heard.notes).last().isEqualTo(data.resolve("sets/one/set.bin") + " is already there");
    }

    @Test
    void filesOfTheUserAreLeftAlone() throws IOException {
        Files.createDirectories(data.resolve("sets/one"));
        Files.writeString(data.resolve("sets/one/set.bin"), "mine");
        assertThatThrownBy(() -> get(Packing.NONE, Archives.DELETE))
                .hasMessage(data.resolve("sets/one/set.bin")
                        + " is there, and is not the file that would come; move it away first");
        assertThat(data.resolve("sets/one/set.bin")).hasContent("mine");
        assertThat(server.ranges()).isEmpty();
    }

    @Test
    void brokenTableIsNotOverwritten() throws IOException {
        Files.writeString(data.resolve("downloads.csv"), "file,bytes\nset.bin,many\n");
        assertThatThrownBy(() -> get(Packing.ZIP, Archives.DELETE))
                .message()
                .startsWith(data.resolve("downloads.csv") + ": cannot be read: ");
        assertThat(data.resolve("downloads.csv")).hasContent("file,bytes\nset.bin,many\n");
    }

    @Test
    void fileInPlaceOfAFolderIsNamed() throws IOException {
        Path file = Files.createFile(data.resolve("file"));
        Fetch fetch = new Fetch(file, Archives.DELETE, DownloadTest.HASTY, heard);
        assertThatThrownBy(() -> fetch.get(set(Packing.ZIP)))
                .hasMessage(file + " is a file; expected a folder, or nothing yet");
    }
}
