package dev.vitrine.audio.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gets public sets. Broken off at any moment, it goes on with the next call; what is already there is left alone.
 *
 * <p>A file's size and SHA-256 are compared with what has been published or, where nobody has, with what came first:
 * {@code downloads.csv} keeps it.
 */
public final class Fetch {
    private final Path into;
    private final FetchEvents events;
    private final Download download;
    private final Archives archives;

    /**
     * Into a folder.
     *
     * @param into the folder; made if it is missing
     */
    public Fetch(Path into, Archives archives, Patience patience, FetchEvents events) {
        this.into = into;
        this.archives = archives;
        this.events = events;
        this.download = new Download(patience, events);
    }

    /**
     * Gets a set.
     *
     * @return the folder in which it lies
     * @throws FetchException if it does not come, or is not what it should be; one line says what to do
     */
    public Path get(PublicSet set) throws IOException {
        Path folder = into.resolve(set.folder());
        Download.makeFolder(into);
        for (RemoteFile file : set.files()) {
            if (file.packing() == Packing.NONE) {
                plain(file, folder, set.folder() + "/" + file.name());
            } else {
                archive(file, folder);
            }
        }
        return folder;
    }

    private void plain(RemoteFile file, Path folder, String name) throws IOException {
        Path target = folder.resolve(file.name());
        Receipts receipts = Receipts.of(into);
        Published known = known(file, receipts.find(name));
        Download.makeFolder(folder);
        if (Files.exists(target)) {
            Published there = Digest.of(target, events);
            if (known == null || !there.equals(known)) {
                throw new FetchException(target + " is there, and is not the file that would come; move it away first");
            }
            events.note(target + " is already there");
            return;
        }
        receipts.add(name, fetched(file, target, known), today());
    }

    private void archive(RemoteFile file, Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            events.note(folder + " is already there; to fetch it again, move it away first");
            return;
        }
        Path target = into.resolve(file.name());
        Receipts receipts = Receipts.of(into);
        Published known = known(file, receipts.find(file.name()));
        if (known == null || !Files.exists(target) || !Digest.of(target, events).equals(known)) {
            receipts.add(file.name(), fetched(file, target, known), today());
        }
        unpack(file, target, folder);
        if (archives == Archives.DELETE) {
            Files.delete(target);
        }
    }

    /** The folder gets its name when all of it is there. */
    private void unpack(RemoteFile file, Path archive, Path folder) throws IOException {
        Path half = into.resolve("." + file.name() + ".unpacking");
        Folders.delete(half);
        try {
            Files.createDirectory(half);
            int files = Unpacking.unpack(archive, file.packing(), half, events);
            Download.makeFolder(Objects.requireNonNull(folder.getParent()));
            Files.move(Folders.innermost(half), folder, StandardCopyOption.ATOMIC_MOVE);
            events.note(folder + ": " + files + " files");
        } finally {
            Folders.delete(half);
        }
    }

    private Download.Delivery fetched(RemoteFile file, Path target, @Nullable Published known) throws IOException {
        Download.Delivery delivery;
        try {
            delivery = download.to(target, file, known);
        } catch (FetchException e) {
            throw file.published() == null && known != null
                    ? new FetchException(
                            e.getMessage() + " (expected is what came first; to forget it, delete the line "
                                    + file.name() + " of " + into.resolve(Receipts.NAME) + ")",
                            e)
                    : e;
        }
        if (known == null) {
            events.note(file.name() + ": nobody has published its SHA-256; recorded in " + into.resolve(Receipts.NAME)
                    + " as it came");
        }
        return delivery;
    }

    private static @Nullable Published known(RemoteFile file, @Nullable Published recorded) {
        return file.published() == null ? recorded : file.published();
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }
}
