package dev.vitrine.experiments.recipe;

import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.audio.dataset.Standardisation;
import dev.vitrine.engine.io.HostArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Clips whose inputs are computed once and kept: vectors of features, images, sounds of one length. A clip is one input, or
 * several, as of windows of a sound: then one of them at random is learned from, and each has a vote.
 */
public final class ComputedMaterial implements Material {
    private final Form form;
    private final List<Labelled> clips;
    private final Map<String, Entry> entries = new HashMap<>();
    private final List<String> skipped;
    private final List<String> remarks;
    private final List<LabelColumn> columns;

    /**
     * A clip and what was computed of it.
     *
     * @param clip its name, class and group
     * @param fingerprint SHA-256 over what it holds
     * @param inputs at least one, in the shape that the network wants, not scaled yet
     * @param summary for the linear model
     */
    public record Entry(NamedClip clip, String fingerprint, List<float[]> inputs, double[] summary) {
        /** Copies the list. */
        public Entry {
            inputs = List.copyOf(inputs);
        }

        /** A clip of one input. */
        public Entry(NamedClip clip, String fingerprint, float[] input, double[] summary) {
            this(clip, fingerprint, List.of(input), summary);
        }

        /** The first of its inputs. */
        public float[] input() {
            return inputs.get(0);
        }

        /** The same with the first of its inputs before the linear model, too. */
        public Entry summarisedByItsInput() {
            double[] numbers = new double[input().length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = input()[i];
            }
            return new Entry(clip, fingerprint, inputs, numbers);
        }

        /** The same as one of another class. */
        public Entry as(int label) {
            return new Entry(clip.as(label), fingerprint, inputs, summary);
        }
    }

    /**
     * Computed clips of a network's form.
     *
     * @param entries no two of one name
     * @param skipped one line for each clip that could not be used: which, and why
     * @param remarks what else is to be said of them, one line each
     */
    public ComputedMaterial(Form form, List<Entry> entries, List<String> skipped, List<String> remarks) {
        this(form, entries, skipped, remarks, List.of());
    }

    /** The same of which several things may be asked. */
    public ComputedMaterial(
            Form form, List<Entry> entries, List<String> skipped, List<String> remarks, List<LabelColumn> columns) {
        this.remarks = List.copyOf(remarks);
        this.columns = List.copyOf(columns);
        this.form = form;
        this.clips = entries.stream().map(entry -> (Labelled) entry.clip()).toList();
        this.skipped = List.copyOf(skipped);
        entries.forEach(entry -> this.entries.put(entry.clip().name(), entry));
    }

    /** Clips of which there is nothing more to say. */
    public ComputedMaterial(Form form, List<Entry> entries, List<String> skipped) {
        this(form, entries, skipped, List.of());
    }

    /** What was computed of a clip. */
    public Entry entry(Labelled clip) {
        return Objects.requireNonNull(entries.get(clip.name()), clip.name());
    }

    /** What the network wants. */
    public Form form() {
        return form;
    }

    @Override
    public List<String> classes() {
        return form.classes();
    }

    @Override
    public List<Labelled> clips() {
        return clips;
    }

    @Override
    public Map<String, String> fingerprints() {
        Map<String, String> fingerprints = new HashMap<>();
        entries.forEach((name, entry) -> fingerprints.put(name, entry.fingerprint()));
        return fingerprints;
    }

    @Override
    public List<String> skipped() {
        return skipped;
    }

    @Override
    public List<String> words() {
        List<String> lines = new ArrayList<>();
        lines.add(clips.size() + " clips of " + classes().size() + " classes");
        long groups = clips.stream().map(Labelled::group).distinct().count();
        if (groups < clips.size()) {
            lines.add(clips.size() + " clips are of " + groups + " groups: a group stays on one side of a split");
        }
        lines.addAll(remarks);
        return lines;
    }

    @Override
    public Hearing hearing() {
        return form.hearing();
    }

    @Override
    public List<LabelColumn> columns() {
        return columns;
    }

    @Override
    public double[] summary(Labelled clip) {
        return entry(clip).summary();
    }

    @Override
    public List<Double> penalties() {
        return List.of(Results.PENALTY, Results.PENALTY / 10, Results.PENALTY / 100);
    }

    @Override
    public Lens fit(List<Labelled> train) {
        if (form.rows() == 0) {
            return ScaledLens.unscaled(this);
        }
        List<Labelled> fitted = form.fitted() == Form.Fitted.ALL_CLIPS ? clips : train;
        Standardisation exact = Standardisation.fitChannels(
                fitted.stream().flatMap(clip -> entry(clip).inputs().stream()).toList(), form.rows());
        // As they are stored: a network that is opened again sees the same bits.
        return new ScaledLens(this, new Standardisation(inFloat(exact.mean()), inFloat(exact.deviation())));
    }

    private static double[] inFloat(double[] values) {
        double[] rounded = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) values[i];
        }
        return rounded;
    }

    @Override
    public Lens restore(Map<String, HostArray> statistics) {
        return ScaledLens.restored(this, statistics);
    }
}
