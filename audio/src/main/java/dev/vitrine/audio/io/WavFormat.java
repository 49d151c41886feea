package dev.vitrine.audio.io;

import java.nio.ByteBuffer;

/**
 * What the {@code fmt } chunk says.
 *
 * @param encoding how a sample is written
 * @param channels 1 to 8
 * @param sampleRate in Hz
 */
record WavFormat(Encoding encoding, int channels, int sampleRate) {
    /** How one sample is written, little-endian. */
    enum Encoding {
        PCM8(1),
        PCM16(2),
        PCM24(3),
        PCM32(4),
        FLOAT32(4),
        FLOAT64(8);

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
            };
        }
    }

    int frameBytes() {
        return encoding.bytes() * channels;
    }
}
