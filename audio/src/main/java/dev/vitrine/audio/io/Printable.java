package dev.vitrine.audio.io;

/** An error must stay one line on any terminal. */
final class Printable {
    private Printable() {}

    static String of(String text) {
        return text.replaceAll("[^ -~]", ".");
    }
}
