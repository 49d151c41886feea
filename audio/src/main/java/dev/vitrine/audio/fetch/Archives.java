package dev.vitrine.audio.fetch;

/** What becomes of an archive that has been unpacked. */
public enum Archives {
    /** It goes. */
    DELETE,
    /** It stays beside the folder. */
    KEEP
}
