package dev.vitrine.audio.io;

import com.jcraft.jogg.Packet;
import com.jcraft.jorbis.Block;
import com.jcraft.jorbis.Comment;
import com.jcraft.jorbis.DspState;
import com.jcraft.jorbis.Info;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads OGG Vorbis with JOrbis, without rounding to 16 bits. */
final class VorbisReader implements SoundReader {
    private static final int HEADERS = 3;
    private static final int MOST_CHANNELS = 8;

    private final Path file;
    private final CountedInput in;
    private final OggPackets packets;
    private final Info info = new Info();
    private final DspState state = new DspState();
    private final Block block = new Block(state);
    private long done;

    private VorbisReader(Path file, CountedInput in) throws IOException {
        this.file = file;
        this.in = in;
        this.packets = new OggPackets(file, in);
        info.init();
        readHeaders();
        SampleRates.require(file, 0, info.rate);
        if (info.channels < 1 || info.channels > MOST_CHANNELS) {
            throw problem("the file says it has " + info.channels + " channels; expected 1 to 8");
        }
        state.synthesis_init(info);
        block.init(state);
    }

    static VorbisReader open(Path file, CountedInput in) throws IOException {
        return new VorbisReader(file, in);
    }

    private void readHeaders() throws IOException {
        Comment comment = new Comment();
        comment.init();
        for (int i = 0; i < HEADERS; i++) {
            Packet packet = packets.next();
            if (packet == null) {
                throw problem("the file ends within its header");
            }
            if (i == 0) {
                requireVorbis(packet);
            }
            if (info.synthesis_headerin(comment, packet) < 0) {
                throw problem("header " + (i + 1) + " of 3 is damaged");
            }
        }
    }

    private void requireVorbis(Packet packet) throws AudioFileException {
        int length = Math.min(8, packet.bytes);
        String name = new String(packet.packet_base, packet.packet, length, StandardCharsets.ISO_8859_1);
        if (!name.startsWith("\u0001vorbis")) {
            throw new AudioFileException(
                    file,
                    in.at(),
                    "the OGG file holds \"" + Printable.of(name)
                            + "\"; expected Vorbis; convert it with: ffmpeg -i IN OUT.wav");
        }
    }

    @Override
    public int sampleRate() {
        return info.rate;
    }

    @Override
    public int channels() {
        return info.channels;
    }

    @Override
    public long frames() {
        return UNKNOWN;
    }

    @Override
    public long at() {
        return in.at();
    }

    @Override
    public float @Nullable [] next() throws IOException {
        float[][][] pcm = new float[1][][];
        int[] first = new int[info.channels];
        int count = state.synthesis_pcmout(pcm, first);
        while (count <= 0) {
            Packet packet = packets.next();
            if (packet == null) {
                return null;
            }
            if (block.synthesis(packet) == 0) {
                state.synthesis_blockin(block);
            }
            count = state.synthesis_pcmout(pcm, first);
        }
        // The last packet is longer than the sound that is left.
        int kept = (int) Math.max(0, Math.min(count, packets.length() - done));
        float[] samples = interleaved(pcm[0], first, kept);
        state.synthesis_read(count);
        done += kept;
        return samples;
    }

    private float[] interleaved(float[][] pcm, int[] first, int count) {
        float[] samples = new float[count * info.channels];
        for (int c = 0; c < info.channels; c++) {
            for (int i = 0; i < count; i++) {
                samples[i * info.channels + c] = pcm[c][first[c] + i];
            }
        }
        return samples;
    }

    private AudioFileException problem(String what) {
        return new AudioFileException(file, in.at(), what + "; record or copy it again");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
