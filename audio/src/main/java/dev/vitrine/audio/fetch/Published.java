package dev.vitrine.audio.fetch;

import java.util.regex.Pattern;

/**
 * What a public source says about a file's bytes.
 *
 * @param bytes how many
 * @param sha256 their SHA-256, 64 digits in lower case
 */
public record Published(long bytes, String sha256) {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if there are no bytes, or the digest is none
     */
    public Published {
        if (bytes < 1 || !DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException("published: " + bytes + " bytes with SHA-256 " + sha256
                    + "; expected at least one byte, and 64 digits");
        }
    }
}
