package dev.vitrine.audio.audioset;

import dev.vitrine.audio.dataset.Embedding;
import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.tfrecord.Example;
import dev.vitrine.audio.tfrecord.ExampleException;
import dev.vitrine.audio.tfrecord.SequenceExample;
import dev.vitrine.audio.tfrecord.Values;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One record of AudioSet: a part of a video, as another network heard it.
 *
 * @param videoId of YouTube
 * @param start in seconds
 * @param end in seconds
 * @param labels indices of its classes
 * @param embedding one frame for each second; a part at a video's end has fewer than ten
 */
public record EmbeddedClip(String videoId, float start, float end, List<Integer> labels, Embedding embedding) {
    private static final String VIDEO = "video_id";
    private static final String START = "start_time_seconds";
    private static final String END = "end_time_seconds";
    private static final String LABELS = "labels";
    private static final String FRAMES = "audio_embedding";

    /** Copies the labels. */
    public EmbeddedClip {
        labels = List.copyOf(labels);
    }

    /**
     * Reads a record's bytes.
     *
     * @throws ExampleException if a feature is missing, or a frame has not 128 bytes
     */
    public static EmbeddedClip parse(byte[] record) throws ExampleException {
        SequenceExample message = SequenceExample.parse(record);
        Example context = message.context();
        return new EmbeddedClip(
                context.text(VIDEO),
                seconds(context, START),
                seconds(context, END),
                labels(context.numbers(LABELS)),
                embedding(message.byteSteps(FRAMES)));
    }

    private static float seconds(Example context, String name) throws ExampleException {
        float[] values = context.floats(name);
        if (values.length != 1) {
            throw new ExampleException("feature " + name + " holds " + values.length + " numbers; expected one");
        }
        return values[0];
    }

    private static List<Integer> labels(long[] numbers) throws ExampleException {
        List<Integer> labels = new ArrayList<>();
        for (long number : numbers) {
            if (number < 0 || number > Integer.MAX_VALUE) {
                throw new ExampleException("label " + number + "; expected the index of a class");
            }
            labels.add((int) number);
        }
        return labels;
    }

    private static Embedding embedding(List<byte[]> frames) throws ExampleException {
        if (frames.isEmpty()) {
            throw new ExampleException("the clip has no frame; expected at least one");
        }
        byte[] codes = new byte[frames.size() * Embedding.VGGISH_WIDTH];
        for (int i = 0; i < frames.size(); i++) {
            byte[] frame = frames.get(i);
            if (frame.length != Embedding.VGGISH_WIDTH) {
                throw new ExampleException(
                        "frame " + i + " has " + frame.length + " bytes; expected " + Embedding.VGGISH_WIDTH);
            }
            System.arraycopy(frame, 0, codes, i * frame.length, frame.length);
        }
        return new Embedding(codes, Embedding.VGGISH_WIDTH);
    }

    /** The record's bytes. */
    public byte[] bytes() {
        Example context = new Example(Map.of(
                VIDEO, new Values.Bytes(List.of(videoId.getBytes(StandardCharsets.UTF_8))),
                START, new Values.Floats(new float[] {start}),
                END, new Values.Floats(new float[] {end}),
                LABELS,
                        new Values.Longs(
                                labels.stream().mapToLong(Integer::longValue).toArray())));
        List<Values> frames = new ArrayList<>();
        int width = embedding.width();
        for (int i = 0; i < embedding.frames(); i++) {
            frames.add(new Values.Bytes(List.of(Arrays.copyOfRange(embedding.codes(), i * width, (i + 1) * width))));
        }
        return new SequenceExample(context, Map.of(FRAMES, frames)).bytes();
    }

    /** Its name: the video and where the part begins, in seconds. */
    public String name() {
        return String.format(Locale.ROOT, "%s@%.0f", videoId, start);
    }

    Item item() {
        return new Item(name(), labels, videoId, Item.NO_FOLD, embedding);
    }
}
