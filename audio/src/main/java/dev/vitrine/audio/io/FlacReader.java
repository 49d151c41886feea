package dev.vitrine.audio.io;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.kc7bfi.jflac.ChannelData;
import org.kc7bfi.jflac.FLACDecoder;
import org.kc7bfi.jflac.FrameListener;
import org.kc7bfi.jflac.frame.Frame;
import org.kc7bfi.jflac.metadata.Metadata;

/** Reads FLAC with jflac: 4 to 24 bits. Every frame's checksum is looked at, and at the end the MD5 of the whole. */
final class FlacReader implements SoundReader {
    private final Path file;
    private final CountedInput in;
    private final FlacInfo info;
    private final FLACDecoder decoder;
    private final FlacDigest digest;
    private long done;

    private FlacReader(Path file, CountedInput in) throws IOException {
        this.file = file;
        this.in = in;
        this.info = FlacInfo.read(file, in);
        this.digest = new FlacDigest(info);
        byte[] header = info.bareHeader();
        PushbackInputStream stream = new PushbackInputStream(in, header.length);
        stream.unread(header);
        this.decoder = new FLACDecoder(stream);
        decoder.addFrameListener(new Strict());
        decoder.readMetadata();
    }

    /** The decoder would put silence in the place of a damaged frame, and search on for ever behind the last one. */
    private static final class Strict implements FrameListener {
        @Override
        public void processMetadata(Metadata metadata) {}

        @Override
        public void processFrame(Frame frame) {}

        @Override
        public void processError(String message) {
            throw new Damage();
        }
    }

    private static final class Damage extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    static FlacReader open(Path file, CountedInput in) throws IOException {
        return new FlacReader(file, in);
    }

    @Override
    public int sampleRate() {
        return info.sampleRate();
    }

    @Override
    public int channels() {
        return info.channels();
    }

    /** A few bytes of FLAC can stand for hours of silence, so what the header promises is not relied upon. */
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
        if (info.total() > 0 && done >= info.total()) {
            return end();
        }
        Frame frame = frame();
        if (frame == null && (info.total() > 0 || done == 0)) {
            throw new AudioFileException(
                    file,
                    in.at(),
                    "the file is cut off: it should have " + info.total() + " samples, " + done
                            + " are there; record or copy it again");
        }
        if (frame == null) {
            return end();
        }
        return samples(frame);
    }

    private @Nullable Frame frame() throws IOException {
        try {
            return decoder.readNextFrame();
        } catch (Damage e) {
            throw new AudioFileException(file, in.at(), "a FLAC frame just before is damaged; record or copy it again");
        }
    }

    private float[] samples(Frame frame) throws AudioFileException {
        if (frame.header.channels != info.channels() || frame.header.bitsPerSample != info.bits()) {
            throw new AudioFileException(
                    file,
                    in.at(),
                    "a FLAC frame just before has " + frame.header.channels + " channels of "
                            + frame.header.bitsPerSample + " bits; expected " + info.channels() + " of " + info.bits()
                            + "; record or copy it again");
        }
        long left = info.total() > 0 ? info.total() - done : Long.MAX_VALUE;
        int count = (int) Math.min(frame.header.blockSize, left);
        done += count;
        int[] whole = interleaved(count);
        digest.add(whole);
        float[] samples = new float[whole.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) Math.scalb((double) whole[i], 1 - info.bits());
        }
        return samples;
    }

    private int[] interleaved(int count) {
        ChannelData[] data = decoder.getChannelData();
        int channels = info.channels();
        int[] all = new int[count * channels];
        for (int c = 0; c < channels; c++) {
            int[] one = data[c].getOutput();
            for (int i = 0; i < count; i++) {
                all[i * channels + c] = one[i];
            }
        }
        return all;
    }

    private float @Nullable [] end() throws AudioFileException {
        if (!digest.agrees()) {
            throw new AudioFileException(
                    file,
                    in.at(),
                    "the samples are not those that were written (their MD5 differs); record or copy it again");
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
