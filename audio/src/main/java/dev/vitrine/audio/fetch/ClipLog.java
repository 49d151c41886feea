package dev.vitrine.audio.fetch;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.vitrine.audio.dataset.TableFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What has become of each clip: {@code clips.csv}. A line is added in one write when a clip's fate is known; a line that a
 * killed run left torn is cut off by the next.
 */
final class ClipLog {
    static final String NAME = "clips.csv";
    private static final List<String> COLUMNS =
            List.of("clip", "video", "start", "end", "labels", "fate", "path", "reason");

    private final Path file;
    private final Map<String, Fate> fates;

    private ClipLog(Path file, Map<String, Fate> fates) {
        this.file = file;
        this.fates = fates;
    }

    /** What can become of a clip. */
    enum Fate {
        /** It is here. */
        CAME,
        /** The video is no more, or not for everybody. */
        GONE,
        /** Something else went wrong; another run tries again. */
        FAILED
    }

    static ClipLog open(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        Map<String, Fate> fates = new LinkedHashMap<>();
        if (Files.exists(file)) {
            cutTornLine(file);
        }
        if (!Files.exists(file) || Files.size(file) == 0) {
            WholeFile.write(file, line(COLUMNS));
        }
        TableFile.each(file, COLUMNS, row -> {
            String fate = row.text("fate").toUpperCase(Locale.ROOT);
            if (!List.of("CAME", "GONE", "FAILED").contains(fate)) {
                throw row.problem("fate " + fate + "; expected came, gone or failed");
            }
            fates.put(row.text("clip"), Fate.valueOf(fate));
        });
        return new ClipLog(file, fates);
    }

    private static void cutTornLine(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(end);
        }
    }

    /** Whether another try would bring nothing new. */
    boolean isSettled(WantedClip clip) {
        return came(clip) || fates.get(clip.name()) == Fate.GONE;
    }

    boolean came(WantedClip clip) {
        return fates.get(clip.name()) == Fate.CAME && Files.exists(file.resolveSibling(clip.path()));
    }

    void add(WantedClip clip, Fate fate, String reason) throws IOException {
        fates.put(clip.name(), fate);
        List<String> cells = new ArrayList<>(List.of(
                clip.name(),
                clip.segment().videoId(),
                Double.toString(clip.segment().start()),
                Double.toString(clip.segment().end()),
                String.join(",", clip.segment().mids()),
                fate.name().toLowerCase(Locale.ROOT),
                fate == Fate.CAME ? clip.path() : "",
                reason));
        ByteBuffer bytes = ByteBuffer.wrap(line(cells).getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            channel.write(bytes);
            channel.force(true);
        }
    }

    static String line(List<String> cells) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(cells.stream()
                    .map(cell -> cell.replaceAll("\\p{Cntrl}", " "))
                    .toList());
        }
        return text.toString();
    }
}
