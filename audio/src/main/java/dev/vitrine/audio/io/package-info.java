/**
 * Sound files in and out.
 *
 * <p>Begin with {@link dev.vitrine.audio.io.SoundFile}, which reads WAV, FLAC, OGG Vorbis and MP3 into a
 * {@link dev.vitrine.audio.io.Waveform}, or piece by piece as a {@link dev.vitrine.audio.io.SoundStream}. What cannot be
 * read is refused with one line that names the file and the byte. {@link dev.vitrine.audio.io.WavWriter} writes.
 *
 * <p>Behind it {@code SoundReader} is one kind of file, block by block, and {@code MonoStream} mixes the blocks. WAV is
 * read here; jflac, JOrbis and JLayer decode the others and are known in this room only.
 *
 * <p>Depends on nothing else of the house.
 */
@NullMarked
package dev.vitrine.audio.io;

import org.jspecify.annotations.NullMarked;
