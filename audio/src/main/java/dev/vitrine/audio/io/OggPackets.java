package dev.vitrine.audio.io;

import com.jcraft.jogg.Packet;
import com.jcraft.jogg.Page;
import com.jcraft.jogg.StreamState;
import com.jcraft.jogg.SyncState;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The packets of the first stream of an OGG file. A page that is missing or whose checksum is wrong is refused. */
final class OggPackets {
    private static final int PIECE = 8192;

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
                return null;
            }
            readPage();
        }
    }

    private void readPage() throws IOException {
        int found = sync.pageout(page);
        while (found == 0) {
            int at = sync.buffer(PIECE);
            int read = in.read(sync.data, at, PIECE);
            if (read < 0) {
                throw problem("the file is cut off: the last page of its sound is missing");
            }
            sync.wrote(read);
            found = sync.pageout(page);
        }
        if (found < 0) {
            throw problem("a page of the OGG file is damaged before here");
        }
        take();
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
