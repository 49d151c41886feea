package dev.vitrine.experiments.musicspeech;

import dev.vitrine.audio.audioset.ClassLabels;
import dev.vitrine.audio.audioset.ClassLabels.ClassLabel;
import dev.vitrine.audio.audioset.Ratings;
import dev.vitrine.audio.audioset.Ratings.Rating;
import dev.vitrine.audio.audioset.Ratings.Unrated;
import dev.vitrine.audio.audioset.Segments;
import dev.vitrine.audio.audioset.Segments.Segment;
import dev.vitrine.engine.io.AtomicFile;
import dev.vitrine.experiments.report.BarChart;
import dev.vitrine.experiments.report.ChartWriter;
import dev.vitrine.experiments.report.Level;
import dev.vitrine.experiments.report.LineChart;
import dev.vitrine.experiments.report.Series;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which labels of AudioSet people agreed with when they listened again, and which clips are left if the others are dropped:
 * how the published experiment on music and speech chose its clips.
 *
 * @param rows a label each, in the order of the ratings
 * @param clips of the table of segments
 * @param left those with a label that is kept
 * @param agreement the least share of labels that were found right, 0 to 1
 */
public record LabelTable(List<Row> rows, Segments clips, Segments left, double agreement) {
    private static final int MOST_FREQUENT = 12;

    /**
     * One label.
     *
     * @param mid its identifier
     * @param name as people say
     * @param clips that bear it
     * @param rating what listeners said
     * @param kept whether that is enough
     */
    public record Row(String mid, String name, int clips, Rating rating, boolean kept) {
        private boolean rated() {
            return rating.rated() > 0;
        }

        private String line() {
            return String.format(
                    Locale.ROOT,
                    "%s,\"%s\",%d,%d,%d,%s,%s",
                    mid,
                    name.replace("\"", "\"\""),
                    clips,
                    rating.rated(),
                    rating.correct(),
                    rated() ? String.format(Locale.ROOT, "%.4f", rating.agreement()) : "",
                    kept ? "yes" : "no");
        }
    }

    /** Copies the list. */
    public LabelTable {
        rows = List.copyOf(rows);
    }

    /** Puts names, ratings and clips side by side. */
    public static LabelTable of(
            ClassLabels labels, Ratings ratings, Segments clips, double agreement, Unrated unrated) {
        Map<String, String> names =
                labels.classes().stream().collect(Collectors.toMap(ClassLabel::mid, ClassLabel::name, (a, b) -> a));
        Map<String, Integer> counts = new HashMap<>();
        clips.segments().forEach(clip -> clip.mids().forEach(mid -> counts.merge(mid, 1, Integer::sum)));
        Set<String> kept = ratings.trusted(agreement, unrated);
        List<Row> rows = new ArrayList<>();
        ratings.byMid()
                .forEach((mid, rating) -> rows.add(new Row(
                        mid, names.getOrDefault(mid, mid), counts.getOrDefault(mid, 0), rating, kept.contains(mid))));
        return new LabelTable(rows, clips, clips.withAny(kept::contains), agreement);
    }

    /** How many labels are kept. */
    public int kept() {
        return (int) rows.stream().filter(Row::kept).count();
    }

    /** The most frequent labels first. */
    public List<Row> mostFrequent() {
        return rows.stream()
                .sorted(Comparator.comparing(Row::clips).reversed())
                .limit(MOST_FREQUENT)
                .toList();
    }

    /** What is left, in a sentence. */
    public String words() {
        long unrated = rows.stream().filter(row -> !row.rated()).count();
        return String.format(
                Locale.ROOT,
                "%d of %d labels have an agreement of at least %.0f %% (%d were never rated); %,d of %,d clips remain",
                kept(),
                rows.size(),
                100 * agreement,
                unrated,
                left.segments().size(),
                clips.segments().size());
    }

    /** Writes both tables, and the charts. */
    public void write(Path folder) throws IOException {
        lines(
                folder.resolve("labels.csv"),
                "mid,label,clips,rated,right,agreement,kept",
                rows.stream().map(Row::line).toList());
        Map<String, String> names = rows.stream().collect(Collectors.toMap(Row::mid, Row::name));
        lines(
                folder.resolve("clips.csv"),
                "video,start (s),end (s),labels",
                left.segments().stream().map(clip -> line(clip, names)).toList());
        byRank(folder);
        frequent(folder);
        remaining(folder);
    }

    private static String line(Segment clip, Map<String, String> names) {
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,\"%s\"",
                clip.videoId(),
                clip.start(),
                clip.end(),
                clip.mids().stream()
                        .map(mid -> names.getOrDefault(mid, mid))
                        .collect(Collectors.joining("; "))
                        .replace("\"", "\"\""));
    }

    private static void lines(Path file, String header, List<String> lines) throws IOException {
        byte[] text = (header + "\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(text));
    }

    private void byRank(Path folder) throws IOException {
        double[] shares = rows.stream()
                .filter(Row::rated)
                .mapToDouble(row -> -100 * row.rating().agreement())
                .sorted()
                .map(share -> -share)
                .toArray();
        ChartWriter.write(
                new LineChart(
                        words(),
                        "rated labels, from the most agreed upon to the least",
                        "agreement of listeners (%)",
                        List.of(Series.byEpoch("agreement", shares)),
                        List.of(new Level("least that is kept", 100 * agreement))),
                folder,
                "label-agreement");
    }

    private void frequent(Path folder) throws IOException {
        List<Row> most = mostFrequent();
        ChartWriter.write(
                new BarChart(
                        "Agreement on the %d most frequent labels (0: never rated)".formatted(most.size()),
                        "label",
                        "agreement of listeners (%)",
                        most.stream().map(Row::name).toList(),
                        List.of(
                                new BarChart.Bars("kept", shares(most, true)),
                                new BarChart.Bars("left out", shares(most, false)))),
                folder,
                "frequent-labels");
    }

    private static double[] shares(List<Row> rows, boolean kept) {
        return rows.stream()
                .mapToDouble(row ->
                        row.kept() == kept && row.rated() ? 100 * row.rating().agreement() : 0)
                .toArray();
    }

    private void remaining(Path folder) throws IOException {
        double[] kept = {
            100.0 * kept() / rows.size(),
            100.0 * left.segments().size() / clips.segments().size()
        };
        ChartWriter.write(
                new BarChart(
                        "What is left: %d labels, %,d clips"
                                .formatted(kept(), left.segments().size()),
                        "what",
                        "share (%)",
                        List.of("labels", "clips with a kept label"),
                        List.of(
                                new BarChart.Bars("kept", kept),
                                new BarChart.Bars(
                                        "left out",
                                        Arrays.stream(kept)
                                                .map(share -> 100 - share)
                                                .toArray()))),
                folder,
                "labels-remaining");
    }
}
