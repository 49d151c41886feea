package dev.vitrine.audio.fetch;

/** What is done with a file that has come. */
public enum Packing {
    /** It stays as it is. */
    NONE,
    /** A zip file, unpacked. */
    ZIP,
    /** A tar file, unpacked. */
    TAR,
    /** A tar file in gzip, unpacked. */
    TAR_GZ
}
