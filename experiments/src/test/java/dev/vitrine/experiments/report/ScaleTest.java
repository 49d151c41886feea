package dev.vitrine.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Axes, thinning, bins and colours. */
class ScaleTest {

    @Test
    void allPanelsShareOneScaleThatHoldsTheLoudest() {
        double[] x = {0, 1};
        SmallMultiples chart = new SmallMultiples(
                "Waves",
                "time (ms)",
                "amplitude",
                2,
                List.of(
                        new SmallMultiples.Panel("quiet", x, new double[] {-0.1, 0.1}),
                        new SmallMultiples.Panel("loud", x, new double[] {-0.9, 0.7})));
        MultiplesPainter painter = new MultiplesPainter(chart);
        Plot quiet = painter.plot(0);
        Plot loud = painter.plot(1);
        assertThat(quiet.y()).isEqualTo(loud.y());
        assertThat(quiet.x()).isEqualTo(loud.x());
        assertThat(quiet.area().getSize()).isEqualTo(loud.area().getSize());
        assertThat(quiet.py(0.1)).isEqualTo(loud.py(0.1));
        assertThat(loud.y().low()).isLessThanOrEqualTo(-0.9);
        assertThat(loud.y().high()).isGreaterThanOrEqualTo(0.7);
    }

    @Test
    void allHistogramsShareOneScale() {
        HistogramPainter painter = new HistogramPainter(Samples.histograms());
        for (int i = 1; i < 10; i++) {
            assertThat(painter.plot(i).y()).isEqualTo(painter.plot(0).y());
            assertThat(painter.plot(i).x()).isEqualTo(painter.plot(0).x());
        }
    }

    @Test
    void roundAxisEndsOnTicksAroundTheValues() {
        Axis axis = Axis.round("", new Range(55.2, 87.3), 6);
        assertThat(axis).isEqualTo(new Axis("", 50, 90, 10));
        assertThat(axis.ticks()).containsExactly(50, 60, 70, 80, 90);
        assertThat(axis.text(-12000)).isEqualTo("\u221212,000");
        assertThat(Axis.round("", new Range(0, 0.31), 6).text(0.1)).isEqualTo("0.1");
        assertThat(Axis.tight("", new Range(0, 15.98), 4).high()).isEqualTo(15.98, within(0.2));
    }

    @Test
    void powersOfTenAreWrittenOut() {
        Axis axis = new Axis("", -2, 4, 1).powersOfTen();
        assertThat(axis.text(-2)).isEqualTo("0.01");
        assertThat(axis.text(0)).isEqualTo("1");
        assertThat(axis.text(4)).isEqualTo("10,000");
    }

    @Test
    void aConstantStillHasAnAxis() {
        Axis zero = Axis.round("", new Range(0, 0), 6);
        Axis constant = Axis.round("", new Range(7, 7), 6);
        assertThat(zero.low()).isLessThan(0);
        assertThat(constant.high()).isGreaterThan(7);
    }

    @Test
    void thereIsNoEpochAndAHalf() {
        List<Series> three = List.of(Series.byEpoch("loss", new double[] {3, 2, 1}));
        assertThat(LinePainter.xAxis("epoch", three).ticks()).containsExactly(1, 2, 3);
    }

    @Test
    void thinningKeepsEveryPeak() {
        double[] y = new double[100_000];
        double[] x = new double[y.length];
        Arrays.setAll(x, i -> i);
        y[12_345] = 5;
        y[12_346] = -4;
        y[99_999] = 1;
        Series thin = Thinning.thin(new Series("click", x, y), 600);
        assertThat(thin.x()).hasSizeLessThanOrEqualTo(1202).isSorted().contains(12_345, 12_346);
        assertThat(thin.y()).contains(5, -4).endsWith(1);
    }

    @Test
    void thinningLeavesShortCurvesAlone() {
        Series curve = new Series("short", new double[] {1, 2, 3}, new double[] {4, 5, 6});
        assertThat(Thinning.thin(curve, 600)).isSameAs(curve);
    }

    @Test
    void binsCountEveryValueOnceAndSplitAtZero() {
        double[] values = new Random(3).doubles(1000, -0.7, 1.1).toArray();
        values[0] = -0.7;
        values[1] = 1.1;
        Bins bins = Bins.over(Range.of(values));
        assertThat(Arrays.stream(bins.counts(values)).sum()).isEqualTo(1000);
        assertThat(Arrays.stream(bins.percent(values)).sum()).isEqualTo(100, within(1e-9));
        assertThat(bins.count()).isBetween(12, 40);
        double[] edges = new double[bins.count() + 1];
        Arrays.setAll(edges, bins::edge);
        assertThat(Arrays.stream(edges).map(Math::abs).min().orElseThrow()).isLessThan(1e-12);
    }

    @Test
    void endLabelsNeverOverlapAndStayInside() {
        Plot plot = new Plot(new java.awt.Rectangle(0, 100, 500, 400), new Axis("", 0, 1, 1), new Axis("", 0, 1, 1));
        for (double[] wanted :
                new double[][] {{200, 201, 202, 203}, {100, 100, 101}, {497, 498, 499, 500}, {150, 300}}) {
            double[] at = EndLabels.spread(wanted, plot);
            for (int i = 1; i < at.length; i++) {
                assertThat(at[i] - at[i - 1]).isGreaterThanOrEqualTo(24.99);
            }
            assertThat(at[0]).isGreaterThanOrEqualTo(100);
            assertThat(at[at.length - 1]).isLessThanOrEqualTo(500);
        }
    }

    @Test
    void neighboursInThePaletteDifferInLightnessAsWellAsInHue() {
        for (int i = 1; i < 4; i++) {
            assertThat(Palette.contrast(Palette.of(i), Palette.of(i - 1))).isGreaterThan(1.1);
        }
        for (Color colour : Palette.COLOURS) {
            assertThat(Palette.contrast(colour, Color.WHITE)).isGreaterThan(1.9);
        }
    }

    @Test
    void sequentialMapGrowsSteadilyLighter() {
        for (int i = 1; i <= 100; i++) {
            assertThat(lightness(ColourMap.SEQUENTIAL, i)).isGreaterThan(lightness(ColourMap.SEQUENTIAL, i - 1));
            assertThat(lightness(ColourMap.SHARE, i)).isLessThan(lightness(ColourMap.SHARE, i - 1));
        }
        assertThat(lightness(ColourMap.SEQUENTIAL, 100) - lightness(ColourMap.SEQUENTIAL, 0))
                .isGreaterThan(70);
    }

    @Test
    void divergingMapIsWhiteAtZeroAndEvenlyDarkOnBothSides() {
        assertThat(ColourMap.DIVERGING.at(0.5)).isEqualTo(Color.WHITE);
        for (int i = 1; i <= 50; i++) {
            double blue = lightness(ColourMap.DIVERGING, 50 - i);
            double orange = lightness(ColourMap.DIVERGING, 50 + i);
            assertThat(blue).isLessThan(lightness(ColourMap.DIVERGING, 51 - i));
            assertThat(orange).isLessThan(lightness(ColourMap.DIVERGING, 49 + i));
            assertThat(blue).isCloseTo(orange, within(15.0));
        }
    }

    @Test
    void bothSignsMakeASymmetricScale() {
        assertThat(ColourScale.over(new Range(-0.2, 0.8)))
                .isEqualTo(new ColourScale(ColourMap.DIVERGING, new Range(-0.8, 0.8)));
        assertThat(ColourScale.over(new Range(0, 0.8)).map()).isEqualTo(ColourMap.SEQUENTIAL);
    }

    /** CIE L*, 0 black to 100 white. */
    private static double lightness(ColourMap map, int percent) {
        double y = Palette.luminance(map.at(percent / 100.0));
        return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
    }

    @Test
    void tenHalvingLayersSee2047Samples() {
        ReceptiveField field = Samples.field();
        ReceptiveField.Field last = field.fields().get(9);
        assertThat(last).isEqualTo(new ReceptiveField.Field(2047, 1024));
        assertThat(field.milliseconds(last)).isEqualTo(127.9375);
    }

    @Test
    void threeDigitsReadWell() {
        assertThat(List.of(0.0, 0.012345, 4.5678, 789.4, 12345.0, 1.2e-5).stream()
                        .map(Numbers::threeDigits))
                .containsExactly("0", "0.0123", "4.57", "789", "12,300", "1.2e-05");
    }
}
