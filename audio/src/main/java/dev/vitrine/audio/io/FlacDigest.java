package dev.vitrine.audio.io;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The MD5 of samples as FLAC counts it: whole numbers, little-endian, channels in turn (RFC 9639, section 8.2). */
final class FlacDigest {
    private final MessageDigest digest;
    private final byte[] expected;
    private final int bytesEach;

    FlacDigest(FlacInfo info) {
        this.expected = info.md5();
        this.bytesEach = (info.bits() + 7) / 8;
        try {
            this.digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    void add(int[] samples) {
        byte[] bytes = new byte[samples.length * bytesEach];
        for (int i = 0; i < samples.length; i++) {
            for (int b = 0; b < bytesEach; b++) {
                bytes[i * bytesEach + b] = (byte) (samples[i] >> (8 * b));
            }
        }
        digest.update(bytes);
    }

    /** Whether these are the samples that were written, as far as the file tells. */
    boolean agrees() {
        return Arrays.equals(expected, new byte[expected.length]) || Arrays.equals(expected, digest.digest());
    }
}
