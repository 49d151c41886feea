/**
 * Sounds that the program makes itself, so that everything can be tried with no recordings at hand.
 *
 * <p>Begin with {@link dev.vitrine.audio.synth.SynthSet}, which lists them. For
 * {@link dev.vitrine.audio.synth.CatsDogsSynth} a {@code Voice} is a source with harmonics and breath, shaped by moving
 * formants, and a {@code Scene} puts voices into a room with noise. A {@code Note} is a sum of partials; what they are, a
 * {@code Family} of instruments says. A {@code Source} is a thing that sounds, a clock or the sea; a
 * {@code Band} plays notes, and a {@code Speaker} talks with a voice. Everything follows from a seed, to the same bits on every Java.
 *
 * <p>Depends on nothing but the JDK.
 */
@NullMarked
package dev.vitrine.audio.synth;

import org.jspecify.annotations.NullMarked;
