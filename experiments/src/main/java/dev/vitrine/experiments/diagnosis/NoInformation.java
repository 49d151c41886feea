package dev.vitrine.experiments.diagnosis;

import dev.vitrine.experiments.preflight.Provenance;
import dev.vitrine.experiments.preflight.Summaries;
import dev.vitrine.experiments.recipe.Hearing;
import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.Score;
import dev.vitrine.experiments.report.BarChart;
import dev.vitrine.experiments.report.Confidence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Inputs that say nothing about the class: true labels teach a linear model no more than labels dealt out anew. */
record NoInformation() implements Diagnosis {
    /** Fewer clips do not tell a model from chance. */
    private static final int FEWEST = 20;

    @Override
    public String fault() {
        return "no-information";
    }

    @Override
    public Answer examine(Evidence evidence) {
        if (evidence.preflight().isEmpty() || evidence.results().isEmpty()) {
            return Answer.notRecorded();
        }
        Summaries summaries = evidence.preflight().get().summaries();
        Results results = evidence.results().get();
        Optional<Hearing> broken =
                evidence.provenance().map(Provenance::hearing).filter(Hearing::lessThanAFrame);
        if (broken.isPresent()) {
            return found(broken(broken.get(), summaries, results), summaries, results);
        }
        boolean flat = 2 * summaries.flat() >= summaries.columns();
        boolean nothing = results.score().clipCount() >= FEWEST && !beats(results.baseline());
        return (nothing || flat) && !beats(results.score()) && !linear(summaries)
                ? found(nothing(results), summaries, results)
                : Answer.clear();
    }

    private static String nothing(Results results) {
        return "The inputs say nothing about the class, as far as %d test clips can tell"
                .formatted(results.score().clipCount());
    }

    private static String broken(Hearing hearing, Summaries summaries, Results results) {
        boolean some = beats(results.score()) || beats(results.baseline()) || linear(summaries);
        return String.format(
                Locale.ROOT,
                "%s information in the input: windows of %,d samples (%.2f ms), where one frame of the features takes"
                        + " %,d",
                some ? "Hardly any" : "No",
                hearing.samples(),
                hearing.milliseconds(),
                hearing.frame());
    }

    /** The linear model is better than chance on the validation part. */
    private static boolean linear(Summaries summaries) {
        return summaries.clips() >= FEWEST
                && summaries.right() > 1 + 1.2 * Math.max(summaries.rightShuffled(), summaries.majority());
    }

    /** Surely better than always saying the same. */
    private static boolean beats(Score score) {
        return Confidence.ofProportion(score.clipsRight(), score.clipCount()).low() > score.clipMajority();
    }

    private static Answer found(String what, Summaries summaries, Results results) {
        double[] shares = {
            100 * results.score().clipMajority(),
            100 * summaries.rightShuffled() / summaries.clips(),
            100 * results.baseline().clipAccuracy(),
            100 * results.score().clipAccuracy()
        };
        String flat = summaries.flat() == 0
                ? ""
                : "; %d of the %d numbers of a clip take at most two values over all clips"
                        .formatted(summaries.flat(), summaries.columns());
        return new Answer.Found(
                String.format(
                        Locale.ROOT,
                        "%s: a linear model is right on %.1f %% with the true labels and on %.1f %% with labels dealt"
                                + " out anew, the network on %.1f %%, a constant on %.1f %%%s.",
                        what,
                        shares[2],
                        shares[1],
                        shares[3],
                        shares[0],
                        flat),
                "Listen to a few inputs and plot them: are they long enough? do label and clip belong together?",
                new BarChart(
                        "True labels teach no more than shuffled ones",
                        "who judges",
                        "right (%)",
                        List.of("always the same", "linear, shuffled labels", "linear, true labels", "network"),
                        List.of(new BarChart.Bars("right", shares))));
    }
}
