package dev.vitrine.experiments.audioset;

import dev.vitrine.audio.dataset.Embedding;
import dev.vitrine.audio.dataset.Item;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.audio.dataset.Standardisation;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.experiments.recipe.Lens;
import dev.vitrine.experiments.recipe.Material;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Embeddings of one sound and of others. A clip's summary is mean and deviation of each number over its frames. */
public final class EmbeddingMaterial implements Material {
    private static final String MEAN = "mean";
    private static final String DEVIATION = "deviation";

    private final ItemSet set;
    private final Variant variant;
    private final Changes changes;
    private final Map<String, Embedding> byName = new HashMap<>();

    /** Items of two classes, all of them embeddings. */
    EmbeddingMaterial(ItemSet set, Variant variant, Changes changes) {
        this.set = set;
        this.variant = variant;
        this.changes = changes;
        for (Item item : set.items()) {
            if (item.content() instanceof Embedding embedding) {
                byName.put(item.name(), embedding);
            }
        }
    }

    /** What the clip consists of. */
    Embedding embedding(Labelled clip) {
        return Objects.requireNonNull(byName.get(clip.name()), clip.name());
    }

    @Override
    public List<String> classes() {
        return set.classes();
    }

    @Override
    public List<Labelled> clips() {
        return List.copyOf(set.items());
    }

    @Override
    public Map<String, String> fingerprints() {
        Map<String, String> fingerprints = new HashMap<>();
        byName.forEach((name, embedding) -> fingerprints.put(name, sha256(embedding.codes())));
        return fingerprints;
    }

    private static String sha256(byte[] codes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(codes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public List<String> skipped() {
        return set.skipped();
    }

    @Override
    public List<String> words() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%,d clips with %s, and %,d of the others, drawn at random",
                set.count(1),
                set.classes().get(1),
                set.count(0)));
        long few = byName.values().stream()
                .filter(embedding -> embedding.frames() < Embedding.CLIP_FRAMES)
                .count();
        if (few > 0) {
            lines.add(few + " clips have fewer than " + Embedding.CLIP_FRAMES + " frames: what is missing is masked");
        }
        if (!variant.inChannels()) {
            lines.add(
                    "size image is wrong, and there to show it: it convolves across the 128 numbers of a second, which"
                            + " stand in the order of a principal component analysis and have no neighbours");
        }
        return lines;
    }

    @Override
    public double[] summary(Labelled clip) {
        Embedding embedding = embedding(clip);
        float[] values = embedding.values();
        int width = embedding.width();
        double[] summary = new double[2 * width];
        for (int d = 0; d < width; d++) {
            double sum = 0;
            double squares = 0;
            for (int i = d; i < values.length; i += width) {
                sum += values[i];
                squares += (double) values[i] * values[i];
            }
            double mean = sum / embedding.frames();
            summary[d] = mean;
            summary[width + d] = Math.sqrt(Math.max(0, squares / embedding.frames() - mean * mean));
        }
        return summary;
    }

    /** Each of the 128 numbers is scaled over all frames that there are. */
    @Override
    public Lens fit(List<Labelled> train) {
        Standardisation exact = Standardisation.fit(
                train.stream().map(clip -> embedding(clip).values()).toList(), Embedding.VGGISH_WIDTH);
        return new EmbeddingLens(
                this, new Standardisation(asStored(exact.mean()), asStored(exact.deviation())), variant, changes);
    }

    /** In float32, so that a network which is opened again sees the same bits. */
    private static double[] asStored(double[] values) {
        double[] rounded = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) values[i];
        }
        return rounded;
    }

    static Map<String, HostArray> statistics(Standardisation scale) {
        Shape shape = Shape.of(Embedding.VGGISH_WIDTH);
        return Map.of(MEAN, new HostArray(shape, scale.mean()), DEVIATION, new HostArray(shape, scale.deviation()));
    }

    @Override
    public Lens restore(Map<String, HostArray> statistics) {
        return new EmbeddingLens(
                this, new Standardisation(values(statistics, MEAN), values(statistics, DEVIATION)), variant, changes);
    }

    private static double[] values(Map<String, HostArray> statistics, String name) {
        return Objects.requireNonNull(statistics.get(name), name).values();
    }
}
