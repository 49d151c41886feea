/**
 * Environmental sounds, seen in several ways: as samples, as an image of mel bands or MFCC, as a few means.
 *
 * <p>Begin with {@link dev.vitrine.experiments.esc.EscExperiment}. {@link dev.vitrine.experiments.esc.EscView} says what a
 * network sees of a clip, which network that is, and what is varied in training.
 *
 * <p>Depends on the rooms {@code recipe}, {@code model} and {@code report}; how it is trained stands in the first.
 */
@NullMarked
package dev.vitrine.experiments.esc;

import org.jspecify.annotations.NullMarked;
