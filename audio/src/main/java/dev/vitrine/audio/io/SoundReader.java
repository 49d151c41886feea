package dev.vitrine.audio.io;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one kind of file, block by block. */
sealed interface SoundReader extends Closeable permits FlacReader, MpegReader, VorbisReader, WavReader {
    /** What {@link #frames} says where the file does not tell. */
    long UNKNOWN = -1;

    /** In Hz. */
    int sampleRate();

    int channels();

    /** How many samples each channel has, if the file surely holds them; else {@link #UNKNOWN}. */
    long frames();

    /** The byte of the file that is read next, or a little before. */
    long at();

    /** The next samples [L, channels], full scale -1 to 1; null at the end. */
    float @Nullable [] next() throws IOException;
}
