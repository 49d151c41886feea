/**
 * An operation as a student adds it, all in one folder: {@link dev.vitrine.engine.op.own.Gelu} with its loop, its
 * kernel and its samples. No other file knows of it, and every check applies to it. The page {@code docs/own-op.md} goes
 * through it.
 */
@NullMarked
package dev.vitrine.engine.op.own;

import org.jspecify.annotations.NullMarked;
