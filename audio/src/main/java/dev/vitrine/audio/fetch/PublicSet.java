package dev.vitrine.audio.fetch;

import java.util.List;

/**
 * A data set, or weights, that somebody has published.
 *
 * @param name as in {@code vitrine data get NAME}
 * @param contents in words
 * @param licence what may be done with it
 * @param folder below the one that the user names, with slashes
 * @param files what is fetched; none if it can be fetched by hand only
 * @param byHand how to get it by hand, or a hint; may be empty
 */
public record PublicSet(
        String name, String contents, Licence licence, String folder, List<RemoteFile> files, String byHand) {
    /**
     * Copies the files.
     *
     * @throws IllegalArgumentException if there is neither a file nor a way by hand, or an archive beside other files
     */
    public PublicSet {
        files = List.copyOf(files);
        if (files.isEmpty() && byHand.isEmpty()) {
            throw new IllegalArgumentException("public set " + name + ": no files, and no way to get them by hand");
        }
        if (files.size() > 1 && files.stream().anyMatch(file -> file.packing() != Packing.NONE)) {
            throw new IllegalArgumentException("public set " + name + ": an archive has to be its only file");
        }
    }

    /** Roughly how many bytes come over the network. */
    public long about() {
        return files.stream().mapToLong(RemoteFile::about).sum();
    }
}
