package dev.vitrine.audio.io;

import com.jcraft.jogg.Packet;
import com.jcraft.jogg.Page;
import com.jcraft.jogg.StreamState;
import com.jcraft.jogg.SyncState;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The packets of the one stream of an OGG file. A page that is missing or whose checksum is wrong is refused, and so is a
 * second stream behind the first.
 */
final class OggPackets {
    private static final int PIECE = 8192;

    /** Where a page says whether it begins or ends a stream. */
    private static final int FLAGS = 5;

    private static final int BEGINS = 2;

    private final Path file;
    private final CountedInput in;
    private final SyncState sync = new SyncState();
    private final StreamState stream = new StreamState();
    private final Page page = new Page();
    private final Packet packet = new Packet();
    private boolean begun;
    private boolean ended;
    private int serial;
    private long length = Long.MAX_VALUE;

    OggPackets(Path file, CountedInput in) {
        this.file = file;
        this.in = in;
        sync.init();
    }

    /** The next packet, which the one after overwrites; null at the end. */
    @Nullable
    Packet next() throws IOException {
        while (true) {
            int found = begun ? stream.packetout(packet) : 0;
            if (found > 0) {
                return packet;
            }
            if (found < 0) {
                throw problem("a page of the OGG file is missing before here");
            }
            if (ended) {
                requireNoSecond();
                return null;
            }
            readPage();
        }
    }

    private void readPage() throws IOException {
        int found = search();
        if (found == 0) {
            throw problem("the file is cut off: the last page of its sound is missing");
        }
        if (found < 0) {
            throw problem("a page of the OGG file is damaged before here");
        }
        take();
    }

    /** Above 0 if there is a next page, below 0 if bytes had to be skipped, 0 at the end of the file. */
    private int search() throws IOException {
        int found = sync.pageout(page);
        while (found == 0) {
            int at = sync.buffer(PIECE);
            int read = in.read(sync.data, at, PIECE);
            if (read < 0) {
                return 0;
            }
            sync.wrote(read);
            found = sync.pageout(page);
        }
        return found;
    }

    /** What stands behind the sound does not matter, unless it is more sound. */
    private void requireNoSecond() throws IOException {
        for (int found = search(); found != 0; found = search()) {
            if (found > 0 && (page.header_base[page.header + FLAGS] & BEGINS) != 0) {
                throw new AudioFileException(
                        file,
                        in.at(),
                        "a second OGG stream begins before here; expected one; write them as one with: ffmpeg -i IN OUT.wav");
            }
        }
    }

    private void take() {
        if (!begun) {
            serial = page.serialno();
            stream.init(serial);
            begun = true;
        }
        // Pages of other streams, such as pictures, may stand between.
        if (page.serialno() == serial) {
            stream.pagein(page);
            ended = page.eos() != 0;
            if (ended && page.granulepos() >= 0) {
                length = page.granulepos();
            }
        }
    }

    /** How many samples each channel has, once the last page has been read; a very large number before. */
    long length() {
        return length;
    }

    private AudioFileException problem(String what) {
        return new AudioFileException(file, in.at(), what + "; record or copy it again");
    }
}
