/**
 * Brings public data sets onto this machine, whole or not at all.
 *
 * <p>Begin with {@link dev.vitrine.audio.fetch.PublicSets}, which lists them with their addresses, sizes and licences,
 * and {@link dev.vitrine.audio.fetch.Fetch}, which gets one. A {@code Download} goes on where the last one broke off; a
 * {@code Receipts} table remembers what came; {@code Unpacking} trusts no archive. {@link
 * dev.vitrine.audio.fetch.VideoClips} gets AudioSet's sound with two programs that the user installs.
 *
 * <p>Commons Compress is known here only. Depends on the rooms {@code audioset}, {@code dataset} and {@code io}.
 */
@NullMarked
package dev.vitrine.audio.fetch;

import org.jspecify.annotations.NullMarked;
