/**
 * Brings public data sets onto this machine.
 *
 * <p>Begin with {@link dev.vitrine.audio.fetch.PublicSets}, which lists them with their addresses, sizes and licences.
 *
 * <p>Depends on nothing else of the house.
 */
@NullMarked
package dev.vitrine.audio.fetch;

import org.jspecify.annotations.NullMarked;
