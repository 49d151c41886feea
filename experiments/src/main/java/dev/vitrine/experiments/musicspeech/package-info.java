/**
 * Music against speech: 25, 26 or 52 numbers of a clip and a small network of dense layers.
 *
 * <p>Begin with {@link dev.vitrine.experiments.musicspeech.MusicSpeechExperiment}. {@link
 * dev.vitrine.experiments.musicspeech.MusicSpeechFeatures} computes the numbers, {@link
 * dev.vitrine.experiments.musicspeech.Target} says what is asked.
 *
 * <p>Depends on the rooms {@code recipe}, {@code model} and {@code report}; how it is trained stands in the first.
 */
@NullMarked
package dev.vitrine.experiments.musicspeech;

import org.jspecify.annotations.NullMarked;
