package dev.vitrine.experiments.drawn;

/** What a picture shows. */
sealed interface Motif permits Figure, Texture {
    /** Of the class, in capitals. */
    String name();
}
