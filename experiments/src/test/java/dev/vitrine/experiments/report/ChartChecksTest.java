package dev.vitrine.experiments.report;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What charts refuse, word by word. */
class ChartChecksTest {

    private static final double[] ONE = {1};

    private static LineChart line(double[] x, double[] y) {
        return new LineChart("Loss", "epoch", "loss", List.of(new Series("train", x, y)));
    }

    private static void refuses(ThrowingCallable chart, String message) {
        assertThatThrownBy(chart).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void namesChartSeriesAndPlaceOfANaN() {
        refuses(
                () -> line(new double[] {1, 2}, new double[] {1, Double.NaN}),
                "chart 'Loss', 'train': y[1] is NaN; expected finite numbers only");
    }

    @Test
    void namesChartSeriesAndPlaceOfAnInfinity() {
        refuses(
                () -> line(new double[] {Double.NEGATIVE_INFINITY}, ONE),
                "chart 'Loss', 'train': x[0] is -Infinity; expected finite numbers only");
        refuses(
                () -> new LineChart(
                        "Loss",
                        "epoch",
                        "loss",
                        List.of(new Series("train", ONE, ONE)),
                        List.of(new Level("coin", Double.POSITIVE_INFINITY))),
                "chart 'Loss', 'coin': level[0] is Infinity; expected finite numbers only");
    }

    @Test
    void refusesEmptySeriesAndNoSeries() {
        refuses(
                () -> line(new double[0], new double[0]),
                "chart 'Loss', 'train': x has no values; expected at least one");
        refuses(
                () -> new LineChart("Loss", "epoch", "loss", List.of()),
                "chart 'Loss': no series; expected at least one");
    }

    @Test
    void refusesUnequalLengthsAndFallingX() {
        refuses(
                () -> line(ONE, new double[] {1, 2}),
                "chart 'Loss', 'train': 1 values of x but 2 of y; expected as many of both");
        refuses(
                () -> line(new double[] {2, 1}, new double[] {1, 2}),
                "chart 'Loss', 'train': x falls from 2.0 to 1.0 at index 1; expected x in rising order");
    }

    @Test
    void refusesAnAxisWithoutName() {
        refuses(
                () -> new LineChart("Loss", " ", "loss", List.of(new Series("train", ONE, ONE))),
                "chart 'Loss': the x axis has no label; expected a name with its unit, such as 'time (ms)'");
        refuses(
                () -> new LineChart("", "epoch", "loss", List.of(new Series("train", ONE, ONE))),
                "line chart: the title is empty; expected a sentence that says what one should see");
    }

    @Test
    void refusesBarsThatDoNotFitTheCategories() {
        refuses(
                () -> new BarChart("GAP", "channel", "mean", List.of("0", "1"), List.of(new BarChart.Bars("cat", ONE))),
                "chart 'GAP', 'cat': 1 values for 2 categories; expected one for each");
        refuses(
                () -> new BarChart(
                        "GAP", "channel", "mean", List.of("0"), List.of(new BarChart.Bars("cat", ONE, new double[] {
                            Double.NaN
                        }))),
                "chart 'GAP', 'cat': errors[0] is NaN; expected finite numbers only");
    }

    @Test
    void refusesRaggedAndIndivisibleMatrices() {
        refuses(
                () -> new Tiles("Weights", "out", "in", "weight", 1, List.of(new Tiles.Matrix("conv", new double[][] {
                    {1, 2}, {3}
                }))),
                "chart 'Weights', 'conv': row 1 has 1 values, row 0 has 2; expected rows of one length");
        refuses(
                () -> Tiles.Matrix.ofFlat("conv", new double[7], 2),
                "matrix 'conv': 7 values do not divide into 2 rows; expected a multiple of the rows");
    }

    @Test
    void refusesCountsThatAreNotSquareOrNegativeOrNone() {
        List<String> classes = List.of("cat", "dog");
        refuses(
                () -> new ConfusionMatrix("Clips", classes, new int[][] {{1, 2}, {3}}),
                "chart 'Clips': counts must be 2 rows of 2, one for each class");
        refuses(
                () -> new ConfusionMatrix("Clips", classes, new int[][] {{1, -2}, {3, 4}}),
                "chart 'Clips': a count is negative; expected 0 or more");
        refuses(
                () -> new ConfusionMatrix("Clips", classes, new int[2][2]),
                "chart 'Clips': all counts are 0; expected something counted");
    }

    private static Grid grid(double[][] values, Grid.Mark... marks) {
        return new Grid("Grid", "r", List.of("1", "2"), "c", List.of("a"), "v", values, List.of(marks));
    }

    @Test
    void refusesGridsThatAreNotAsNamed() {
        refuses(() -> grid(new double[][] {{1}}), "chart 'Grid': 1 rows of values, 2 names; expected as many of both");
        refuses(
                () -> grid(new double[][] {{1}, {1, 2}}),
                "chart 'Grid': a row has 2 values; expected 1, one for each column");
        refuses(
                () -> grid(new double[][] {{Double.NaN}, {Double.NaN}}),
                "chart 'Grid': there is no number; expected at least one");
        refuses(
                () -> grid(new double[][] {{1}, {2}}, new Grid.Mark(0, 1, "kept")),
                "chart 'Grid': the mark 'kept' lies outside");
    }

    @Test
    void refusesLayersWithoutTaps() {
        refuses(
                () -> new ReceptiveField("Field", 16000, List.of(new ReceptiveField.Layer("conv", 0, 2))),
                "chart 'Field', 'conv': kernel 0, stride 2, dilation 1; expected at least 1 each");
    }

    @Test
    void scatterWantsAsManyNumbersAsPoints() {
        assertThatThrownBy(() -> new Scatter(
                        "t", "x", "y", List.of(new Scatter.Group("g", List.of("one"), new double[] {1}, new double[] {
                            1, 2
                        }))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("chart 't', 'g': 1 points, 1 x, 2 y; expected as many of each");
    }
}
