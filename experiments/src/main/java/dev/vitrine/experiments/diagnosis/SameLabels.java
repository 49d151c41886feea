package dev.vitrine.experiments.diagnosis;

import dev.vitrine.experiments.preflight.Provenance;
import dev.vitrine.experiments.recipe.LabelColumn;
import dev.vitrine.experiments.report.BarChart;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One column of labels that two questions are taught by. */
record SameLabels() implements Diagnosis {
    @Override
    public String fault() {
        return "same-labels-twice";
    }

    @Override
    public Answer examine(Evidence evidence) {
        if (evidence.provenance().isEmpty()) {
            return Answer.notRecorded();
        }
        return evidence.provenance()
                .flatMap(Provenance::sharedLabels)
                .map(SameLabels::found)
                .orElseGet(Answer::clear);
    }

    private static Answer found(Provenance.Shared shared) {
        LabelColumn first = shared.first();
        LabelColumn second = shared.second();
        int clips = first.used().size();
        int apart = 0;
        for (int i = 0; i < clips; i++) {
            apart += first.told().get(i).equals(second.told().get(i)) ? 0 : 1;
        }
        int wrong = first.contradictions() + second.contradictions();
        return new Answer.Found(
                String.format(
                        Locale.ROOT,
                        "The same labels are used twice: the models for %s and for %s are taught by one column of %d"
                                + " labels, though the data set answers the two questions differently for %d clips;"
                                + " %d labels are wrong.",
                        first.target(),
                        second.target(),
                        clips,
                        apart,
                        wrong),
                "Make the labels of each question from the data; until then the two models are one, and so are their"
                        + " charts.",
                new BarChart(
                        "One column of labels for two questions",
                        "model",
                        "clips",
                        List.of(first.target(), second.target()),
                        List.of(
                                new BarChart.Bars("labelled as the data set says", right(first, second)),
                                new BarChart.Bars("labelled otherwise", wrong(first, second)))));
    }

    private static double[] right(LabelColumn... columns) {
        return Stream.of(columns)
                .mapToDouble(column -> column.told().size() - column.contradictions())
                .toArray();
    }

    private static double[] wrong(LabelColumn... columns) {
        return Stream.of(columns).mapToDouble(LabelColumn::contradictions).toArray();
    }
}
