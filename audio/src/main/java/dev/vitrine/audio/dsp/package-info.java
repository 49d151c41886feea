/**
 * Signal processing: {@link dev.vitrine.audio.dsp.Resampler} changes the sample rate,
 * {@link dev.vitrine.audio.dsp.TimeStretch} the length, {@link dev.vitrine.audio.dsp.Silence} trims the ends;
 * {@link dev.vitrine.audio.dsp.Fft} gives spectra and is the only class that knows JTransforms.
 */
@NullMarked
package dev.vitrine.audio.dsp;

import org.jspecify.annotations.NullMarked;
