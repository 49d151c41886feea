package dev.vitrine.audio.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackingTest {
    private static final String LONG_NAME = "set/" + "a".repeat(150) + "/" + "b".repeat(150) + ".wav";

    @TempDir
    private Path folder;

    private int unpack(byte[] archive, Packing packing) throws IOException {
        Path file = Files.write(folder.resolve("set.archive"), archive);
        Folders.delete(folder.resolve("out"));
        return Unpacking.unpack(file, packing, Files.createDirectories(folder.resolve("out")), new Heard());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void add(TarArchiveOutputStream tar, String name, byte[] bytes) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private static TarArchiveOutputStream tarInto(OutputStream out) {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        return tar;
    }

    private static byte[] tarGz(String name, byte[] bytes) throws IOException {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = tarInto(new GZIPOutputStream(result))) {
            add(tar, name, bytes);
        }
        return result.toByteArray();
    }

    private static byte[] special(String name, byte type, String target) throws IOException {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = tarInto(result)) {
            TarArchiveEntry entry = new TarArchiveEntry(name, type);
            entry.setLinkName(target);
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }
        return result.toByteArray();
    }

    static byte[] zip(String name, byte[] bytes) throws IOException {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(result)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
            zip.closeEntry();
        }
        return result.toByteArray();
    }

    private void assertRefused(byte[] archive, Packing packing, String why) {
        assertThatThrownBy(() -> unpack(archive, packing))
                .isInstanceOf(FetchException.class)
                .hasMessage(folder.resolve("set.archive") + " is not unpacked: " + why
                        + "; delete it and fetch it again, or do without");
    }

    @Test
    void tarInGzipWithLongNames() throws IOException {
        assertThat(unpack(tarGz(LONG_NAME, text("meow")), Packing.TAR_GZ)).isEqualTo(1);
        assertThat(folder.resolve("out").resolve(LONG_NAME)).hasContent("meow");
    }

    @Test
    void tarWithFolders() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = tarInto(bytes)) {
            tar.putArchiveEntry(new TarArchiveEntry("./set/empty/"));
            tar.closeArchiveEntry();
            add(tar, "./set/a.txt", text("a"));
        }
        assertThat(unpack(bytes.toByteArray(), Packing.TAR)).isEqualTo(1);
        assertThat(folder.resolve("out/set/empty")).isEmptyDirectory();
        assertThat(folder.resolve("out/set/a.txt")).hasContent("a");
    }

    @Test
    void zipWithFolders() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("set/empty/"));
            zip.putNextEntry(new ZipEntry("set/b/a.txt"));
            zip.write(text("a"));
        }
        assertThat(unpack(bytes.toByteArray(), Packing.ZIP)).isEqualTo(1);
        assertThat(folder.resolve("out/set/empty")).isEmptyDirectory();
        assertThat(folder.resolve("out/set/b/a.txt")).hasContent("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../out.txt", "a/../../out.txt", "/etc/out.txt", "a\\..\\..\\out.txt", "C:/out.txt", "..", " "})
    void nameThatLeavesTheFolderIsRefused(String name) throws IOException {
        String why = "its entry %s does not lead to a place within the folder";
        assertRefused(tarGz(name, text("x")), Packing.TAR_GZ, why.formatted(name));
        // In a zip file from Windows a backslash is read as a slash.
        assertRefused(zip(name, text("x")), Packing.ZIP, why.formatted(name.replace('\\', '/')));
        assertThat(folder.resolve("out.txt")).doesNotExist();
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    @Test
    void linkInATarIsRefused() throws IOException {
        String why = "its entry set/a is no plain file, but a link or the like";
        assertRefused(special("set/a", TarConstants.LF_SYMLINK, "/etc"), Packing.TAR, why);
        assertRefused(special("set/a", TarConstants.LF_SYMLINK, "b"), Packing.TAR, why);
        assertRefused(special("set/a", TarConstants.LF_LINK, "/etc/passwd"), Packing.TAR, why);
        assertRefused(special("set/a", TarConstants.LF_FIFO, ""), Packing.TAR, why);
        assertRefused(special("set/a", TarConstants.LF_CHR, ""), Packing.TAR, why);
    }

    @Test
    void linkInAZipIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            ZipArchiveEntry entry = new ZipArchiveEntry("set/a");
            entry.setUnixMode(0120777);
            zip.putArchiveEntry(entry);
            zip.write(text("/etc"));
            zip.closeArchiveEntry();
        }
        assertRefused(bytes.toByteArray(), Packing.ZIP, "its entry set/a is no plain file, but a link or the like");
    }

    @Test
    void nameThatIsThereTwiceIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = tarInto(bytes)) {
            add(tar, "set/a", text("1"));
            add(tar, "set//a", text("2"));
        }
        assertRefused(bytes.toByteArray(), Packing.TAR, "its entry set//a is there twice");
    }

    @Test
    void bombIsRefused() throws IOException {
        byte[] zeros = new byte[64 << 20];
        assertRefused(tarGz("set/zeros", zeros), Packing.TAR_GZ, "it grows to more than 50 times its size");
        assertRefused(zip("set/zeros", zeros), Packing.ZIP, "it grows to more than 50 times its size");
    }

    @Test
    void bombBehindTheTarIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            TarArchiveOutputStream tar = tarInto(gzip);
            add(tar, "set/a", text("a"));
            tar.finish();
            gzip.write(new byte[64 << 20]);
        }
        assertRefused(bytes.toByteArray(), Packing.TAR_GZ, "it grows to more than 50 times its size");
    }

    @Test
    void clutterOfMacOsIsLeftOut() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = tarInto(bytes)) {
            add(tar, "set/._a.wav", text("1"));
            add(tar, "set/.DS_Store", text("2"));
            add(tar, "__MACOSX/set/a.wav", text("3"));
            add(tar, "set/a.wav", text("4"));
        }
        assertThat(unpack(bytes.toByteArray(), Packing.TAR)).isEqualTo(1);
        assertThat(folder.resolve("out/set")).isDirectoryContaining("glob:**/a.wav");
        assertThat(folder.resolve("out/__MACOSX")).doesNotExist();
        assertThat(folder.resolve("out/set/.DS_Store")).doesNotExist();
    }

    @Test
    void damageInAZipIsFound() throws IOException {
        byte[] bytes = zip("set/a.txt", text("nothing can be said that has not been said before"));
        int middle = 30 + "set/a.txt".length() + 20;
        bytes[middle] ^= 1;
        assertThatThrownBy(() -> unpack(bytes, Packing.ZIP)).isInstanceOf(FetchException.class);
    }

    @Test
    void damageInAStoredFileOfAZipIsFound() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            zip.setLevel(0);
            zip.putArchiveEntry(new ZipArchiveEntry("set/a"));
            zip.write(text("meow"));
            zip.closeArchiveEntry();
        }
        byte[] bytes = out.toByteArray();
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("meow")] = 'M';
        assertRefused(bytes, Packing.ZIP, "its entry set/a is damaged");
    }

    @Test
    void damageAtTheEndOfAGzipIsFound() throws IOException {
        byte[] bytes = tarGz("set/a", text("meow"));
        bytes[bytes.length - 5] ^= 1;
        assertThatThrownBy(() -> unpack(bytes, Packing.TAR_GZ))
                .isInstanceOf(FetchException.class)
                .hasMessageStartingWith(folder.resolve("set.archive") + " cannot be unpacked: ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 100, 300})
    void archiveThatIsCutOffIsFound(int length) throws IOException {
        byte[] noise = new byte[5000];
        new java.util.Random(1).nextBytes(noise);
        byte[] gz = tarGz("set/a", noise);
        byte[] zip = zip("set/a", noise);
        assertThatThrownBy(() -> unpack(Arrays.copyOf(gz, length), Packing.TAR_GZ))
                .isInstanceOf(FetchException.class);
        assertThatThrownBy(() -> unpack(Arrays.copyOf(zip, length), Packing.ZIP))
                .isInstanceOf(FetchException.class);
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        byte[] page = text("<html>Please sign in</html>".repeat(100));
        assertThatThrownBy(() -> unpack(page, Packing.TAR_GZ)).isInstanceOf(FetchException.class);
        assertThatThrownBy(() -> unpack(page, Packing.TAR)).isInstanceOf(FetchException.class);
        assertThatThrownBy(() -> unpack(page, Packing.ZIP)).isInstanceOf(FetchException.class);
    }
}
