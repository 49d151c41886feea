/**
 * Sets of recordings, how they are split, and how seconds are drawn from them.
 *
 * <p>An {@link dev.vitrine.audio.dataset.ItemSet} is any set: items with classes, a group and perhaps a fold, whose
 * {@link dev.vitrine.audio.dataset.Content} may still be on the disk. A {@link dev.vitrine.audio.dataset.ClipSet} is one of
 * sounds in memory.
 *
 * <p>Begin with {@link dev.vitrine.audio.dataset.CatsDogs}, which reads a folder into a
 * {@link dev.vitrine.audio.dataset.ClipSet}. {@link dev.vitrine.audio.dataset.Folds} splits it by recording, so that the
 * same sound never stands on both sides. {@link dev.vitrine.audio.dataset.SegmentSampler} draws training batches and
 * {@link dev.vitrine.audio.dataset.Seconds} cuts a clip for judging.
 *
 * <p>Depends on the rooms {@code io} and {@code dsp}.
 */
@NullMarked
package dev.vitrine.audio.dataset;

import org.jspecify.annotations.NullMarked;
