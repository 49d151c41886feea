/**
 * Features of sound, with librosa's names, conventions and numbers.
 *
 * <p>Begin with {@link dev.vitrine.audio.feature.Stft}: short-time spectra. {@link
 * dev.vitrine.audio.feature.MelFilterBank} sums them in bands as wide as the ear's,
 * {@link dev.vitrine.audio.feature.MelSpectrogram} is the two together, {@link dev.vitrine.audio.feature.Decibels} makes
 * levels of powers, {@link dev.vitrine.audio.feature.Mfcc} a few numbers of levels, {@link dev.vitrine.audio.feature.Delta}
 * says how those change, and {@link dev.vitrine.audio.feature.LogMel} is a mel spectrogram with the usual settings.
 * A {@link dev.vitrine.audio.feature.FrameFeature} is one number a frame (centroid, roll-off, zero crossings ...);
 * {@link dev.vitrine.audio.feature.ChromaStft} and {@link dev.vitrine.audio.feature.SpectralContrast} are several.
 * {@link dev.vitrine.audio.feature.ClipStatistics} reduces a clip to a row of numbers for a linear model.
 *
 * <p>Arrays are [row][frame]: F frequencies or M bands by T frames. Depends on the rooms {@code io} and {@code dsp}.
 */
@NullMarked
package dev.vitrine.audio.feature;

import org.jspecify.annotations.NullMarked;
