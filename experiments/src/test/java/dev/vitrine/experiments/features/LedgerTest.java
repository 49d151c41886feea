package dev.vitrine.experiments.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    Path out;

    @Test
    void rememberedWhileTheOutputsAreAsTheyWere() throws IOException {
        Path output = Files.writeString(out.resolve("a.npy"), "numbers");
        Ledger.Entry entry =
                new Ledger.Entry(List.of(Path.of("a.npy")), List.of("1.5", "", "2"), List.of("no mfcc: too short"));
        Ledger ledger = Ledger.open(out);
        assertThat(ledger.find("k".repeat(64))).isEmpty();
        ledger.add("k".repeat(64), entry);
        assertThat(Ledger.open(out).find("k".repeat(64))).contains(entry);
        Files.writeString(output, "numberz");
        Files.setLastModifiedTime(output, FileTime.fromMillis(0));
        assertThat(ledger.find("k".repeat(64))).isEmpty();
        Files.delete(output);
        assertThat(ledger.find("k".repeat(64))).isEmpty();
    }

    @Test
    void theKeyIsOfContentAndParameters() throws IOException {
        Path a = Files.writeString(out.resolve("a"), "one");
        Path b = Files.writeString(out.resolve("b"), "one");
        assertThat(Ledger.key(a, "p")).isEqualTo(Ledger.key(b, "p")).hasSize(64);
        assertThat(Ledger.key(a, "q")).isNotEqualTo(Ledger.key(a, "p"));
        Files.writeString(b, "two");
        assertThat(Ledger.key(b, "p")).isNotEqualTo(Ledger.key(a, "p"));
    }

    @Test
    void theShortcutSeesAChangeThatKeepsSizeAndTime() throws IOException, InterruptedException {
        Instant later = Instant.now().plusSeconds(60);
        Path file = Files.writeString(out.resolve("a"), "one");
        FileTime modified = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(file, modified);
        if (Ledger.shortcut(file, "p", later).isEmpty()) {
            Assumptions.abort("this system does not tell when a file changed");
        }
        String before = Ledger.shortcut(file, "p", later).orElseThrow();
        assertThat(Ledger.shortcut(file, "p", later)).contains(before);
        assertThat(Ledger.shortcut(file, "q", later)).isNotEqualTo(before);
        Thread.sleep(50); // the clock of files ticks in milliseconds
        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, modified);
        assertThat(Ledger.shortcut(file, "p", later).orElseThrow()).isNotEqualTo(before);
    }

    @Test
    void noShortcutForAFileThatChangedAMomentAgo() throws IOException {
        Path file = Files.writeString(out.resolve("a"), "one");
        assertThat(Ledger.shortcut(file, "p", Instant.now())).isEmpty();
    }
}
