package dev.vitrine.experiments.drawn;

import dev.vitrine.audio.dataset.ReadProgress;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.model.Objective;
import dev.vitrine.experiments.pretrained.TransferNet;
import dev.vitrine.experiments.recipe.Claim;
import dev.vitrine.experiments.recipe.ComputedMaterial;
import dev.vitrine.experiments.recipe.ComputedMaterial.Entry;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.Form;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.NamedClip;
import dev.vitrine.experiments.recipe.TrainedRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Drawn pictures told apart: what a network learns before it is taught to look at spectrograms. */
public record DrawnExperiment() implements Experiment {
    /** What a user types. */
    public static final String NAME = DrawnImages.NAME;

    private static final int SIZE = 64;

    /** Height and width of the coarse picture that the linear model sees. */
    private static final int COARSE = 8;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public Material load(DataSource source, Strictness strictness, ReadProgress progress) {
        if (!source.synthesises()) {
            throw new UserError("train " + NAME + " draws its pictures itself; leave --data out");
        }
        int classes = DrawnImages.classes().size();
        List<Entry> entries = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            for (int i = 0; i < source.clipsPerClass(); i++) {
                String name = String.format(
                        Locale.ROOT, "%s_%04d", DrawnImages.classes().get(label), i + 1);
                float[] pixels = DrawnImages.pixels(label, i, source.seed(), SIZE);
                String print = source.seed() + "/" + SIZE + "/" + name;
                entries.add(new Entry(new NamedClip(name, label, name, 0), print, pixels, coarse(pixels)));
                progress.read(entries.size(), classes * source.clipsPerClass());
            }
        }
        Form form = Form.of(DrawnImages.classes(), objective(), Shape.of(3, SIZE, SIZE), 0);
        return new ComputedMaterial(form, entries, List.of());
    }

    /** Mean of each colour over the blocks of a coarse grid. */
    static double[] coarse(float[] pixels) {
        int block = SIZE / COARSE;
        double[] means = new double[3 * COARSE * COARSE];
        for (int i = 0; i < pixels.length; i++) {
            int colour = i / (SIZE * SIZE);
            int row = i / SIZE % SIZE / block;
            int column = i % SIZE / block;
            means[(colour * COARSE + row) * COARSE + column] += pixels[i] / (block * block);
        }
        return means;
    }

    @Override
    public Module network(int classes) {
        return new TransferNet(classes);
    }

    @Override
    public Objective objective() {
        return Objective.WHICH_CLASS;
    }

    @Override
    public String baseline() {
        return "softmax regression on 8 by 8 pixels";
    }

    @Override
    public List<Claim> claims(DataSource source) {
        return List.of();
    }

    @Override
    public void draw(Path folder, TrainedRun run, Material material) {
        // The charts that every run has say it all.
    }
}
