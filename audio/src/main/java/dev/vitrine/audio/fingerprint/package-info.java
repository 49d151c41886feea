/**
 * What a sound can be known by again, even if it was cut elsewhere, made quieter, resampled or coded: 125 words of 32 bits a
 * second.
 *
 * <p>Begin with {@link dev.vitrine.audio.fingerprint.SoundPrint}, which makes the words of one sound;
 * {@link dev.vitrine.audio.fingerprint.PrintSearch} finds the pairs of sounds that have a stretch in common.
 *
 * <p>Depends on the rooms {@code dsp} and {@code io}.
 *
 * <p>Source: Haitsma and Kalker, "A highly robust audio fingerprinting system", ISMIR 2002.
 */
@NullMarked
package dev.vitrine.audio.fingerprint;

import org.jspecify.annotations.NullMarked;
