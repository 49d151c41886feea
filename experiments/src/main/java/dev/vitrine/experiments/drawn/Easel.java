package dev.vitrine.experiments.drawn;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Draws one picture, with one stream of random numbers. */
final class Easel {
    private static final double LEAST_CONTRAST = 0.28;
    private static final int MOST_SCRATCHES = 3;

    private final int size;
    private final Random random;
    private final double[] ground = new double[3];
    private final double[] ink = new double[3];

    Easel(int size, Random random) {
        this.size = size;
        this.random = random;
    }

    BufferedImage draw(Motif motif) {
        chooseColours();
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        if (motif instanceof Texture texture) {
            weave(image, texture);
        } else if (motif instanceof Figure figure) {
            paintGround(image);
            paint(image, figure);
        }
        addNoise(image);
        return image;
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Either may be the brighter one. */
    private void chooseColours() {
        do {
            for (int c = 0; c < 3; c++) {
                ground[c] = random.nextDouble();
                ink[c] = random.nextDouble();
            }
        } while (Math.abs(brightness(ground) - brightness(ink)) < LEAST_CONTRAST);
    }

    private static double brightness(double[] colour) {
        return 0.3 * colour[0] + 0.59 * colour[1] + 0.11 * colour[2];
    }

    private Color mixed(double share) {
        double[] mix = new double[3];
        for (int c = 0; c < 3; c++) {
            mix[c] = Math.max(0, Math.min(1, ground[c] + share * (ink[c] - ground[c])));
        }
        return new Color((float) mix[0], (float) mix[1], (float) mix[2]);
    }

    private void weave(BufferedImage image, Texture texture) {
        Texture.Pattern pattern = texture.woven(random);
        double angle = between(0, 2 * Math.PI);
        double repeats = between(3, 7) / size;
        double u0 = random.nextDouble();
        double v0 = random.nextDouble();
        double cos = repeats * StrictMath.cos(angle);
        double sin = repeats * StrictMath.sin(angle);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double share = pattern.at(u0 + cos * x + sin * y, v0 - sin * x + cos * y);
                image.setRGB(x, y, mixed(share).getRGB());
            }
        }
    }

    /** The light comes from one side, so that a colour is not the same all over. */
    private void paintGround(BufferedImage image) {
        double angle = between(0, 2 * Math.PI);
        double slope = between(0, 0.25) / size;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double along = (x - size / 2.0) * StrictMath.cos(angle) + (y - size / 2.0) * StrictMath.sin(angle);
                image.setRGB(x, y, mixed(slope * along).getRGB());
            }
        }
    }

    private void paint(BufferedImage image, Figure figure) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        scratch(g);
        AffineTransform place = new AffineTransform();
        double half = between(0.2, 0.38) * size;
        double room = size / 2.0 - 1.1 * half;
        place.translate(size / 2.0 + between(-room, room), size / 2.0 + between(-room, room));
        place.rotate(between(-figure.turn().radians(), figure.turn().radians()));
        place.shear(between(-0.2, 0.2), 0);
        place.scale(half * between(0.75, 1), half);
        Path2D lines = figure.lines();
        g.setColor(mixed(1));
        g.transform(place);
        if (figure.isClosed() && random.nextBoolean()) {
            g.fill(lines);
        } else {
            g.setStroke(new BasicStroke((float) between(0.12, 0.34), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(lines);
        }
        g.dispose();
    }

    /** Lines that mean nothing. */
    private void scratch(Graphics2D g) {
        int count = random.nextInt(MOST_SCRATCHES + 1);
        for (int i = 0; i < count; i++) {
            g.setColor(mixed(between(0.3, 0.7)));
            g.setStroke(new BasicStroke((float) (between(0.01, 0.03) * size)));
            g.draw(new Line2D.Double(between(0, size), between(0, size), between(0, size), between(0, size)));
        }
    }

    private void addNoise(BufferedImage image) {
        double strength = between(2, 18);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int rgb = image.getRGB(x, y);
                int noisy = 0;
                for (int shift = 0; shift < 24; shift += 8) {
                    long value = Math.round(((rgb >> shift) & 0xff) + strength * random.nextGaussian());
                    noisy |= ((int) Math.max(0, Math.min(255, value))) << shift;
                }
                image.setRGB(x, y, noisy);
            }
        }
    }
}
