package dev.vitrine.experiments.nsynth;

import dev.vitrine.audio.dataset.BatchPurity;
import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.Score;
import dev.vitrine.experiments.report.BarChart;
import dev.vitrine.experiments.report.ChartWriter;
import dev.vitrine.experiments.report.HeatMap;
import dev.vitrine.experiments.report.LineChart;
import dev.vitrine.experiments.report.Series;
import dev.vitrine.experiments.report.Tiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The charts of a run on notes. */
final class NsynthCharts {
    private static final int BATCH = 32;
    private static final long SEED = 1;
    private static final double SECONDS = 4;
    private static final int QUANTILES = 101;

    private final Path folder;
    private final NotesMaterial material;

    /** Charts of a run, to be written into {@code folder}. */
    NsynthCharts(Path folder, NotesMaterial material) {
        this.folder = folder;
        this.material = material;
    }

    /** Writes them. */
    void write(Results results) throws IOException {
        families();
        frontEnds();
        purity();
        bars(results.score());
    }

    /** A note of each family, a sixteenth of its pixels, low pitch at the bottom. */
    private void families() throws IOException {
        List<Tiles.Matrix> notes = new ArrayList<>();
        for (int family = 0; family < material.classes().size(); family++) {
            int wanted = family;
            material.clips().stream()
                    .filter(note -> note.label() == wanted)
                    .findFirst()
                    .ifPresent(note -> notes.add(new Tiles.Matrix(
                            material.classes().get(wanted), upright(halved(halved(material.picture(note)))))));
        }
        ChartWriter.write(
                new Tiles(
                        "A note of each family, as the network sees it ("
                                + material.input().word() + ")",
                        "pitch, low at the bottom",
                        "time, 4 s",
                        material.input() == FrontEnd.LOG_MEL ? "level (dB below the loudest)" : "magnitude",
                        4,
                        notes),
                folder,
                "families");
    }

    private static double[][] halved(double[][] picture) {
        double[][] small = new double[picture.length / 2][picture[0].length / 2];
        for (int h = 0; h < small.length; h++) {
            for (int w = 0; w < small[0].length; w++) {
                small[h][w] = (picture[2 * h][2 * w]
                                + picture[2 * h + 1][2 * w]
                                + picture[2 * h][2 * w + 1]
                                + picture[2 * h + 1][2 * w + 1])
                        / 4;
            }
        }
        return small;
    }

    private static double[][] upright(double[][] picture) {
        double[][] turned = new double[picture.length][];
        for (int h = 0; h < turned.length; h++) {
            turned[h] = picture[picture.length - 1 - h];
        }
        return turned;
    }

    /** One note through all front ends, and how their values lie between the smallest and the largest. */
    private void frontEnds() throws IOException {
        List<Series> curves = new ArrayList<>();
        for (FrontEnd each : FrontEnd.values()) {
            float[] pixels = each.of(material.example());
            double[][] picture = Pixels.rows(pixels, each.input().size(2));
            double[] centres =
                    IntStream.range(0, picture.length).mapToDouble(i -> i).toArray();
            ChartWriter.write(
                    new HeatMap(
                            "One note through the front end " + each.word(),
                            "time (s)",
                            SECONDS,
                            new HeatMap.Rows(
                                    each == FrontEnd.LOG_MEL ? "mel band" : "row of the picture (0 to 8 kHz)",
                                    centres,
                                    List.of(HeatMap.Tick.at(0), HeatMap.Tick.at(64), HeatMap.Tick.at(127))),
                            each == FrontEnd.LOG_MEL ? "level (dB)" : "value",
                            picture,
                            List.of()),
                    folder,
                    "front-end-" + each.word());
            if (each != FrontEnd.LINEAR_1) {
                curves.add(spread(each == FrontEnd.LOG_MEL ? "log-mel" : "linear magnitude", pixels));
            }
        }
        ChartWriter.write(
                new LineChart(
                        "A linear picture of a note is nearly black: how its values lie between smallest and largest",
                        "share of the pixels (%)",
                        "value, at most (% of the range)",
                        curves),
                folder,
                "front-ends");
    }

    private static Series spread(String name, float[] pixels) {
        float[] sorted = pixels.clone();
        Arrays.sort(sorted);
        double low = sorted[0];
        double range = Math.max(1e-12, sorted[sorted.length - 1] - low);
        double[] x = new double[QUANTILES];
        double[] y = new double[QUANTILES];
        for (int i = 0; i < QUANTILES; i++) {
            x[i] = 100.0 * i / (QUANTILES - 1);
            y[i] = 100 * (sorted[(int) ((long) i * (sorted.length - 1) / (QUANTILES - 1))] - low) / range;
        }
        return new Series(name, x, y);
    }

    private void purity() throws IOException {
        BatchPurity shards = ShardOrder.original(BATCH);
        BatchPurity shuffled = BatchPurity.of(ShardOrder.shuffled(SEED), BATCH, ShardOrder.SIZES.size());
        ChartWriter.write(
                new LineChart(
                        String.format(
                                Locale.ROOT,
                                "The original's order: of %,d batches only the first %,d hold all families, and the last"
                                        + " %,d are all bass",
                                shards.batches().size(),
                                shards.complete(),
                                shards.pureTail()),
                        "batch of an epoch of the public set",
                        "families in the batch",
                        List.of(present("shards in turn", shards), present("shuffled", shuffled))),
                folder,
                "batch-purity");
    }

    /** The mean over a hundredth of the epoch at a time. */
    private static Series present(String name, BatchPurity purity) {
        int points = 100;
        int width = purity.batches().size() / points;
        double[] x = new double[points + 1];
        double[] y = new double[points + 1];
        for (int i = 0; i <= points; i++) {
            int first = Math.min(i * width, purity.batches().size() - width);
            x[i] = first + width / 2.0;
            y[i] = purity.batches().subList(first, first + width).stream()
                    .mapToInt(BatchPurity.Batch::present)
                    .average()
                    .orElseThrow();
        }
        return new Series(name, x, y);
    }

    /** The confusion as bars: of each family's notes how many are found, and of those said to be it how many are. */
    private void bars(Score score) throws IOException {
        int families = material.classes().size();
        double[] found = new double[families];
        double[] rightly = new double[families];
        for (int family = 0; family < families; family++) {
            int column = family;
            double right = score.clips().get(family).get(family);
            double all = score.clips().get(family).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            double said =
                    score.clips().stream().mapToInt(row -> row.get(column)).sum();
            found[family] = all == 0 ? 0 : 100 * right / all;
            rightly[family] = said == 0 ? 0 : 100 * right / said;
        }
        ChartWriter.write(
                new BarChart(
                        "Each family: notes that are found, and verdicts that are right",
                        "family",
                        "share (%)",
                        material.classes(),
                        List.of(
                                new BarChart.Bars("found, of its notes", found),
                                new BarChart.Bars("right, of the verdicts for it", rightly))),
                folder,
                "confusion-bars");
    }
}
