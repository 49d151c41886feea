package dev.vitrine.experiments.page;

/**
 * A drawing of a page.
 *
 * @param name of its file, without {@code .svg}
 * @param svg its text
 */
record Drawing(String name, String svg) {}
