package dev.vitrine.audio.fetch;

/**
 * What may be done with a set.
 *
 * @param words its name, or what is known
 * @param address of its text; may be empty
 */
public record Licence(String words, String address) {}
