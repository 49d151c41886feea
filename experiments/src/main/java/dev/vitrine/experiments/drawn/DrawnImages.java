package dev.vitrine.experiments.drawn;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A set of drawn pictures: as many as are asked for, all from one seed.
 *
 * <p>Colours, which of figure and ground is brighter, place, size, angle and noise are drawn for each picture, so that no
 * single pixel and no colour tells the class.
 */
public final class DrawnImages {
    /** As in {@code vitrine synth NAME}. */
    public static final String NAME = "drawn-images";

    /** Of the pictures that {@code vitrine synth} writes, in pixels. */
    public static final int USUAL_SIZE = 64;

    private static final int SMALLEST = 16;
    private static final int LARGEST = 1024;
    private static final List<Motif> MOTIFS = Stream.<Motif>concat(
                    Arrays.stream(Figure.values()), Arrays.stream(Texture.values()))
            .toList();

    private DrawnImages() {}

    /** The names of the classes, in the order of their labels. */
    public static List<String> classes() {
        return MOTIFS.stream()
                .map(motif -> motif.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * Draws one picture. Equal arguments give equal pictures.
     *
     * @param label of the class, from 0
     * @param index of the picture within its class, from 0
     * @param seed of the set
     * @param size height and width in pixels, 16 to 1024
     */
    public static BufferedImage picture(int label, int index, long seed, int size) {
        if (size < SMALLEST || size > LARGEST) {
            throw new IllegalArgumentException(
                    "a drawn image has %d pixels a side; expected %d to %d".formatted(size, SMALLEST, LARGEST));
        }
        long own = seed * 1_000_003 + (long) MOTIFS.size() * index + label;
        return new Easel(size, new Random(own)).draw(MOTIFS.get(label));
    }

    /**
     * Draws one picture as numbers.
     *
     * <p>Shape: [3, H, W], red, green and blue, each from 0 to 1.
     */
    public static float[] pixels(int label, int index, long seed, int size) {
        int[] packed = picture(label, index, seed, size).getRGB(0, 0, size, size, null, 0, size);
        float[] planes = new float[3 * packed.length];
        for (int i = 0; i < packed.length; i++) {
            planes[i] = ((packed[i] >> 16) & 0xff) / 255f;
            planes[packed.length + i] = ((packed[i] >> 8) & 0xff) / 255f;
            planes[2 * packed.length + i] = (packed[i] & 0xff) / 255f;
        }
        return planes;
    }
}
