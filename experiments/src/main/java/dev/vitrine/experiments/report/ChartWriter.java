package dev.vitrine.experiments.report;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Writes a chart three times: as {@code .svg} for print, as {@code .png} for a slide, as {@code .csv} for a spreadsheet.
 *
 * <p>The same chart gives the same bytes. Nothing is ever half-written: all three are drawn first, then written beside
 * their places, then moved there.
 */
public final class ChartWriter {

    private ChartWriter() {}

    /**
     * Writes {@code stem.svg}, {@code stem.png} and {@code stem.csv}, replacing what was there.
     *
     * @param chart what to draw
     * @param folder created where it is missing
     * @param stem file name without its ending, of letters, digits, dots, dashes and underscores
     * @throws IOException if the folder cannot be made or written; nothing is left half-written
     * @throws IllegalArgumentException if the stem holds another character
     */
    public static void write(Chart chart, Path folder, String stem) throws IOException {
        if (!stem.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("chart file name '" + stem
                    + "': expected letters, digits, dots, dashes and underscores only, not beginning with a dot");
        }
        Picture picture = chart.picture();
        Map<Path, byte[]> files = new LinkedHashMap<>();
        files.put(folder.resolve(stem + ".svg"), picture.svg(stem));
        files.put(folder.resolve(stem + ".png"), picture.png());
        files.put(folder.resolve(stem + ".csv"), chart.table().csv());
        try {
            Files.createDirectories(folder);
            replaceAll(files);
        } catch (IOException e) {
            throw new IOException(
                    "cannot write chart " + folder.resolve(stem) + ".svg/.png/.csv (" + reason(e)
                            + "); choose a folder that can be written",
                    e);
        }
    }

    private static void replaceAll(Map<Path, byte[]> files) throws IOException {
        Map<Path, Path> staged = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, byte[]> file : files.entrySet()) {
                Path temporary = beside(file.getKey());
                staged.put(file.getKey(), temporary);
                Files.write(temporary, file.getValue());
            }
            for (Map.Entry<Path, Path> file : staged.entrySet()) {
                move(file.getValue(), file.getKey());
            }
        } finally {
            for (Path temporary : staged.values()) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    private static Path beside(Path target) {
        return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.isDirectory(to)) {
            throw new IOException(to.getFileName() + " is a folder");
        }
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException e) {
        String name = e.getClass().getSimpleName();
        String kind = name.equals("IOException") ? "" : name.replace("Exception", "") + ": ";
        return kind + e.getMessage();
    }
}
