package dev.vitrine.experiments.diagnosis;

import dev.vitrine.experiments.preflight.Neighbours;
import dev.vitrine.experiments.report.BarChart;
import java.util.List;
import java.util.Locale;

/** A convolution that slides along an axis whose neighbours have nothing to do with each other. */
record UnorderedAxis() implements Diagnosis {
    @Override
    public String fault() {
        return "unordered-axis";
    }

    @Override
    public Answer examine(Evidence evidence) {
        if (evidence.preflight().isEmpty()) {
            return Answer.notRecorded();
        }
        List<Neighbours> axes = evidence.preflight().get().axes();
        return axes.stream()
                .filter(axis -> axis.kernel() > 1 && axis.unordered())
                .findFirst()
                .map(axis -> found(axis, axes))
                .orElseGet(Answer::clear);
    }

    private static Answer found(Neighbours axis, List<Neighbours> axes) {
        return new Answer.Found(
                String.format(
                        Locale.ROOT,
                        "The convolution slides along axis %d of the input (%d places), which has no neighbourhood:"
                                + " next places correlate by %.2f, places far apart by %.2f.",
                        axis.axis(),
                        axis.size(),
                        axis.near(),
                        axis.far()),
                "Make that axis the channels, and slide along an axis that has an order, such as time.",
                new BarChart(
                        "Neighbours on an axis of the input: only an ordered axis can be slid along",
                        "axis",
                        "correlation",
                        axes.stream()
                                .map(each -> "axis %d, %d places%s"
                                        .formatted(each.axis(), each.size(), each.kernel() > 1 ? ", slid along" : ""))
                                .toList(),
                        List.of(
                                new BarChart.Bars(
                                        "next to each other",
                                        axes.stream()
                                                .mapToDouble(Neighbours::near)
                                                .toArray()),
                                new BarChart.Bars(
                                        "far apart",
                                        axes.stream()
                                                .mapToDouble(Neighbours::far)
                                                .toArray()))));
    }
}
