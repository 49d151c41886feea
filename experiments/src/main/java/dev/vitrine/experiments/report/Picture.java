package dev.vitrine.experiments.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jfree.svg.SVGGraphics2D;

/**
 * A drawing of fixed size that can be painted on any surface.
 *
 * @param width in pixels
 * @param height in pixels
 * @param drawing paints on a surface of that size
 */
public record Picture(int width, int height, Drawing drawing) {

    /** Pixels of the PNG for each pixel of the drawing. */
    public static final int PNG_SCALE = 2;

    /** Whatever can be painted. */
    @FunctionalInterface
    public interface Drawing {
        /** Paints on a surface whose origin is the upper left corner. */
        void paint(Graphics2D g);
    }

    byte[] svg(String idPrefix) {
        SVGGraphics2D g = new SVGGraphics2D(width, height);
        // The default prefix is the clock: the same chart would never give the same bytes twice.
        g.setDefsKeyPrefix(idPrefix + "-");
        g.setGeomDoubleConverter(Picture::hundredths);
        paintOn(g);
        return g.getSVGDocument().getBytes(StandardCharsets.UTF_8);
    }

    /** A hundredth of a pixel is seen by nobody, and all digits make the file twice as long. */
    private static String hundredths(double pixels) {
        long rounded = Math.round(pixels * 100);
        return rounded % 100 == 0 ? Long.toString(rounded / 100) : Double.toString(rounded / 100.0);
    }

    byte[] png() throws IOException {
        BufferedImage image = new BufferedImage(width * PNG_SCALE, height * PNG_SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(PNG_SCALE, PNG_SCALE);
        paintOn(g);
        g.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        }
        return bytes.toByteArray();
    }

    private void paintOn(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        drawing.paint(g);
    }
}
