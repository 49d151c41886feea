package dev.vitrine.experiments.datacheck;

import dev.vitrine.experiments.report.BarChart;
import dev.vitrine.experiments.report.Chart;
import dev.vitrine.experiments.report.Histograms;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long items last, at which sample rates, and which cannot be read. */
final class LengthProbe implements Probe {
    private static final String CHART = "lengths";

    /** More different lengths than these are drawn as a histogram. */
    private static final int FEW = 12;

    /** So many of the items make a length the usual one. */
    private static final double USUAL = 0.8;

    private static final double SAME = 0.01;

    @Override
    public Outcome look(Survey survey, CheckOptions options) {
        Outcome outcome = new Outcome();
        if (!survey.unreadable().isEmpty()) {
            int broken = survey.unreadable().size();
            outcome.find(
                    Severity.WARNING,
                    Topic.READING,
                    Words.count(broken, "item is", "items are") + " left out: the first one because of: "
                            + survey.unreadable().get(0),
                    survey.unreadable(),
                    "",
                    "Get the files again, or leave them out of the table.");
        }
        if (survey.facts().isEmpty()) {
            return outcome;
        }
        double[] seconds =
                survey.facts().stream().mapToDouble(ItemFacts::seconds).sorted().toArray();
        double shortest = seconds[0];
        double longest = seconds[seconds.length - 1];
        outcome.fact(
                "lengths",
                (longest - shortest < SAME
                                ? Words.format("%.2f s each", longest)
                                : Words.format(
                                        "%.2f to %.2f s, half of them up to %.2f s",
                                        shortest, longest, seconds[(seconds.length - 1) / 2]))
                        + Words.format(
                                ", %,.1f minutes in all", Arrays.stream(seconds).sum() / 60));
        Map<Double, Integer> counts = new TreeMap<>();
        for (double length : seconds) {
            counts.merge(Math.round(length * 100) / 100.0, 1, Integer::sum);
        }
        outcome.chart(new NamedChart(CHART, chart(survey, counts, seconds)));
        unusual(survey, counts, outcome);
        if (survey.isSound()) {
            rates(survey, outcome);
        }
        return outcome;
    }

    private static Chart chart(Survey survey, Map<Double, Integer> counts, double[] seconds) {
        String title = "How long the items of " + survey.set().name() + " last";
        if (counts.size() > FEW) {
            String name = Words.format("%,d items", seconds.length);
            return new Histograms(title, "length (s)", 1, List.of(new Histograms.Sample(name, seconds)));
        }
        List<String> lengths = counts.keySet().stream()
                .map(length -> Words.format(length == Math.rint(length) ? "%.0f s" : "%.2f s", length))
                .toList();
        double[] shares = counts.values().stream()
                .mapToDouble(count -> Math.round(10_000.0 * count / seconds.length) / 100.0)
                .toArray();
        Map.Entry<Double, Integer> usual = Outcome.mostFrequent(counts);
        String telling = Words.format(
                "%.1f %% of the items of %s last %s s",
                100.0 * usual.getValue() / seconds.length,
                survey.set().name(),
                Words.format(usual.getKey() == Math.rint(usual.getKey()) ? "%.0f" : "%.2f", usual.getKey()));
        BarChart.Bars bars = new BarChart.Bars("items", shares);
        return new BarChart(telling, "length", "share of the items (%)", lengths, List.of(bars));
    }

    private static void unusual(Survey survey, Map<Double, Integer> counts, Outcome outcome) {
        Map.Entry<Double, Integer> usual = Outcome.mostFrequent(counts);
        int all = survey.facts().size();
        if (usual.getValue() < USUAL * all || usual.getValue() == all) {
            return;
        }
        double length = usual.getKey();
        List<ItemFacts> shorter = survey.facts().stream()
                .filter(one -> one.seconds() < length - SAME)
                .toList();
        if (!shorter.isEmpty()) {
            double least =
                    shorter.stream().mapToDouble(ItemFacts::seconds).min().orElseThrow();
            double most = shorter.stream().mapToDouble(ItemFacts::seconds).max().orElseThrow();
            String unit = survey.isSound() ? "%.2f to %.2f s" : "%.0f to %.0f frames";
            String whole = survey.isSound() ? "%.2f s" : "%.0f frames";
            outcome.find(
                    Severity.WARNING,
                    Topic.LENGTHS,
                    Words.share(shorter.size(), all) + " items have only " + Words.format(unit, least, most) + "; "
                            + Words.share(usual.getValue(), all) + " have " + Words.format(whole, length) + ".",
                    Survey.names(shorter),
                    CHART,
                    "Pad them and give the network a mask, or average over what is there: zeros are no sound.");
        }
    }

    private static void rates(Survey survey, Outcome outcome) {
        TreeMap<Integer, Integer> rates = new TreeMap<>();
        survey.facts().forEach(one -> rates.merge(one.sampleRate(), 1, Integer::sum));
        StringBuilder words = new StringBuilder();
        rates.forEach((rate, count) -> words.append(words.isEmpty() ? "" : ", ")
                .append(rate)
                .append(" Hz")
                .append(rates.size() == 1 ? "" : Words.format(" (%,d items)", count)));
        outcome.fact("sample rates", words.toString());
        if (rates.size() > 1) {
            int usual = Outcome.mostFrequent(rates).getKey();
            outcome.find(
                    Severity.WARNING,
                    Topic.RATES,
                    "There are " + rates.size() + " sample rates: " + words + ".",
                    Survey.names(survey.facts().stream()
                            .filter(one -> one.sampleRate() != usual)
                            .toList()),
                    CHART,
                    "Resample all of them to one rate: a network would learn the rate in place of the class.");
        }
    }
}
