package dev.vitrine.experiments.datacheck;

import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.dataset.ReadProgress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks at a set for what would spoil a result. Every item is read once, files on as many threads as there are processors.
 *
 * <pre>
 * CheckReport report = DataCheck.of(set, CheckOptions.usual(Parting.of(set, ...)), progress);
 * report.atLeast(Severity.WARNING).forEach(finding -&gt; ...);
 * </pre>
 */
public final class DataCheck {
    private static final List<Probe> PROBES = List.of(
            new ClassProbe(),
            new LengthProbe(),
            new SignalProbe(),
            new CopyProbe(),
            new SplitProbe(),
            new BatchProbe(),
            new AxisProbe(),
            new WindowProbe());

    private DataCheck() {}

    /**
     * Checks a set.
     *
     * @param progress is told how many items have been read
     * @throws IOException if an item cannot be read a second time
     */
    public static CheckReport of(ItemSet set, CheckOptions options, ReadProgress progress) throws IOException {
        Survey survey = Survey.of(set, progress);
        List<Fact> facts = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<NamedChart> charts = new ArrayList<>();
        for (Probe probe : PROBES) {
            Outcome outcome = probe.look(survey, options);
            facts.addAll(outcome.facts());
            findings.addAll(outcome.findings());
            charts.addAll(outcome.charts());
        }
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return new CheckReport(set.name(), facts, findings, charts);
    }
}
