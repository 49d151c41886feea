/**
 * Sound files in and out.
 *
 * <p>Begin with {@link dev.vitrine.audio.io.WavReader}, which gives a {@link dev.vitrine.audio.io.Waveform}. What cannot
 * be read is refused with one line that names the file and the byte.
 *
 * <p>Depends on nothing but the JDK.
 */
@NullMarked
package dev.vitrine.audio.io;

import org.jspecify.annotations.NullMarked;
