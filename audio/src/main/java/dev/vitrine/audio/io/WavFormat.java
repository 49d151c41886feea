package dev.vitrine.audio.io;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * What the {@code fmt } chunk says.
 *
 * @param encoding how a sample is written
 * @param channels 1 to 8
 * @param sampleRate in Hz
 */
record WavFormat(Encoding encoding, int channels, int sampleRate) {
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int MOST_CHANNELS = 8;

    /** How one sample is written, little-endian. */
    enum Encoding {
        PCM8(1),
        PCM16(2),
        PCM24(3),
        PCM32(4),
        FLOAT32(4),
        FLOAT64(8),
        A_LAW(1),
        MU_LAW(1);

        private final int bytes;

        Encoding(int bytes) {
            this.bytes = bytes;
        }

        int bytes() {
            return bytes;
        }

        /** The sample at the buffer's position, full scale -1 to 1. */
        double read(ByteBuffer in) {
            return switch (this) {
                case PCM8 -> ((in.get() & 0xff) - 128) / 128.0;
                case PCM16 -> in.getShort() / 32768.0;
                case PCM24 -> ((in.get() & 0xff) | (in.get() & 0xff) << 8 | in.get() << 16) / 8388608.0;
                case PCM32 -> in.getInt() / 2147483648.0;
                case FLOAT32 -> in.getFloat();
                case FLOAT64 -> in.getDouble();
                case A_LAW -> Companding.aLaw(in.get()) / 32768.0;
                case MU_LAW -> Companding.muLaw(in.get()) / 32768.0;
            };
        }
    }

    /** Bytes of one sample of all channels. */
    int frameBytes() {
        return encoding.bytes() * channels;
    }

    /**
     * Reads the content of a chunk of at least 16 bytes.
     *
     * @param at the byte of the file at which it begins, for messages
     */
    static WavFormat read(Path file, long at, ByteBuffer fmt) throws AudioFileException {
        int tag = fmt.getShort(0) & 0xffff;
        int channels = fmt.getShort(2) & 0xffff;
        int rate = fmt.getInt(4);
        int blockAlign = fmt.getShort(12) & 0xffff;
        int bits = fmt.getShort(14) & 0xffff;
        if (tag == EXTENSIBLE && fmt.limit() >= 26) {
            tag = fmt.getShort(24) & 0xffff;
        }
        if (channels < 1 || channels > MOST_CHANNELS) {
            throw new AudioFileException(
                    file,
                    at + 2,
                    "the file says it has " + channels + " channels; expected 1 to 8; mix it down with: sox IN.wav -c 1"
                            + " OUT.wav");
        }
        SampleRates.require(file, at + 4, rate);
        WavFormat format = new WavFormat(encoding(file, at, tag, bits), channels, rate);
        if (blockAlign != format.frameBytes()) {
            throw new AudioFileException(
                    file,
                    at + 12,
                    "the file says " + blockAlign + " bytes hold one sample of all channels; expected "
                            + format.frameBytes() + " for " + channels + " x " + bits
                            + " bits; convert it with: sox IN.wav -b 16 OUT.wav");
        }
        return format;
    }

    private static Encoding encoding(Path file, long at, int tag, int bits) throws AudioFileException {
        if (tag == PCM && bits == 8) {
            return Encoding.PCM8;
        } else if (tag == PCM && bits == 16) {
            return Encoding.PCM16;
        } else if (tag == PCM && bits == 24) {
            return Encoding.PCM24;
        } else if (tag == PCM && bits == 32) {
            return Encoding.PCM32;
        } else if (tag == FLOAT && bits == 32) {
            return Encoding.FLOAT32;
        } else if (tag == FLOAT && bits == 64) {
            return Encoding.FLOAT64;
        } else if (tag == A_LAW && bits == 8) {
            return Encoding.A_LAW;
        } else if (tag == MU_LAW && bits == 8) {
            return Encoding.MU_LAW;
        }
        throw new AudioFileException(
                file,
                at,
                "encoding " + tag + " with " + bits + " bits is not known; expected PCM of 8, 16, 24 or 32 bits,"
                        + " float of 32 or 64, A-law or \u00b5-law; convert it with: sox IN.wav -b 16 OUT.wav");
    }
}
