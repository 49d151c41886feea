/** Placeholder. */
@NullMarked
package dev.vitrine.experiments;

import org.jspecify.annotations.NullMarked;
