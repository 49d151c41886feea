/**
 * Ways to vary a sound for training, so that a network does not learn what does not matter: where in the clip the sound
 * is, how loud, what else is to be heard.
 *
 * <p>Begin with {@link dev.vitrine.audio.augment.Augmentation}; {@link dev.vitrine.audio.augment.Chain} does several in a
 * row, {@link dev.vitrine.audio.augment.Mixup} mixes two clips and their labels, and
 * {@link dev.vitrine.audio.augment.SpectrogramMask} covers parts of a spectrogram [bins, frames]. Everything drawn depends on the seed
 * alone. {@code vitrine augment FILE --out DIR} makes each of them audible.
 *
 * <p>May depend on {@code io} and {@code dsp}.
 */
@NullMarked
package dev.vitrine.audio.augment;

import org.jspecify.annotations.NullMarked;
