package dev.vitrine.audio.audioset;

import dev.vitrine.audio.audioset.ClassLabels.ClassLabel;
import dev.vitrine.audio.dataset.Embedding;
import dev.vitrine.audio.dataset.GroupKind;
import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.dataset.ItemSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes clips like AudioSet's for use with no data at hand: ten frames of 128 codes of 8 bits, in the order of their
 * variance as principal components are.
 *
 * <p>Component d of a frame is s[d] · (background + event), where s[d] falls like 1 / √(1 + d / 6). The background is
 * slow noise of the clip. A class has two patterns of 24 components; in each clip one of them, at random, comes with a
 * random strength and lasts from three frames to all. Half of the classes have two patterns of opposite sign, so that the
 * mean of all their clips tells nothing, and a linear judge of it must fail where a network need not.
 */
public final class EmbeddingSynth {
    /** The names of the classes, in the order of their labels. */
    public static final List<String> CLASSES =
            List.of("hum", "knock", "whistle", "rattle", "splash", "buzz", "chirp", "drone");

    private static final int WIDTH = Embedding.VGGISH_WIDTH;
    private static final int FRAMES = Embedding.CLIP_FRAMES;
    private static final int PATTERN = 24;
    private static final double STRENGTH = 1.1;
    private static final double SLOWNESS = 0.7;
    private static final double SHORT_SHARE = 0.02;

    private EmbeddingSynth() {}

    /** The table of the classes, with identifiers of their own. */
    public static ClassLabels labels() {
        return new ClassLabels(
                CLASSES.stream().map(name -> new ClassLabel("/x/" + name, name)).toList());
    }

    /**
     * Makes one clip. Equal arguments give equal clips.
     *
     * @param label of its class
     * @param index within its class
     */
    public static EmbeddedClip clip(int label, int index, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + (long) CLASSES.size() * index + label);
        boolean second = random.nextBoolean();
        double[] pattern = pattern(label, second, seed);
        double strength = STRENGTH * (0.5 + random.nextDouble());
        int frames = random.nextDouble() < SHORT_SHARE ? 4 + random.nextInt(FRAMES - 4) : FRAMES;
        int first = random.nextInt(frames - 2);
        int last = first + 3 + random.nextInt(frames - first - 2);
        byte[] codes = new byte[frames * WIDTH];
        double[] background = new double[WIDTH];
        for (int d = 0; d < WIDTH; d++) {
            background[d] = normal(random);
        }
        for (int t = 0; t < frames; t++) {
            boolean event = t >= first && t < last;
            for (int d = 0; d < WIDTH; d++) {
                background[d] = SLOWNESS * background[d] + Math.sqrt(1 - SLOWNESS * SLOWNESS) * normal(random);
                double x = background[d] + (event ? strength * pattern[d] : 0);
                codes[t * WIDTH + d] = Embedding.code(x / Math.sqrt(1 + d / 6.0));
            }
        }
        String name = String.format(Locale.ROOT, "%s-%04d", CLASSES.get(label), index + 1);
        return new EmbeddedClip(name, 0, frames, List.of(label), new Embedding(codes, WIDTH));
    }

    /** A normal number (Box and Muller); Java's own may change from one version to the next. */
    private static double normal(SplittableRandom random) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    private static double[] pattern(int label, boolean second, long seed) {
        boolean opposite = label % 2 == 1;
        SplittableRandom random = new SplittableRandom(seed * 31 + 2L * label + (second && !opposite ? 1 : 0));
        double[] pattern = new double[WIDTH];
        for (int i = 0; i < PATTERN; i++) {
            pattern[random.nextInt(WIDTH / 2)] = random.nextBoolean() ? 1 : -1;
        }
        if (second && opposite) {
            for (int d = 0; d < WIDTH; d++) {
                pattern[d] = -pattern[d];
            }
        }
        return pattern;
    }

    /** A set of as many clips of each class. */
    public static ItemSet set(int perClass, long seed) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < perClass * CLASSES.size(); i++) {
            items.add(clip(i % CLASSES.size(), i / CLASSES.size(), seed).item());
        }
        return new ItemSet("embeddings", CLASSES, GroupKind.CLIP, items, List.of());
    }
}
