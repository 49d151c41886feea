package dev.vitrine.experiments.comparison;

import dev.vitrine.experiments.recipe.Claim;
import dev.vitrine.experiments.recipe.Measure;
import dev.vitrine.experiments.recipe.Plan;
import dev.vitrine.experiments.recipe.RunConfig;
import dev.vitrine.experiments.report.Confidence;
import dev.vitrine.experiments.report.Interval;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All experiments on one page, in Markdown: aim, original, majority, linear model and network, with what each costs and
 * the command that makes it again.
 */
public final class ResultsPage {
    /** The option that says which sound is looked for, where many are and a mean is taken. */
    private static final String SOUND = "class";

    private static final String SPLIT = "split";

    private final Map<String, List<Entry>> bySystem = new TreeMap<>();
    private final List<String> missing;

    /**
     * A run and what stands beside it.
     *
     * @param claims of the experiment: those that begin with "aim", and those that begin with "original"
     * @param options that make its experiment again on the command line, by their names without the hyphens
     * @param measure what the run is measured by
     */
    public record Entry(FinishedRun run, List<Claim> claims, Map<String, String> options, Measure measure) {
        /** Copies both, and puts the split to the options. */
        public Entry {
            claims = List.copyOf(claims);
            TreeMap<String, String> all = new TreeMap<>(options);
            String split = run.config().settings().get(SPLIT);
            if (split != null) {
                all.put(SPLIT, split);
            }
            options = Collections.unmodifiableMap(all);
        }

        /** The first claim of the kind; one that names the split of the run goes before. */
        String claim(String kind) {
            List<Claim> some = claims.stream()
                    .filter(claim -> claim.what().startsWith(kind))
                    .toList();
            return some.stream()
                    .filter(claim -> claim.what().contains(options.getOrDefault(SPLIT, "?")))
                    .findFirst()
                    .or(() -> some.stream().findFirst())
                    .map(claim -> claim.perClip().equals(Claim.NONE) ? claim.perPart() : claim.perClip())
                    .orElse("-");
        }

        /** Up to its comma: that is enough for the command line, and commas stand between sounds there. */
        String sound() {
            return measure == Measure.AREA ? options.getOrDefault(SOUND, "").split(",", 2)[0] : "";
        }

        /** The options without the sound that is looked for. */
        Map<String, String> choices() {
            Map<String, String> others = new TreeMap<>(options);
            if (measure == Measure.AREA) {
                others.remove(SOUND);
            }
            return others;
        }

        /** Runs that differ in nothing but the seed and the sound; a sound with many clips may take more steps. */
        private String kind() {
            RunConfig config = run.config();
            Plan plan = config.plan();
            String steps = measure == Measure.AREA ? "" : " " + plan.stepsPerEpoch();
            return choices() + " " + config.data().folder() + " "
                    + config.data().clipsPerClass() + " " + plan.folds() + " " + plan.epochs() + steps + " "
                    + plan.batch() + " " + plan.optimizer() + " " + plan.learningRate()
                    + " "
                    + plan.decay();
        }
    }

    /**
     * A page of these runs; of two that differ in nothing, the later one counts.
     *
     * @param systems that there are: those without a run are named
     */
    public ResultsPage(List<Entry> entries, List<String> systems) {
        for (Entry entry : entries) {
            bySystem.computeIfAbsent(entry.run().config().experiment(), name -> new ArrayList<>())
                    .add(entry);
        }
        missing =
                systems.stream().filter(system -> !bySystem.containsKey(system)).toList();
    }

    /** The text. */
    public String markdown() {
        StringBuilder page = new StringBuilder("# What the experiments reach\n\n");
        page.append(
                        "Made by `vitrine results`. Accuracy over all test clips, each judged once by a network that has not")
                .append(" learned from it; 95 %\nintervals in brackets (Clopper and Pearson; over seeds, Student's t).")
                .append(
                        " MACs are multiply-adds of one input.\nWhere many sounds are looked for, each by a network of its")
                .append(
                        " own, AUC is the mean area under the curve of hits over\nfalse alarms (DeLong). Training takes as long as")
                .append(" the clock says, whatever else the machine does.\n");
        bySystem.forEach((name, entries) -> system(page, name, entries));
        missing.forEach(name -> page.append("\n## ")
                .append(name)
                .append("\n\nNo finished run was found; what was measured before")
                .append(" stands in `")
                .append(name)
                .append(".md`.\n"));
        return page.toString();
    }

    private static void system(StringBuilder page, String name, List<Entry> entries) {
        page.append("\n## ").append(name).append("\n\n");
        page.append("| data, seed | aim | original | majority | linear | ours | weights | MACs | training |\n");
        page.append("|---|---|---|---|---|---|---|---|---|\n");
        Map<String, List<Entry>> kinds =
                entries.stream().collect(Collectors.groupingBy(Entry::kind, TreeMap::new, Collectors.toList()));
        List<ResultsRow> rows = new ArrayList<>();
        kinds.values().forEach(kind -> {
            List<ResultsRow> some = rows(kind);
            some.forEach(row -> page.append(row.words()));
            seeds(page, some);
            rows.addAll(some);
        });
        page.append("\n```\n");
        rows.forEach(row -> row.commands().forEach(line -> page.append(line).append('\n')));
        page.append("```\n");
    }

    /** A row for each seed; in it a run for each sound, the latest. */
    private static List<ResultsRow> rows(List<Entry> kind) {
        Map<Long, Map<String, Entry>> bySeed = new TreeMap<>();
        kind.forEach(entry -> bySeed.computeIfAbsent(entry.run().config().plan().seed(), seed -> new TreeMap<>())
                .put(entry.sound(), entry));
        return bySeed.values().stream()
                .map(sounds -> new ResultsRow(List.copyOf(sounds.values())))
                .toList();
    }

    private static void seeds(StringBuilder page, List<ResultsRow> rows) {
        if (rows.size() > 1) {
            double[] values = rows.stream().mapToDouble(ResultsRow::value).toArray();
            page.append("| mean of %d seeds | | | | | **%s** | | | |%n"
                    .formatted(values.length, rows.get(0).inWords(within(Confidence.ofMean(values)))));
        }
    }

    /** A share is never below 0 nor above 1. */
    private static Interval within(Interval interval) {
        return new Interval(interval.estimate(), Math.max(0, interval.low()), Math.min(1, interval.high()));
    }

    static String data(RunConfig config) {
        return config.data().synthesises()
                ? "synthesised"
                : lastName(config.data().folder());
    }

    /** The last name of a path: where it lies on one machine means nothing on another. */
    private static String lastName(String path) {
        Path name = Path.of(path).getFileName();
        return name == null ? path : name.toString();
    }

    /** An option's value, of a path its last name. */
    static String here(String value) {
        return value.startsWith("/") ? lastName(value) : value;
    }

    /**
     * The command line that a run came of.
     *
     * @param sounds that are looked for, with commas; empty where none is
     */
    static String command(Entry entry, String sounds) {
        RunConfig config = entry.run().config();
        Plan plan = config.plan();
        StringBuilder line = new StringBuilder("./vitrine train ").append(config.experiment());
        line.append(
                config.data().synthesises() ? " --clips " + config.data().clipsPerClass() : " --data " + data(config));
        Map<String, String> options = new TreeMap<>(entry.options());
        if (!sounds.isEmpty()) {
            options.put(SOUND, sounds);
        }
        options.forEach(
                (name, value) -> line.append(" --").append(name).append(' ').append(quoted(here(value))));
        return line.append(" --folds ")
                .append(plan.folds())
                .append(" --epochs ")
                .append(plan.epochs())
                .append(" --epoch-steps ")
                .append(plan.stepsPerEpoch())
                .append(" --batch ")
                .append(plan.batch())
                .append(" --optimizer ")
                .append(plan.optimizer().name().toLowerCase(Locale.ROOT))
                .append(" --lr ")
                .append(plan.learningRate())
                .append(" --schedule ")
                .append(plan.decay().name().toLowerCase(Locale.ROOT))
                .append(" --seed ")
                .append(plan.seed())
                .toString();
    }

    private static String quoted(String value) {
        return value.contains(" ") ? '"' + value + '"' : value;
    }
}
