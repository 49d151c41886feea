/**
 * AudioSet: ten-second clips of videos, heard by another network, in TFRecord shards; their classes, the tables that list
 * them, the tree of classes and how far people agreed with the labels.
 *
 * <p>Begin with {@link dev.vitrine.audio.audioset.AudioSet}, which reads a folder into a
 * {@link dev.vitrine.audio.dataset.ItemSet}. {@link dev.vitrine.audio.audioset.ClassLabels},
 * {@link dev.vitrine.audio.audioset.Segments}, {@link dev.vitrine.audio.audioset.Ontology} and
 * {@link dev.vitrine.audio.audioset.Ratings} are the files beside the shards.
 *
 * <p>Depends on the rooms {@code dataset} and {@code tfrecord}.
 *
 * <p>Source: Gemmeke et al., "Audio Set: an ontology and human-labeled dataset for audio events", ICASSP 2017.
 */
@NullMarked
package dev.vitrine.audio.audioset;

import org.jspecify.annotations.NullMarked;
