/** Placeholder. */
@NullMarked
package dev.vitrine.audio;

import org.jspecify.annotations.NullMarked;
