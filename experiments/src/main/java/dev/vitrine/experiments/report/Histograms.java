package dev.vitrine.experiments.report;

import java.util.List;

/**
 * How values spread, one panel per sample, all over the same bins: the weights of each layer.
 *
 * <p>Heights are shares of the sample, so that a layer of 30 weights compares with one of 300.
 *
 * <p>CSV columns: {@code panel, from, to, count, share (%)}; a bin holds its lower end, the last one both.
 *
 * @param title what one should see
 * @param valueLabel what the values are, with their unit
 * @param columns panels in a row
 * @param samples at least one
 */
public record Histograms(String title, String valueLabel, int columns, List<Sample> samples) implements Chart {

    /**
     * Values whose spread one panel shows.
     *
     * @param name above the panel
     * @param values in any order
     */
    public record Sample(String name, double[] values) {}

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no sample, or one that is empty or not finite
     */
    public Histograms {
        Check.title("histograms", title);
        Check.label(title, "value axis", valueLabel);
        Check.columns(title, columns);
        samples = Check.some(title, "samples", samples);
        for (Sample sample : samples) {
            Check.finite(title, sample.name(), "values", sample.values());
        }
    }

    @Override
    public Picture picture() {
        return new HistogramPainter(this).picture();
    }

    @Override
    public Table table() {
        Table table = Table.columns("panel", "from", "to", "count", "share (%)");
        Bins bins = bins();
        for (Sample sample : samples) {
            int[] counts = bins.counts(sample.values());
            double[] shares = bins.percent(sample.values());
            for (int i = 0; i < counts.length; i++) {
                table.add(sample.name(), bins.edge(i), bins.edge(i + 1), counts[i], shares[i]);
            }
        }
        return table;
    }

    Bins bins() {
        return Bins.over(Range.ofAll(samples.stream().map(Sample::values)));
    }
}
