package dev.vitrine.audio.fetch;

import java.nio.file.Path;

/** A name within an archive, which may be anything. */
final class EntryName {
    private static final int LONGEST = 1000;
    private static final int DEEPEST = 32;

    private EntryName() {}

    /**
     * The place below a folder.
     *
     * @throws FetchException if the name leads elsewhere, or is none
     */
    static Path below(Path folder, String name) throws FetchException {
        boolean harmless = !name.isBlank()
                && name.length() <= LONGEST
                && !name.startsWith("/")
                && name.chars().noneMatch(c -> c == '\\' || c == ':' || Character.isISOControl(c));
        if (!harmless) {
            throw unfit(name);
        }
        Path place = folder;
        int depth = 0;
        for (String part : name.split("/", -1)) {
            if (part.equals("..") || ++depth > DEEPEST) {
                throw unfit(name);
            }
            place = part.isEmpty() || part.equals(".") ? place : place.resolve(part);
        }
        return place;
    }

    private static FetchException unfit(String name) {
        return new FetchException("its entry " + name + " does not lead to a place within the folder");
    }

    /** What macOS adds of its own. */
    static boolean isClutter(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/") || last.startsWith("._") || last.equals(".DS_Store");
    }
}
