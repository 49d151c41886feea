package dev.vitrine.audio.dataset;

import dev.vitrine.audio.io.SoundFile;
import dev.vitrine.audio.io.SoundStream;
import dev.vitrine.audio.io.Waveform;
import java.io.IOException;
import java.nio.file.Path;

/** What an item consists of. */
public sealed interface Content permits Content.SoundAt, Content.Sound, Embedding {
    /** How long it lasts, in seconds. For a file all of it is decoded, since not every kind says so at its beginning. */
    double seconds() throws IOException;

    /** A sound that is read when it is asked for. */
    record SoundAt(Path file) implements Content {
        private static final int BLOCK = 1 << 14;

        /** Reads it. */
        public Waveform read() throws IOException {
            return SoundFile.read(file);
        }

        @Override
        public double seconds() throws IOException {
            float[] block = new float[BLOCK];
            long samples = 0;
            try (SoundStream sound = SoundFile.open(file)) {
                for (int n = sound.read(block, 0, BLOCK); n >= 0; n = sound.read(block, 0, BLOCK)) {
                    samples += n;
                }
                return (double) samples / sound.sampleRate();
            }
        }
    }

    /** A sound in memory. */
    record Sound(Waveform waveform) implements Content {
        @Override
        public double seconds() {
            return waveform.seconds();
        }
    }
}
