package dev.vitrine.experiments.datacheck;

/**
 * A line of the overview.
 *
 * @param name what it is about, a word or two
 * @param words what is the case
 */
public record Fact(String name, String words) {}
