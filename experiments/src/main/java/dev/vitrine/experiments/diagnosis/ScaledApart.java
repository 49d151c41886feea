package dev.vitrine.experiments.diagnosis;

import dev.vitrine.experiments.preflight.Inputs;
import dev.vitrine.experiments.preflight.Preflight;
import dev.vitrine.experiments.preflight.Scales;
import dev.vitrine.experiments.report.Histograms;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The same clips are scaled in one way to be learned from and in another to be judged. */
record ScaledApart() implements Diagnosis {
    private static final String ADVICE =
            "Scale a clip in the same way in training and in use, by numbers that need no label.";

    @Override
    public String fault() {
        return "scaled-differently";
    }

    @Override
    public Answer examine(Evidence evidence) {
        if (evidence.preflight().isEmpty()) {
            return Answer.notRecorded();
        }
        Preflight preflight = evidence.preflight().get();
        if (preflight.scaledAlike()) {
            return Answer.clear();
        }
        return preflight.scales().enough()
                ? paired(preflight.scales())
                : found(preflight.learned(), preflight.judged());
    }

    private static Answer paired(Scales scales) {
        double[] powers = array(scales.powers());
        return new Answer.Found(
                String.format(
                        Locale.ROOT,
                        "The same moment of the same clip reaches the network at one scale to be learned from and at"
                                + " another to be judged: in half of %d inputs larger or smaller by a factor of %.1f"
                                + " or more, at most by %.0f.",
                        powers.length,
                        scales.factor(),
                        Math.pow(2, Arrays.stream(powers).map(Math::abs).max().orElseThrow())),
                ADVICE,
                new Histograms(
                        "One sound, two scales: how much larger it is in training than in judging",
                        "log2 of the scale in training over that in judging (0: alike)",
                        1,
                        List.of(new Histograms.Sample("inputs of this run", powers))));
    }

    private static Answer found(Inputs learned, Inputs judged) {
        return new Answer.Found(
                String.format(
                        Locale.ROOT,
                        "The same training clips reach the network scaled in one way to be learned from (deviation"
                                + " %.2f to %.2f in nine of ten inputs) and in another to be judged (%.2f to %.2f):"
                                + " the distributions are %.2f apart.",
                        share(learned, 0.05),
                        share(learned, 0.95),
                        share(judged, 0.05),
                        share(judged, 0.95),
                        learned.distance(judged)),
                ADVICE,
                new Histograms(
                        "The same clips, learned from and judged: they should look alike",
                        "standard deviation of one input",
                        2,
                        List.of(
                                new Histograms.Sample("as learned from", array(learned.deviations())),
                                new Histograms.Sample("as judged", array(judged.deviations())))));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double share(Inputs inputs, double share) {
        List<Double> sorted = inputs.deviations().stream().sorted().toList();
        return sorted.get((int) (share * (sorted.size() - 1)));
    }
}
