package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.vitrine.audio.fetch.Licence;
import dev.vitrine.audio.fetch.Packing;
import dev.vitrine.audio.fetch.PublicSet;
import dev.vitrine.audio.fetch.PublicSets;
import dev.vitrine.audio.fetch.RemoteFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DataGetCommandTest {
    private static final String TABLE = "file,class\ncat.wav,cat\n";

    private final Streams streams = new Streams();

    @TempDir
    private Path data;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/table.csv", exchange -> {
            try (exchange) {
                byte[] bytes = TABLE.getBytes(StandardCharsets.US_ASCII);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private PublicSet set(String name, String path) {
        RemoteFile file = new RemoteFile("table.csv", List.of(URI.create(address(path))), Packing.NONE, 23, null);
        return new PublicSet(
                name, "a table of cats", new Licence("CC0", "https://example.org/cc0"), name, List.of(file), "");
    }

    private int get(String answer, String... words) {
        List<PublicSet> known = List.of(
                set("cats", "/table.csv"),
                set("cows", "/gone.csv"),
                PublicSets.named("cats-dogs").orElseThrow(),
                PublicSets.named(PublicSets.AUDIOSET_AUDIO).orElseThrow());
        ByteArrayInputStream answers = new ByteArrayInputStream(answer.getBytes(StandardCharsets.US_ASCII));
        return streams.run(List.of(new DataGetCommand(known, answers, "")), words);
    }

    private static String lines(String... lines) {
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    @Test
    void showsTheLicenceAsksAndFetches() {
        assertThat(get("y\n", "data get", "cats", "--to", data.toString())).isZero();
        assertThat(streams.err())
                .isEqualTo(lines(
                        "cats: a table of cats",
                        "  Licence: CC0",
                        "           https://example.org/cc0",
                        "  Size:    about 23 B",
                        "  From:    " + address("/table.csv"),
                        "Do you accept the licence, and fetch the set? [y/N]",
                        "table.csv: nobody has published its SHA-256; recorded in " + data.resolve("downloads.csv")
                                + " as it came"));
        assertThat(streams.out()).isEqualTo(lines(data.resolve("cats").toString()));
        assertThat(data.resolve("cats/table.csv")).hasContent(TABLE);
    }

    @Test
    void withoutAnAnswerNothingIsFetched() {
        assertThat(get("", "data get", "cats", "--to", data.toString())).isEqualTo(2);
        assertThat(streams.err()).endsWith(lines("vitrine: data get: cats is not fetched: answer y, or say --yes"));
        assertThat(get("no\n", "data get", "cats", "--to", data.toString())).isEqualTo(2);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void yesIsAnAnswer() {
        assertThat(get("", "data get", "cats", "--yes", "--to", data.toString()))
                .isZero();
        assertThat(streams.err()).doesNotContain("[y/N]").contains("Licence: CC0");
        assertThat(data.resolve("cats/table.csv")).hasContent(TABLE);
    }

    @Test
    void whatDoesNotComeIsOneLineAndOne() {
        assertThat(get("", "data get", "cows", "--yes", "--to", data.toString()))
                .isEqualTo(1);
        assertThat(streams.err())
                .endsWith(lines(
                        "vitrine: " + address("/gone.csv") + ": there is no such file (HTTP 404); it may have moved"));
    }

    @Test
    void setThatNeedsAnAccountSaysHow() {
        assertThat(get("", "data get", "cats-dogs", "--to", data.toString())).isEqualTo(1);
        assertThat(streams.err())
                .contains("Note:    Kaggle", "https://www.kaggle.com/datasets/mmoreaux/audio-cats-and-dogs")
                .endsWith(lines("vitrine: data get: cats-dogs has to be fetched by hand, as said above"));
    }

    @Test
    void misspelledName() {
        assertThat(get("", "data get", "cts", "--to", data.toString())).isEqualTo(2);
        assertThat(streams.err())
                .isEqualTo(lines("vitrine: data get: there is no set cts (did you mean cats?); see vitrine data list"));
    }

    @Test
    void wantsAName() {
        assertThat(get("", "data get")).isEqualTo(2);
        assertThat(streams.err())
                .isEqualTo(lines("vitrine: data get: expected the name of a set; see vitrine data list"));
    }

    @Test
    void bytesAreShownInMegabytes() {
        ByteProgress progress = new ByteProgress(streams.console(60));
        progress.begin("small", 4_000_000, 0);
        progress.at(4_000_000);
        progress.begin("set.zip", 50_000_000, 20_000_000);
        progress.at(60_000_000);
        progress.note("a note");
        progress.close();
        assertThat(streams.err()).contains("set.zip (MB) 50/50", "a note").doesNotContain("small");
    }

    @Test
    void clipsWantTheTables() {
        assertThat(get("", "data get", "audioset-audio", "--class", "Cat", "--yes", "--to", data.toString()))
                .isEqualTo(2);
        assertThat(streams.err())
                .endsWith(lines("vitrine: data get: there is no "
                        + data.resolve("audioset/meta/balanced_train_segments.csv")
                        + "; get it with: vitrine data get audioset-meta --to " + data));
    }

    @Test
    void clipsWantAClass() {
        assertThat(get("", "data get", "audioset-audio", "--yes", "--to", data.toString()))
                .isEqualTo(2);
        assertThat(streams.err())
                .endsWith(lines("vitrine: data get audioset-audio: expected a class, as in --class Cat,Bark"));
    }

    @Test
    void clipsWantTwoPrograms() throws IOException {
        Path list = Files.createFile(data.resolve("list.csv"));
        Files.createFile(data.resolve("class_labels_indices.csv"));
        assertThat(get("", "data get", "audioset-audio", "--class", "Cat", "--yes", "--segments", list.toString()))
                .isEqualTo(1);
        assertThat(streams.err())
                .endsWith(
                        lines(
                                "vitrine: yt-dlp and ffmpeg are missing: install what is missing"
                                        + " (https://github.com/yt-dlp/yt-dlp, https://ffmpeg.org; Debian: apt install yt-dlp ffmpeg)"));
    }
}
