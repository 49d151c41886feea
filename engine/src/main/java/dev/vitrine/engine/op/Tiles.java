package dev.vitrine.engine.op;

import java.util.Optional;

/**
 * Windows side by side, without a gap and without padding, as pooling mostly has them. What is left at the end of an axis
 * belongs to none.
 *
 * @param height values along H, at least 1; 1 along a row
 * @param width values along W, or along L, at least 1
 */
public record Tiles(int height, int width) {
    /** Each value by itself. */
    public static final Tiles SINGLE = new Tiles(1, 1);

    public Tiles {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("a tile must be at least 1 x 1, got " + height + " x " + width);
        }
    }

    /** The window along L as tiles, if it slides by its own length. */
    public static Optional<Tiles> of(Window window) {
        return of(new Window2d(Window.of(1), window));
    }

    /** The window along H and W as tiles, if it slides by its own length along both. */
    public static Optional<Tiles> of(Window2d window) {
        return isSideBySide(window.height()) && isSideBySide(window.width())
                ? Optional.of(
                        new Tiles(window.height().kernelSize(), window.width().kernelSize()))
                : Optional.empty();
    }

    private static boolean isSideBySide(Window window) {
        return window.stride() == window.kernelSize()
                && window.dilation() == 1
                && window.padding().equals(Padding.VALID);
    }

    /** Values of one tile. */
    public int values() {
        return height * width;
    }
}
