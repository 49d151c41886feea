package dev.vitrine.experiments.features;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Remembers what was made of which content with which parameters, so that it need not be made again: the folder
 * {@code .vitrine} in the output folder.
 *
 * <p>An entry is written when its outputs are whole, and believed while they have the size and the time of change that it
 * says. So whatever a kill leaves behind is made again.
 */
final class Ledger {
    /** To be raised when a feature's numbers change. */
    private static final String VERSION = "vitrine features 2";

    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final Path out;
    private final Path folder;
    private final Path workshops;

    private Ledger(Path out) {
        this.out = out;
        this.folder = out.resolve(".vitrine");
        this.workshops = folder.resolve("unfinished");
    }

    /** Opens the ledger of an output folder and clears away what killed processes left. */
    static Ledger open(Path out) throws IOException {
        Ledger ledger = new Ledger(out);
        Files.createDirectories(ledger.workshops);
        ledger.clear();
        return ledger;
    }

    /**
     * What was made.
     *
     * @param outputs files, relative to the output folder
     * @param cells of a table row, perhaps none
     * @param notes what could not be made, and why
     */
    record Entry(List<Path> outputs, List<String> cells, List<String> notes) {}

    /** The fingerprint of a file's content and of everything else that the outputs depend on. */
    static String key(Path file, String parameters) throws IOException {
        MessageDigest digest = digest();
        digest.update((VERSION + "\n" + parameters + "\n").getBytes(StandardCharsets.UTF_8));
        byte[] block = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(block); count > 0; count = in.read(block)) {
                digest.update(block, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * A key that need not read the content, where the system tells of every change: {@code ctime} cannot be set back. None
     * for a file that changed a moment ago, as it may change again within the clock's tick.
     */
    static Optional<String> shortcut(Path file, String parameters, Instant now) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Optional.empty();
        }
        Map<String, Object> seen = Files.readAttributes(file, "unix:size,ino,dev,ctime,lastModifiedTime");
        if (!(seen.get("ctime") instanceof FileTime changed)
                || changed.toInstant().isAfter(now.minus(SETTLED))) {
            return Optional.empty();
        }
        String state = file.toRealPath() + "\n" + new TreeMap<>(seen);
        MessageDigest digest = digest();
        digest.update((VERSION + "\n" + parameters + "\n" + state).getBytes(StandardCharsets.UTF_8));
        return Optional.of(HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Path page(String key) {
        return folder.resolve(key.substring(0, 2)).resolve(key.substring(2));
    }

    /** The entry, if there is one and its outputs are as they were. */
    Optional<Entry> find(String key) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(page(key));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        List<Path> outputs = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split("\t", 3);
            switch (parts[0]) {
                case "output" -> outputs.add(Path.of(parts[2]));
                case "cells" ->
                    cells.addAll(List.of(line.substring(parts[0].length() + 1).split("\t", -1)));
                default -> notes.add(parts[1]);
            }
            if (parts[0].equals("output") && !parts[1].equals(mark(out.resolve(parts[2])))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Entry(outputs, cells, notes));
    }

    /** Writes an entry whose outputs are whole. */
    void add(String key, Entry entry) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path output : entry.outputs()) {
            text.append("output\t")
                    .append(mark(out.resolve(output)))
                    .append('\t')
                    .append(output)
                    .append('\n');
        }
        if (!entry.cells().isEmpty()) {
            text.append("cells\t").append(String.join("\t", entry.cells())).append('\n');
        }
        entry.notes().forEach(note -> text.append("note\t").append(note).append('\n'));
        Path page = page(key);
        Files.createDirectories(page.resolveSibling("."));
        Path unfinished = Files.createTempFile(
                workshops, "page-", "." + ProcessHandle.current().pid());
        Files.writeString(unfinished, text);
        Files.move(unfinished, page, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String mark(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.size() + "@" + attributes.lastModifiedTime().toInstant();
        } catch (NoSuchFileException e) {
            return "missing";
        }
    }

    /** A folder for the unfinished files of one clip; from its first moment it says whose it is. */
    Path workshop() throws IOException {
        return Files.createDirectory(workshops.resolve(
                "clip-" + UUID.randomUUID() + "." + ProcessHandle.current().pid()));
    }

    private void clear() throws IOException {
        try (Stream<Path> all = Files.list(workshops)) {
            for (Path left : all.filter(Ledger::isOrphan).toList()) {
                try (Stream<Path> inside = Files.walk(left)) {
                    for (Path file : inside.sorted((a, b) -> b.compareTo(a)).toList()) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }

    private static boolean isOrphan(Path left) {
        String name = left.toString();
        String pid = name.substring(name.lastIndexOf('.') + 1);
        return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }
}
