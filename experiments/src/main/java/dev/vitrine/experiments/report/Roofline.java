package dev.vitrine.experiments.report;

import java.util.List;

/**
 * Kernels under the roof of a device: operations a second over operations for each byte, both on scales of powers of ten.
 *
 * <p>CSV columns: {@code dot, group, operations per byte, GFLOP/s, ms}; a roof is a row without operations per byte and
 * ms.
 *
 * <p>Source: S. Williams, A. Waterman, D. Patterson, Roofline: an insightful visual performance model for multicore
 * architectures, Communications of the ACM 52(4), 2009.
 *
 * @param title what one should see
 * @param peak 10⁹ operations a second at most
 * @param slopes how many bytes a second the device moves at most, at least one
 * @param dots one per kernel, at least one
 */
public record Roofline(String title, double peak, List<Slope> slopes, List<Dot> dots) implements Chart {

    /**
     * A sloping part of the roof.
     *
     * @param name where the bytes come from
     * @param gigabytes 10⁹ bytes a second at most
     */
    public record Slope(String name, double gigabytes) {}

    /**
     * One kernel.
     *
     * @param name in the numbers beside the chart
     * @param group dots of one group share a colour and a shape, named in the legend
     * @param intensity operations for each byte
     * @param gigaflops 10⁹ operations a second
     * @param milliseconds it takes; longer ones are drawn larger
     */
    public record Dot(String name, String group, double intensity, double gigaflops, double milliseconds) {}

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is no slope or no dot, or a number that is not above 0
     */
    public Roofline {
        Check.title("roofline", title);
        slopes = Check.some(title, "slopes", slopes);
        dots = Check.some(title, "dots", dots);
        above0(title, "peak", peak);
        for (Slope slope : slopes) {
            above0(title, slope.name(), slope.gigabytes());
        }
        for (Dot dot : dots) {
            above0(title, dot.name(), dot.intensity());
            above0(title, dot.name(), dot.gigaflops());
            above0(title, dot.name(), dot.milliseconds());
        }
    }

    private static void above0(String title, String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "chart '" + title + "', '" + what + "': got " + value + "; expected a finite number above 0");
        }
    }

    @Override
    public Picture picture() {
        return new RooflinePainter(this).picture();
    }

    @Override
    public Table table() {
        Table table = Table.columns("dot", "group", "operations per byte", "GFLOP/s", "ms");
        table.add("peak", "roof", "", peak, "");
        slopes.forEach(slope -> table.add(slope.name() + " (GB/s)", "roof", "", slope.gigabytes(), ""));
        dots.forEach(dot -> table.add(dot.name(), dot.group(), dot.intensity(), dot.gigaflops(), dot.milliseconds()));
        return table;
    }
}
