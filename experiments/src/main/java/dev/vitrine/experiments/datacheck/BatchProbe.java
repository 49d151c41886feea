package dev.vitrine.experiments.datacheck;

import dev.vitrine.audio.dataset.BatchPurity;
import dev.vitrine.audio.dataset.Item;
import dev.vitrine.experiments.report.LineChart;
import dev.vitrine.experiments.report.Series;
import java.util.ArrayList;
import java.util.List;

/** What the batches of one epoch are made of, in the chosen order and in others. */
final class BatchProbe implements Probe {
    private static final String CHART = "batches";

    /** How much purer than those of a shuffled epoch batches may be. */
    private static final double EXCESS = 0.15;

    private static final int TAIL = 3;

    /** More batches than these are drawn as means of neighbours. */
    private static final int POINTS = 50;

    @Override
    public Outcome look(Survey survey, CheckOptions options) {
        Outcome outcome = new Outcome();
        List<Integer> stored = survey.set().items().stream()
                .map(Item::label)
                .filter(label -> label >= 0)
                .toList();
        int classes = survey.set().classes().size();
        if (stored.size() < 2 * options.batch() || stored.stream().distinct().count() < 2) {
            return outcome;
        }
        BatchPurity shuffled = purity(BatchOrder.SHUFFLED, stored, options, classes);
        BatchPurity chosen = purity(options.order(), stored, options, classes);
        BatchPurity asStored = purity(BatchOrder.STORED, stored, options, classes);
        outcome.fact(
                "batches",
                Words.format(
                        "%s, %d each: the most frequent class fills %.0f %% of a batch; as stored %.0f %%",
                        options.order().word(), options.batch(), 100 * chosen.mean(), 100 * asStored.mean()));
        outcome.chart(new NamedChart(CHART, chart(survey, options, chosen, asStored, shuffled)));
        if (isUneven(chosen, shuffled)) {
            outcome.find(
                    Severity.SERIOUS,
                    Topic.BATCHES,
                    Words.format(
                            "In the order \"%s\" %s only one class, and the last %d in a row hold nothing but %s; the most"
                                    + " frequent class fills %.0f %% of a batch, %.0f %% if all is shuffled.",
                            options.order().word(),
                            Words.share(pure(chosen), chosen.batches().size()) + " batches hold",
                            chosen.pureTail(),
                            last(survey, chosen),
                            100 * chosen.mean(),
                            100 * shuffled.mean()),
                    List.of(),
                    CHART,
                    "Shuffle all of the set anew for every epoch; a file too long for memory with data"
                            + " shuffle-tfrecord.");
        } else if (isUneven(asStored, shuffled)) {
            outcome.find(
                    Severity.NOTE,
                    Topic.BATCHES,
                    Words.format(
                            "The set is stored class by class: without a shuffle the most frequent class fills %.0f %% of a"
                                    + " batch, %.0f %% if all is shuffled.",
                            100 * asStored.mean(), 100 * shuffled.mean()),
                    List.of(),
                    CHART,
                    "Keep the shuffle on.");
        }
        return outcome;
    }

    private static BatchPurity purity(BatchOrder order, List<Integer> stored, CheckOptions options, int classes) {
        return BatchPurity.of(order.labels(stored, options), options.batch(), classes);
    }

    private static boolean isUneven(BatchPurity some, BatchPurity shuffled) {
        return some.mean() > shuffled.mean() + EXCESS
                || (some.pureTail() >= TAIL && some.pureTail() > shuffled.pureTail());
    }

    private static int pure(BatchPurity some) {
        return (int)
                some.batches().stream().filter(batch -> batch.present() == 1).count();
    }

    private static String last(Survey survey, BatchPurity some) {
        BatchPurity.Batch last = some.batches().get(some.batches().size() - 1);
        return survey.set().classes().get(last.mostFrequent());
    }

    private static LineChart chart(
            Survey survey, CheckOptions options, BatchPurity chosen, BatchPurity stored, BatchPurity shuffled) {
        List<Series> series = new ArrayList<>();
        series.add(series(options.order().word(), chosen));
        if (options.order() != BatchOrder.STORED) {
            series.add(series(BatchOrder.STORED.word(), stored));
        }
        if (options.order() != BatchOrder.SHUFFLED) {
            series.add(series(BatchOrder.SHUFFLED.word(), shuffled));
        }
        return new LineChart(
                "How much of a batch of " + survey.set().name() + " its most frequent class fills",
                "batch of the epoch",
                "share (%)",
                series);
    }

    private static Series series(String name, BatchPurity purity) {
        List<BatchPurity.Batch> batches = purity.batches();
        int points = Math.min(POINTS, batches.size());
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            int from = (int) ((long) batches.size() * i / points);
            int to = (int) ((long) batches.size() * (i + 1) / points);
            x[i] = 1 + from;
            y[i] = 100
                    * batches.subList(from, to).stream()
                            .mapToDouble(BatchPurity.Batch::purity)
                            .average()
                            .orElseThrow();
        }
        return new Series(name, x, y);
    }
}
