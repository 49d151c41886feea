/**
 * A bank of planted mistakes: the proof that the checks of the ops find what they are there to find.
 *
 * <p>Begin at {@link dev.vitrine.engine.mistake.Bank}. To add a mistake, add an entry; nothing else knows of it.
 */
@NullMarked
package dev.vitrine.engine.mistake;

import org.jspecify.annotations.NullMarked;
