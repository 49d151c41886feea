package dev.vitrine.experiments.diagnosis;

import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.Score;
import dev.vitrine.experiments.report.Confidence;
import dev.vitrine.experiments.report.Interval;
import dev.vitrine.experiments.report.Level;
import dev.vitrine.experiments.report.LineChart;
import dev.vitrine.experiments.report.Series;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A test part so small that the score could be almost anything. */
record FewTestClips() implements Diagnosis {
    private static final double WIDEST = 0.3;
    private static final int MOST_CLIPS = 300;

    @Override
    public String fault() {
        return "few-test-clips";
    }

    @Override
    public Answer examine(Evidence evidence) {
        return evidence.results().map(FewTestClips::examine).orElseGet(Answer::notRecorded);
    }

    private static Answer examine(Results results) {
        Score score = results.score();
        Interval interval = Confidence.ofProportion(score.clipsRight(), score.clipCount());
        if (interval.high() - interval.low() <= WIDEST) {
            return Answer.clear();
        }
        String means = String.format(
                Locale.ROOT,
                "%d of %d right means %.0f\u2013%.0f %%",
                score.clipsRight(),
                score.clipCount(),
                100 * interval.low(),
                100 * interval.high());
        return new Answer.Found(
                means + " (95 % interval): the test part is too small to say anything.",
                "Test on more clips: with --folds 5 every clip is judged once.",
                chart(means, interval, score.clipCount()));
    }

    private static LineChart chart(String means, Interval interval, int clips) {
        int[] counts = IntStream.iterate(5, n -> n <= MOST_CLIPS, n -> n + 5).toArray();
        double[] x = IntStream.of(counts).asDoubleStream().toArray();
        return new LineChart(
                means + "; more clips would narrow it",
                "test clips",
                "accuracy (%)",
                List.of(
                        new Series("up to", x, ends(counts, interval.estimate(), true)),
                        new Series("from", x, ends(counts, interval.estimate(), false)),
                        new Series("this run, %d clips".formatted(clips), new double[] {clips, clips}, new double[] {
                            100 * interval.low(), 100 * interval.high()
                        })),
                List.of(new Level("measured", 100 * interval.estimate())));
    }

    private static double[] ends(int[] counts, double share, boolean high) {
        return IntStream.of(counts)
                .mapToDouble(n -> {
                    Interval interval = Confidence.ofProportion((int) Math.round(share * n), n);
                    return 100 * (high ? interval.high() : interval.low());
                })
                .toArray();
    }
}
