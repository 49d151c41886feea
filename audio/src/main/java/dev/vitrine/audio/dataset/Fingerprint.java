package dev.vitrine.audio.dataset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells whether two sounds, or two sets, are the same. */
final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String of(float[] samples) {
        Fingerprint print = new Fingerprint();
        print.add(samples);
        return print.hex();
    }

    static String of(List<Clip> clips) {
        Fingerprint print = new Fingerprint();
        for (Clip clip : clips) {
            print.digest.update((clip.name() + "\n" + clip.label() + "\n").getBytes(StandardCharsets.UTF_8));
            print.add(clip.sound().samples());
        }
        return print.hex();
    }

    private void add(float[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * Float.BYTES);
        bytes.asFloatBuffer().put(samples);
        digest.update(bytes.array());
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
