package dev.vitrine.experiments.datacheck;

import dev.vitrine.audio.dataset.Content;
import dev.vitrine.audio.dataset.Embedding;
import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.fingerprint.SoundPrint;
import dev.vitrine.audio.io.Waveform;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What one look at an item leaves behind; its samples are not kept.
 *
 * @param item that was looked at
 * @param seconds how long it lasts
 * @param samples of the sound, or frames of the embedding
 * @param sampleRate in Hz, or 1 for an embedding
 * @param digest SHA-256 of the decoded content
 * @param levels of a sound; none for an embedding
 * @param print of a sound; none for an embedding
 * @param problem why it cannot be read; none if it can
 */
record ItemFacts(
        Item item,
        double seconds,
        long samples,
        int sampleRate,
        String digest,
        @Nullable Levels levels,
        @Nullable SoundPrint print,
        @Nullable String problem) {

    static ItemFacts of(Item item) {
        try {
            Content content = item.content();
            if (content instanceof Embedding embedding) {
                String digest = digest(embedding.codes());
                return new ItemFacts(item, embedding.seconds(), embedding.frames(), 1, digest, null, null, null);
            }
            return of(item, sound(content));
        } catch (IOException e) {
            return new ItemFacts(item, 0, 0, 0, "", null, null, String.valueOf(e.getMessage()));
        }
    }

    private static ItemFacts of(Item item, Waveform sound) {
        float[] x = sound.samples();
        ByteBuffer bytes = ByteBuffer.allocate(x.length * Float.BYTES);
        bytes.asFloatBuffer().put(x);
        return new ItemFacts(
                item,
                sound.seconds(),
                x.length,
                sound.sampleRate(),
                digest(bytes.array()),
                Levels.of(sound),
                SoundPrint.of(sound),
                null);
    }

    /** The sound of an item that is no embedding. */
    static Waveform sound(Content content) throws IOException {
        if (content instanceof Content.SoundAt file) {
            return file.read();
        }
        if (content instanceof Content.Sound sound) {
            return sound.waveform();
        }
        throw new IllegalArgumentException("an embedding has no samples");
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
