package dev.vitrine.experiments.datacheck;

import dev.vitrine.experiments.report.BarChart;
import java.util.List;

/** Whether what the network sees at once is long enough for a frame of its features. */
final class WindowProbe implements Probe {
    private static final String CHART = "windows";

    @Override
    public Outcome look(Survey survey, CheckOptions options) {
        Outcome outcome = new Outcome();
        if (!survey.isSound() || survey.facts().isEmpty()) {
            return outcome;
        }
        int frame = options.fftSize();
        if (options.window() != CheckOptions.WHOLE) {
            window(survey, options, outcome);
        }
        List<ItemFacts> tooShort = survey.facts().stream()
                .filter(one -> one.samples() < Math.max(frame, options.window()))
                .toList();
        List<ItemFacts> shorterThanFrame =
                tooShort.stream().filter(one -> one.samples() < frame).toList();
        if (!shorterThanFrame.isEmpty()) {
            outcome.find(
                    Severity.WARNING,
                    Topic.WINDOWS,
                    Words.format(
                            "%s shorter than one frame of %,d samples.",
                            Words.count(shorterThanFrame.size(), "item is", "items are"), frame),
                    Survey.names(shorterThanFrame),
                    "",
                    "Leave them out, or take shorter frames (--n-fft).");
        } else if (!tooShort.isEmpty()) {
            outcome.find(
                    Severity.NOTE,
                    Topic.WINDOWS,
                    Words.format(
                            "%s shorter than the window of %,d samples and will be padded.",
                            Words.count(tooShort.size(), "item is", "items are"), options.window()),
                    Survey.names(tooShort),
                    "",
                    "Average over what is there, not over the padding.");
        }
        return outcome;
    }

    private static void window(Survey survey, CheckOptions options, Outcome outcome) {
        int window = options.window();
        int frame = options.fftSize();
        int rate = survey.facts().get(0).sampleRate();
        outcome.fact(
                "windows",
                Words.format("%,d samples (%s), frames of %,d", window, Words.duration(window, rate), frame));
        if (window >= frame) {
            return;
        }
        outcome.chart(new NamedChart(
                CHART,
                new BarChart(
                        "The window is shorter than one frame of the features",
                        "length",
                        "samples",
                        List.of("window", "frame (n_fft)"),
                        List.of(new BarChart.Bars("samples", new double[] {window, frame})))));
        outcome.find(
                Severity.SERIOUS,
                Topic.WINDOWS,
                Words.format(
                        "A window of %,d samples (%s) does not fill one frame of %,d: %.1f %% of the frame is padding,"
                                + " and features of it say next to nothing.",
                        window, Words.duration(window, rate), frame, 100.0 * (frame - window) / frame),
                List.of(),
                CHART,
                "Was the window meant in seconds? " + window + " s would be "
                        + Words.format("%,d", (long) window * rate) + " samples; at least " + Words.format("%,d", frame)
                        + " are needed.");
    }
}
