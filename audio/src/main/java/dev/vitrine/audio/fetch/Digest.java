package dev.vitrine.audio.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256. */
final class Digest {
    private static final int BLOCK = 1 << 16;

    private Digest() {}

    /** Of a file as it lies on the disk. */
    static Published of(Path file, FetchEvents events) throws IOException {
        MessageDigest digest = sha256();
        long bytes = 0;
        events.begin("checking " + file.getFileName(), Files.size(file), 0);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] block = new byte[BLOCK];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
                bytes += n;
                events.at(bytes);
            }
        }
        if (bytes == 0) {
            throw new FetchException(file + ": no byte came; try again later");
        }
        return new Published(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
