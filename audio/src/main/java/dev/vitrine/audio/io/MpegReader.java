package dev.vitrine.audio.io;

import java.io.IOException;
import java.nio.file.Path;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import org.jspecify.annotations.Nullable;

/**
 * Reads MP3 (and MPEG layers I and II) with JLayer, without rounding to 16 bits. Where the encoder noted how much silence
 * it put before and after the sound, it is taken away; where it did not, the sound begins about 25 ms late.
 */
final class MpegReader implements SoundReader {
    private final Path file;
    private final CountedInput in;
    private final GaplessTag tag;
    private final Bitstream stream;
    private final Decoder decoder = new Decoder();
    private final MpegBlock block = new MpegBlock();
    private final int channels;
    private final int sampleRate;
    private @Nullable Header header;
    private long frames;
    private long decoded;

    private MpegReader(Path file, CountedInput in) throws IOException {
        this.file = file;
        this.in = in;
        Id3.skip(file, in);
        this.tag = GaplessTag.of(in.peek(GaplessTag.REACH));
        requireBitRate();
        this.stream = new Bitstream(in);
        decoder.setOutputBuffer(block);
        this.header = header();
        if (header == null) {
            throw new AudioFileException(file, in.at(), "the file holds no MP3 frame; record or copy it again");
        }
        this.channels = channels(header);
        this.sampleRate = header.frequency();
        if (tag.isFrame()) {
            stream.closeFrame();
            header = header();
        }
    }

    /** The decoder looks for the next frame by the bit rate, and finds none where frames do not say it. */
    private void requireBitRate() throws IOException {
        byte[] head = in.peek(3);
        if (head.length == 3 && head[0] == (byte) 0xFF && (head[1] & 0xE0) == 0xE0 && (head[2] & 0xF0) == 0) {
            throw new AudioFileException(
                    file,
                    in.at(),
                    "the MP3 is of free format: its frames do not say their bit rate; expected one of the usual rates;"
                            + " convert it with: lame --decode IN.mp3 OUT.wav");
        }
    }

    static MpegReader open(Path file, CountedInput in) throws IOException {
        return new MpegReader(file, in);
    }

    private static int channels(Header header) {
        return header.mode() == Header.SINGLE_CHANNEL ? 1 : 2;
    }

    @Override
    public int sampleRate() {
        return sampleRate;
    }

    @Override
    public int channels() {
        return channels;
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
        while (header != null) {
            float[] samples = tag.trimmed(decode(header), decoded, channels);
            decoded += block.length();
            header = header();
            if (samples.length > 0) {
                return samples;
            }
        }
        if (frames < tag.frames() || frames == 0) {
            throw new AudioFileException(
                    file,
                    in.at(),
                    "the file is cut off: it should have " + tag.frames() + " MP3 frames, " + frames
                            + " are there; record or copy it again");
        }
        return null;
    }

    private float[] decode(Header current) throws IOException {
        if (channels(current) != channels || current.frequency() != sampleRate) {
            throw problem("the sound changes to " + channels(current) + " channels at " + current.frequency()
                    + " Hz; expected " + channels + " at " + sampleRate);
        }
        try {
            block.begin(channels);
            decoder.decodeFrame(current, stream);
            stream.closeFrame();
        } catch (JavaLayerException e) {
            throw problem("an MP3 frame just before is damaged (" + e.getMessage() + ")");
        }
        frames++;
        return block.interleaved();
    }

    private @Nullable Header header() throws IOException {
        try {
            return stream.readFrame();
        } catch (JavaLayerException e) {
            throw problem("an MP3 frame just before is damaged (" + e.getMessage() + ")");
        }
    }

    private AudioFileException problem(String what) {
        return new AudioFileException(file, in.at(), what + "; record or copy it again");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
