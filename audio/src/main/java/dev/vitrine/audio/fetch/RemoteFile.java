package dev.vitrine.audio.fetch;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file somewhere on the network.
 *
 * @param name under which it is stored, without folders
 * @param addresses where it is to be had, the official one first
 * @param packing what is done with it
 * @param about how many bytes it has, roughly: for the progress bar
 * @param published what is known of its bytes; {@code null}: what came first is recorded, and checked from then on
 */
public record RemoteFile(
        String name,
        List<URI> addresses,
        Packing packing,
        long about,
        @Nullable Published published) {
    /**
     * Copies the addresses.
     *
     * @throws IllegalArgumentException if there is none, or the name is not one of a file
     */
    public RemoteFile {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty() || !name.matches("\\w[\\w.-]*")) {
            throw new IllegalArgumentException(
                    "remote file " + name + " at " + addresses + "; expected a plain name and an address");
        }
    }

    /** A file of which the size is known roughly, and no digest. */
    static RemoteFile of(String name, Packing packing, long about, String... addresses) {
        return new RemoteFile(name, uris(addresses), packing, about, null);
    }

    /** A file whose size and digest somebody has published. */
    static RemoteFile of(String name, Packing packing, Published published, String... addresses) {
        return new RemoteFile(name, uris(addresses), packing, published.bytes(), published);
    }

    private static List<URI> uris(String... addresses) {
        return List.of(addresses).stream().map(URI::create).toList();
    }
}
