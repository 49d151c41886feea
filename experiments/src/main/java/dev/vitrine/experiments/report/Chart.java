package dev.vitrine.experiments.report;

/** One chart: what it looks like, and the numbers behind it. */
public sealed interface Chart
        permits LineChart,
                SmallMultiples,
                BarChart,
                Histograms,
                Tiles,
                HeatMap,
                Grid,
                Strips,
                ConfusionMatrix,
                ReceptiveField,
                Roofline,
                Scatter {

    /** The sentence above the chart; it says what one should see. */
    String title();

    /** The chart as a drawing of fixed size. */
    Picture picture();

    /** The numbers behind the chart, tidy: one row per value. */
    Table table();
}
