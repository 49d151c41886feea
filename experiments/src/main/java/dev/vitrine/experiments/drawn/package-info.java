/**
 * Pictures that the program draws itself: letters, digits, shapes and textures in sixteen classes, so that a network for
 * pictures can be trained before it is taught to look at spectrograms, with no pictures at hand.
 *
 * <p>Begin with {@link dev.vitrine.experiments.drawn.DrawnImages}. A {@code Glyph} and a {@code Shape} are outlines, a
 * {@code Texture} is a colour at each place; an {@code Easel} draws one on a ground that tells nothing of its class.
 * Letters are strokes of this room's own and not those of a font: every machine has other fonts, or none.
 *
 * <p>It is a room of its own since neither engine nor sound has to do with drawing. Depends on nothing but the JDK.
 */
@NullMarked
package dev.vitrine.experiments.drawn;

import org.jspecify.annotations.NullMarked;
