package dev.vitrine.audio.fetch;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks an archive that nobody vouches for into an empty folder.
 *
 * <p>It may hold files and folders with names below that folder, each once: no links, no devices. It may not grow to more
 * than {@link #GROWTH} times its size.
 */
final class Unpacking {
    private static final int BLOCK = 1 << 16;

    /** What a tar file calls a file; all else is a link, a device, or stranger. */
    private static final Set<Byte> PLAIN =
            Set.of(TarConstants.LF_OLDNORM, TarConstants.LF_NORMAL, TarConstants.LF_CONTIG);

    private static final int MOST_ENTRIES = 2_000_000;

    /** Sound shrinks to a half or so; a bomb to a thousandth. */
    private static final long GROWTH = 50;

    /** A small archive of text may do better than that. */
    private static final long ALWAYS = 16L << 20;

    private final Path archive;
    private final Path folder;
    private final FetchEvents events;
    private final byte[] block = new byte[BLOCK];
    private long room;
    private int entries;
    private int files;

    private Unpacking(Path archive, Path folder, FetchEvents events) throws IOException {
        this.archive = archive;
        this.folder = folder;
        this.events = events;
        this.room = ALWAYS + GROWTH * Files.size(archive);
    }

    /**
     * Unpacks all.
     *
     * @return how many files there are
     * @throws FetchException if the archive is damaged, or does what it may not
     */
    static int unpack(Path archive, Packing packing, Path folder, FetchEvents events) throws IOException {
        Unpacking work = new Unpacking(archive, folder, events);
        try {
            work.all(packing);
            return work.files;
        } catch (FetchException e) {
            throw new FetchException(
                    archive + " is not unpacked: " + e.getMessage() + "; delete it and fetch it again, or do without",
                    e);
        } catch (IOException | IllegalArgumentException e) {
            throw new FetchException(archive + " cannot be unpacked: " + e.getMessage(), e);
        }
    }

    private void all(Packing packing) throws IOException {
        events.begin("unpacking " + archive.getFileName(), Files.size(archive), 0);
        switch (packing) {
            case ZIP -> zip();
            case TAR -> {
                try (InputStream in = counted()) {
                    tar(in);
                }
            }
            case TAR_GZ -> {
                try (InputStream in = new GZIPInputStream(counted(), BLOCK)) {
                    tar(in);
                    // gzip's own check stands at the very end.
                    for (int n = in.read(block); n >= 0; n = in.read(block)) {
                        take(n);
                    }
                }
            }
            case NONE -> throw new IllegalArgumentException("it is no archive");
        }
    }

    private InputStream counted() throws IOException {
        return new FilterInputStream(new BufferedInputStream(Files.newInputStream(archive), BLOCK)) {
            private long bytes;

            @Override
            public int read(byte[] b, int off, int len) throws IOException {
                int n = super.read(b, off, len);
                bytes += Math.max(0, n);
                events.at(bytes);
                return n;
            }
        };
    }

    private void tar(InputStream in) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(in);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            boolean plain = entry.isDirectory() || (PLAIN.contains(entry.getLinkFlag()) && tar.canReadEntryData(entry));
            put(entry.getName(), entry.isDirectory(), plain, tar);
        }
    }

    private void zip() throws IOException {
        long read = 0;
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                boolean plain = !entry.isUnixSymlink() && zip.canReadEntryData(entry);
                try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
                    put(entry.getName(), entry.isDirectory(), plain, in);
                    if (plain
                            && in.getChecksum().getValue() != entry.getCrc()
                            && !EntryName.isClutter(entry.getName())) {
                        throw new FetchException("its entry " + entry.getName() + " is damaged");
                    }
                }
                read += entry.getCompressedSize();
                events.at(read);
            }
        }
    }

    private void put(String name, boolean isFolder, boolean plain, InputStream in) throws IOException {
        if (++entries > MOST_ENTRIES) {
            throw new FetchException("it has more than " + MOST_ENTRIES + " entries");
        }
        Path place = EntryName.below(folder, name);
        if (!plain) {
            throw new FetchException("its entry " + name + " is no plain file, but a link or the like");
        }
        if (EntryName.isClutter(name)) {
            return;
        }
        try {
            Files.createDirectories(isFolder ? place : place.resolveSibling("."));
            if (!isFolder) {
                write(place, in);
                files++;
            }
        } catch (FileAlreadyExistsException e) {
            throw new FetchException("its entry " + name + " is there twice", e);
        }
    }

    private void write(Path place, InputStream in) throws IOException {
        try (OutputStream out = Files.newOutputStream(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                take(n);
                try {
                    out.write(block, 0, n);
                } catch (IOException e) {
                    throw DiskSpace.problem(place, e);
                }
            }
        }
    }

    private void take(int bytes) throws FetchException {
        room -= bytes;
        if (room < 0) {
            throw new FetchException("it grows to more than " + GROWTH + " times its size");
        }
    }
}
