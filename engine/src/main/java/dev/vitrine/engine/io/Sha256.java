package dev.vitrine.engine.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A checksum: no two contents are known that share one.
 *
 * @param hex 64 digits
 * @param bytes the length of the content
 */
record Sha256(String hex, long bytes) {
    /** Of what {@code body} writes, which is kept nowhere. */
    static Sha256 of(AtomicFile.Body body) throws IOException {
        MessageDigest digest = digest();
        Count count = new Count();
        body.writeTo(new DigestOutputStream(count, digest));
        return new Sha256(HexFormat.of().formatHex(digest.digest()), count.bytes);
    }

    /** Of a whole file. */
    static Sha256 of(FileChannel channel) throws IOException {
        return of(out -> Channels.newInputStream(channel).transferTo(out));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Counts bytes and drops them. */
    private static final class Count extends OutputStream {
        private long bytes;

        @Override
        public void write(int oneByte) {
            bytes++;
        }

        @Override
        public void write(byte[] piece, int from, int length) {
            bytes += length;
        }
    }
}
