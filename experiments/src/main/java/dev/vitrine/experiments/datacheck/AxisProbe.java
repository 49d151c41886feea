package dev.vitrine.experiments.datacheck;

import dev.vitrine.audio.dataset.Embedding;
import dev.vitrine.audio.feature.LogMel;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.audio.synth.SynthSet;
import dev.vitrine.experiments.report.LineChart;
import dev.vitrine.experiments.report.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whether the axis of features has an order: the numbers of an embedding, or the log-mel bands of sounds. */
final class AxisProbe implements Probe {
    private static final String CHART = "axis";

    /** Frames that are enough for a correlation. */
    private static final int FRAMES = 40_000;

    private static final int SOUNDS = 24;
    private static final LogMel LOG_MEL = new LogMel(1024, 512, 64);
    private static final int DISTANCES = 40;

    @Override
    public Outcome look(Survey survey, CheckOptions options) throws IOException {
        Outcome outcome = new Outcome();
        Optional<AxisOrder> measured =
                survey.isSound() ? ofSounds(survey, options.seed()) : ofEmbeddings(survey, options.seed());
        if (measured.isEmpty()) {
            return outcome;
        }
        AxisOrder order = measured.get();
        String what = survey.isSound() ? "log-mel bands" : "numbers of a frame";
        outcome.fact(
                "axis",
                Words.format(
                        "%s: neighbours correlate by %.2f, any two by %.2f: %s",
                        what, order.neighbours(), order.pairs(), order.isOrdered() ? "an order" : "no order"));
        List<Series> series = new ArrayList<>();
        series.add(series(survey.set().name() + ", " + what, order));
        if (!survey.isSound()) {
            series.add(series("log-mel bands of sounds", ofMadeUpSounds(options.seed())));
        }
        outcome.chart(new NamedChart(
                CHART,
                new LineChart(
                        order.isOrdered()
                                ? "Neighbours on this axis belong together"
                                : "Neighbours on this axis have nothing to do with one another",
                        "distance on the axis",
                        "mean magnitude of the correlation",
                        series)));
        if (!order.isOrdered()) {
            outcome.find(
                    survey.isSound() ? Severity.NOTE : Severity.WARNING,
                    Topic.AXES,
                    Words.format(
                            "The axis of the %d %s has no order: neighbours correlate by %.2f, any two by %.2f.",
                            order.byDistance().length + 1, what, order.neighbours(), order.pairs()),
                    List.of(),
                    CHART,
                    "Do not slide a filter along it: take the numbers as input channels of a convolution over time.");
        }
        return outcome;
    }

    private static Optional<AxisOrder> ofEmbeddings(Survey survey, long seed) {
        List<Embedding> embeddings = survey.facts().stream()
                .map(one -> one.item().content())
                .filter(Embedding.class::isInstance)
                .map(Embedding.class::cast)
                .toList();
        if (embeddings.isEmpty() || embeddings.get(0).width() < 3) {
            return Optional.empty();
        }
        int width = embeddings.get(0).width();
        long all = embeddings.stream().mapToLong(Embedding::frames).sum();
        long every = Math.max(1, all / FRAMES);
        AxisOrder.Builder builder = new AxisOrder.Builder(width);
        double[] frame = new double[width];
        long at = 0;
        for (Embedding one : embeddings) {
            for (int t = 0; t < one.frames() && one.width() == width; t++) {
                if (at++ % every == 0) {
                    for (int d = 0; d < width; d++) {
                        frame[d] = Embedding.value(one.codes()[t * width + d]);
                    }
                    builder.add(frame);
                }
            }
        }
        return Optional.of(builder.build(seed));
    }

    private static Optional<AxisOrder> ofSounds(Survey survey, long seed) throws IOException {
        List<ItemFacts> facts = survey.facts().stream()
                .filter(one -> one.samples() >= LOG_MEL.fftSize())
                .toList();
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        AxisOrder.Builder builder = new AxisOrder.Builder(LOG_MEL.bands());
        int every = Math.max(1, facts.size() / SOUNDS);
        for (int i = 0; i < facts.size(); i += every) {
            add(ItemFacts.sound(facts.get(i).item().content()), builder);
        }
        return Optional.of(builder.build(seed));
    }

    private static AxisOrder ofMadeUpSounds(long seed) {
        SynthSet set = SynthSet.all().get(0);
        AxisOrder.Builder builder = new AxisOrder.Builder(LOG_MEL.bands());
        for (int i = 0; i < SOUNDS; i++) {
            float[] samples = set.clip(i % set.classes().size(), i, seed).samples();
            add(new Waveform(samples, SynthSet.SAMPLE_RATE), builder);
        }
        return builder.build(seed);
    }

    /** Frames with not-a-number in them are left out. */
    private static void add(Waveform sound, AxisOrder.Builder builder) {
        double[][] bands = LOG_MEL.of(sound);
        double[] frame = new double[bands.length];
        for (int t = 0; t < bands[0].length; t++) {
            for (int m = 0; m < frame.length; m++) {
                frame[m] = bands[m][t];
            }
            if (Arrays.stream(frame).allMatch(Double::isFinite)) {
                builder.add(frame);
            }
        }
    }

    private static Series series(String name, AxisOrder order) {
        return Series.byEpoch(name, Arrays.copyOf(order.byDistance(), Math.min(DISTANCES, order.byDistance().length)));
    }
}
