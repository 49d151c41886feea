package dev.vitrine.audio.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What has come of a file so far, in {@code NAME.part}; what it is the beginning of stands in {@code NAME.part.from}.
 *
 * <p>It outlives the program, so that the next run goes on where this one ended. It is locked, so that two runs do not
 * write into each other's file.
 */
final class PartFile implements Closeable {
    private final Path target;
    private final Path part;
    private final Path note;
    private final FileChannel channel;
    private Origin origin;

    private PartFile(Path target, Path part, FileChannel channel) throws IOException {
        this.target = target;
        this.part = part;
        this.note = part.resolveSibling(part.getFileName() + ".from");
        this.channel = channel;
        this.origin = Origin.read(note);
    }

    /**
     * Where the bytes are from.
     *
     * @param address of the file
     * @param version what the server calls this state of the file (ETag, or else the date of its last change), or empty
     * @param bytes of the whole file, or -1
     */
    record Origin(String address, String version, long bytes) {
        private static final Origin UNKNOWN = new Origin("", "", -1);

        private static Origin read(Path note) throws IOException {
            if (!Files.exists(note)) {
                return UNKNOWN;
            }
            try {
                List<String> lines = Files.readAllLines(note);
                return lines.size() == 3
                        ? new Origin(lines.get(0), lines.get(1), Long.parseLong(lines.get(2)))
                        : UNKNOWN;
            } catch (MalformedInputException | NumberFormatException e) {
                return UNKNOWN;
            }
        }

        private String text() {
            return address + "\n" + version + "\n" + bytes + "\n";
        }
    }

    static PartFile of(Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new OverlappingFileLockException();
            }
            PartFile result = new PartFile(target, part, channel);
            channel.position(channel.size());
            return result;
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new FetchException(target + ": another program is fetching it; wait until it has ended", e);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    Origin origin() {
        return origin;
    }

    /** How many bytes have come. */
    long size() throws IOException {
        return channel.size();
    }

    /** Whether these are the first bytes of what lies at that address, in a state that the server can tell. */
    boolean canGoOnFrom(URI address) throws IOException {
        return size() > 0
                && origin.address().equals(address.toString())
                && !origin.version().isEmpty();
    }

    boolean isWhole() throws IOException {
        return size() > 0 && size() == origin.bytes();
    }

    /** Forgets what has come; an empty part is deleted when it is closed. */
    void forget() throws IOException {
        startOver(Origin.UNKNOWN);
    }

    /** Forgets what has come, since it comes again. */
    void startOver(Origin from) throws IOException {
        channel.truncate(0);
        WholeFile.write(note, from.text());
        origin = from;
    }

    void write(byte[] block, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(block, 0, length);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    Path path() {
        return part;
    }

    /** Gives the file its name; the part is no more. */
    void finish() throws IOException {
        channel.force(true);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(note);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (Files.exists(part) && Files.size(part) == 0) {
            Files.delete(part);
            Files.deleteIfExists(note);
        }
    }
}
