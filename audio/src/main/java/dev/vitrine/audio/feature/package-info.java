/**
 * Features of sound, with librosa's names and conventions.
 *
 * <p>Begin with {@link dev.vitrine.audio.feature.LogMel}: short-time power spectra, summed in mel bands, in decibels.
 * {@link dev.vitrine.audio.feature.ClipStatistics} reduces a clip to a row of numbers for a linear model.
 */
@NullMarked
package dev.vitrine.audio.feature;

import org.jspecify.annotations.NullMarked;
