package dev.vitrine.audio.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class DownloadTest {
    static final Patience HASTY = new Patience(3, Duration.ofMillis(1), Duration.ofMillis(10), Duration.ofMillis(500));

    private final byte[] bytes = bytes(1, 300_000);
    private final Heard heard = new Heard();

    @TempDir
    private Path folder;

    private LocalServer server;

    @BeforeEach
    void start() throws IOException {
        server = new LocalServer(bytes);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] bytes(long seed, int count) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static RemoteFile file(String... addresses) {
        return RemoteFile.of("set.bin", Packing.NONE, 10, addresses);
    }

    private Published fetch(@Nullable Published expected, String... addresses) throws IOException {
        return new Download(HASTY, heard)
                .to(folder.resolve("set.bin"), file(addresses), expected)
                .bytes();
    }

    private void assertNothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private void assertOnlyTheFileIsThere(byte[] expected) throws IOException {
        assertThat(folder.resolve("set.bin")).hasBinaryContent(expected);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("set.bin"));
        }
    }

    @Test
    void bringsAFileAndTellsItsDigest() throws IOException {
        server.file = "abc".getBytes(StandardCharsets.US_ASCII);
        Published came = fetch(null, server.address());
        assertThat(came)
                .isEqualTo(new Published(3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        assertOnlyTheFileIsThere(server.file);
        assertThat(heard.tasks).containsExactly("set.bin 0/3", "checking set.bin.part 0/3");
        assertThat(heard.last).isEqualTo(3);
        assertThat(heard.notes).isEmpty();
    }

    @Test
    void goesOnWhereTheConnectionBroke() throws IOException {
        server.most = 120_000;
        fetch(null, server.address());
        assertOnlyTheFileIsThere(bytes);
        assertThat(server.ranges()).hasSizeGreaterThan(2).first().isEqualTo("");
        assertThat(server.ranges().subList(1, server.ranges().size())).allMatch(range -> range.startsWith("bytes="));
        assertThat(heard.notes)
                .first()
                .asString()
                .matches("set\\.bin: broken off after \\d+ bytes; trying again in 0 s");
    }

    @Test
    void nextRunGoesOnWhereThisOneGaveUp() throws IOException {
        server.most = 120_000;
        Patience none = new Patience(1, Duration.ZERO, Duration.ZERO, HASTY.silence());
        assertThatThrownBy(() -> new Download(none, heard).to(folder.resolve("set.bin"), file(server.address()), null))
                .isInstanceOf(FetchException.class)
                .hasMessageStartingWith(server.address() + ": ");
        assertThat(folder.resolve("set.bin")).doesNotExist();
        server.most = Integer.MAX_VALUE;
        fetch(null, server.address());
        assertOnlyTheFileIsThere(bytes);
        assertThat(server.ranges()).hasSize(2);
        assertThat(server.ranges().get(1)).startsWith("bytes=");
    }

    @Test
    void serverWithoutRangesSendsAllAgain() throws IOException {
        server.manners = LocalServer.Manners.WHOLE_ONLY;
        server.most = 120_000;
        Patience none = new Patience(1, Duration.ZERO, Duration.ZERO, HASTY.silence());
        assertThatThrownBy(() -> new Download(none, heard).to(folder.resolve("set.bin"), file(server.address()), null))
                .isInstanceOf(FetchException.class);
        server.most = Integer.MAX_VALUE;
        fetch(null, server.address());
        assertOnlyTheFileIsThere(bytes);
        assertThat(heard.notes).containsExactly("set.bin: the server sends it from the beginning again");
    }

    @Test
    void serverThatAlwaysBreaksAndKnowsNoRangesIsGivenUp() {
        server.manners = LocalServer.Manners.WHOLE_ONLY;
        server.most = 120_000;
        assertThatThrownBy(() -> fetch(null, server.address())).isInstanceOf(FetchException.class);
        assertThat(server.ranges()).hasSizeLessThan(10);
    }

    @Test
    void lengthNeedNotBeKnownBeforehand() throws IOException {
        server.manners = LocalServer.Manners.CHUNKED;
        fetch(null, server.address());
        assertOnlyTheFileIsThere(bytes);
        assertThat(heard.tasks).first().isEqualTo("set.bin 0/10");
    }

    @Test
    void fileThatChangedInBetweenIsFetchedAnew() throws IOException {
        server.most = 120_000;
        Patience none = new Patience(1, Duration.ZERO, Duration.ZERO, HASTY.silence());
        assertThatThrownBy(() -> new Download(none, heard).to(folder.resolve("set.bin"), file(server.address()), null))
                .isInstanceOf(FetchException.class);
        byte[] other = bytes(2, 310_000);
        server.file = other;
        server.tag = "\"two\"";
        server.most = Integer.MAX_VALUE;
        fetch(null, server.address());
        assertOnlyTheFileIsThere(other);
    }

    @Test
    void anotherPartThanAskedForIsNotUsed() throws IOException {
        server.most = 120_000;
        Patience none = new Patience(1, Duration.ZERO, Duration.ZERO, HASTY.silence());
        assertThatThrownBy(() -> new Download(none, heard).to(folder.resolve("set.bin"), file(server.address()), null))
                .isInstanceOf(FetchException.class);
        server.most = Integer.MAX_VALUE;
        server.manners = LocalServer.Manners.ANOTHER_PART;
        fetch(null, server.address());
        assertOnlyTheFileIsThere(bytes);
    }

    @Test
    void silenceIsNotWaitedForForever() throws IOException {
        server.most = 200_000;
        server.manners = LocalServer.Manners.SILENT;
        fetch(null, server.address());
        assertOnlyTheFileIsThere(bytes);
        assertThat(server.ranges()).hasSize(2);
    }

    @Test
    void wrongDigestIsRefusedAndNothingStays() throws IOException {
        server.file = "abd".getBytes(StandardCharsets.US_ASCII);
        Published expected = new Published(3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThatThrownBy(() -> fetch(expected, server.address()))
                .isInstanceOf(FetchException.class)
                .hasMessage(server.address() + ": came with 3 bytes and SHA-256"
                        + " a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9; expected 3 and"
                        + " ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad: damaged on the way, or"
                        + " another file by now");
        assertNothingIsLeft();
    }

    @Test
    void wrongSizeIsRefusedBeforeItComes() throws IOException {
        Published expected = new Published(3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThatThrownBy(() -> fetch(expected, server.address()))
                .hasMessage(
                        server.address() + ": the file there has 300000 bytes; expected 3: it is another one by now");
        assertThat(heard.last).isZero();
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                404 | there is no such file (HTTP 404); it may have moved
                410 | there is no such file (HTTP 410); it may have moved
                403 | the server refuses it (HTTP 403); it may want an account
                418 | the server answers with HTTP 418; expected 200
                """)
    void refusalIsFinal(int status, String words) throws IOException {
        server.statuses.add(status);
        assertThatThrownBy(() -> fetch(null, server.address())).hasMessage(server.address() + ": " + words);
        assertThat(server.ranges()).hasSize(1);
        assertNothingIsLeft();
    }

    @Test
    void busyServerIsAskedAgain() throws IOException {
        Collections.addAll(server.statuses, 503, 429);
        fetch(null, server.address());
        assertOnlyTheFileIsThere(bytes);
        assertThat(server.ranges()).hasSize(3);
    }

    @Test
    void serverThatStaysBusyIsGivenUp() throws IOException {
        Collections.addAll(server.statuses, 500, 502, 503, 504);
        assertThatThrownBy(() -> fetch(null, server.address()))
                .hasMessage(server.address() + ": the server is busy or broken (HTTP 503)");
        assertThat(server.ranges()).hasSize(3);
        assertNothingIsLeft();
    }

    @Test
    void withoutANetworkItSaysSoAtOnce() throws IOException {
        assertThatThrownBy(() -> fetch(null, "http://nowhere.invalid/set.bin"))
                .hasMessage("http://nowhere.invalid/set.bin: nowhere.invalid cannot be found; is there a network?"
                        + " Behind a proxy say VITRINE_OPTS=\"-Dhttps.proxyHost=HOST -Dhttps.proxyPort=PORT\"");
        assertThat(heard.notes).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    void whereNobodyListensItSaysSo() throws IOException {
        server.close();
        assertThatThrownBy(() -> fetch(null, server.address()))
                .hasMessage(server.address() + ": no connection to 127.0.0.1; try again later");
        assertThat(heard.notes).hasSize(2);
        assertNothingIsLeft();
    }

    @Test
    void nextAddressIsTried() throws IOException {
        try (LocalServer first = new LocalServer(bytes)) {
            first.statuses.add(404);
            Download.Delivery came = new Download(HASTY, heard)
                    .to(folder.resolve("set.bin"), file(first.address(), server.address()), null);
            assertThat(came.address()).isEqualTo(URI.create(server.address()));
        }
        assertOnlyTheFileIsThere(bytes);
    }

    @Test
    void damagedFileOfOneAddressDoesNotHarmThatOfTheNext() throws IOException {
        try (LocalServer first = new LocalServer(bytes(3, 300_000))) {
            Published good = fetch(null, server.address());
            Files.delete(folder.resolve("set.bin"));
            fetch(good, first.address(), server.address());
        }
        assertOnlyTheFileIsThere(bytes);
    }

    @Test
    void allAddressesAreNamedWhereAllFail() throws IOException {
        try (LocalServer first = new LocalServer(bytes)) {
            first.statuses.add(404);
            server.statuses.add(403);
            assertThatThrownBy(() -> fetch(null, first.address(), server.address()))
                    .hasMessage(first.address() + ": there is no such file (HTTP 404); it may have moved; and "
                            + server.address() + ": the server refuses it (HTTP 403); it may want an account");
        }
    }

    @Test
    void twoProgramsDoNotWriteIntoOneFile() throws IOException {
        Path target = folder.resolve("set.bin");
        try (PartFile other = PartFile.of(target)) {
            assertThat(other.size()).isZero();
            assertThatThrownBy(() -> fetch(null, server.address()))
                    .hasMessage(target + ": another program is fetching it; wait until it has ended");
        }
    }

    @Test
    void fullDiskIsSeenBeforehand() throws IOException {
        Path file = Files.createFile(folder.resolve("a"));
        assertThatThrownBy(() -> DiskSpace.require(file, Long.MAX_VALUE))
                .message()
                .matches(".*a: the disk is full: 9,223,372,036,854,775,807 bytes are to come, and there is room for"
                        + " [\\d,]+; free some");
        assertThat(DiskSpace.problem(file, new IOException("No space left on device")))
                .hasMessage(file + ": cannot be written: the disk is full; free some, and go on with the same command");
    }

    /** The process is killed, not asked to end; nothing of Java runs any more. */
    @Test
    void killedInTheMiddleItGoesOnWithTheNextRun() throws IOException, InterruptedException {
        server.manners = LocalServer.Manners.SILENT;
        server.most = 150_000;
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FetchingMain.class.getName(),
                        server.address(),
                        folder.resolve("set.bin").toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("150000");
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(folder.resolve("set.bin")).doesNotExist();
        assertThat(folder.resolve("set.bin.part")).hasSize(150_000);
        fetch(null, server.address());
        assertOnlyTheFileIsThere(bytes);
        assertThat(server.ranges()).isEqualTo(List.of("", "bytes=150000-"));
    }
}
