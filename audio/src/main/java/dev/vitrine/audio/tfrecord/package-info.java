/**
 * TensorFlow's record files: the frame around each record with its two checksums, and the messages {@code tf.Example}
 * and {@code tf.SequenceExample} in it.
 *
 * <p>Begin with {@link dev.vitrine.audio.tfrecord.RecordFile}, which hands the records of a file on one by one, so that
 * its size does not matter. {@link dev.vitrine.audio.tfrecord.RecordReader} and
 * {@link dev.vitrine.audio.tfrecord.RecordWriter} are the frame; {@link dev.vitrine.audio.tfrecord.Example} and
 * {@link dev.vitrine.audio.tfrecord.SequenceExample} are what it holds. A damaged record is named by file and byte.
 * {@link dev.vitrine.audio.tfrecord.RecordSplit} and {@link dev.vitrine.audio.tfrecord.RecordShuffle} rearrange whole
 * files.
 *
 * <p>Depends on nothing else of the house. Protobuf's wire format is known in this room only.
 */
@NullMarked
package dev.vitrine.audio.tfrecord;

import org.jspecify.annotations.NullMarked;
