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
 * <p>{@link dev.vitrine.audio.dataset.Esc50}, {@link dev.vitrine.audio.dataset.NSynth},
 * {@link dev.vitrine.audio.dataset.ClassFolders} and {@link dev.vitrine.audio.dataset.SoundTable} read other sets;
 * {@link dev.vitrine.audio.dataset.Splits} splits any. {@link dev.vitrine.audio.dataset.EpochSampler} and
 * {@link dev.vitrine.audio.dataset.ClassBalance} say which items make a batch,
 * {@link dev.vitrine.audio.dataset.ShuffleBuffer} shuffles a stream, and {@link dev.vitrine.audio.dataset.BatchPurity}
 * measures what came of it.
 *
 * <p>Depends on the rooms {@code io}, {@code dsp} and {@code tfrecord}.
 */
@NullMarked
package dev.vitrine.audio.dataset;

import org.jspecify.annotations.NullMarked;
