package dev.vitrine.experiments.drawn;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as files. */
public final class Png {
    private Png() {}

    /** Writes a picture as PNG; without a file on the side, as ImageIO makes one by itself. */
    public static void write(BufferedImage picture, OutputStream out) throws IOException {
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(picture, "png", stream)) {
                throw new IOException("this Java cannot write PNG files");
            }
        }
    }
}
