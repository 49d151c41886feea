package dev.vitrine.experiments.comparison;

import dev.vitrine.experiments.recipe.Claim;
import dev.vitrine.experiments.recipe.Cost;
import dev.vitrine.experiments.recipe.Plan;
import dev.vitrine.experiments.recipe.RunConfig;
import dev.vitrine.experiments.recipe.Score;
import dev.vitrine.experiments.report.Confidence;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private final Map<String, List<Entry>> bySystem = new TreeMap<>();

    /**
     * A run and what stands beside it.
     *
     * @param claims of the experiment: those that begin with "aim", and those that begin with "original"
     */
    public record Entry(FinishedRun run, List<Claim> claims) {
        /** Copies the list. */
        public Entry {
            claims = List.copyOf(claims);
        }

        private String claim(String kind) {
            return claims.stream()
                    .filter(claim -> claim.what().startsWith(kind))
                    .map(claim -> claim.perClip().equals(Claim.NONE) ? claim.perPart() : claim.perClip())
                    .findFirst()
                    .orElse("-");
        }

        /** Runs that differ in nothing but the seed. */
        private String kind() {
            RunConfig config = run.config();
            Plan plan = config.plan();
            return config.settings() + " " + config.data().folder() + " "
                    + config.data().clipsPerClass() + " " + plan.folds() + " " + plan.epochs() + " "
                    + plan.stepsPerEpoch() + " " + plan.batch() + " " + plan.optimizer() + " " + plan.learningRate()
                    + " "
                    + plan.decay();
        }
    }

    /** A page of these runs. */
    public ResultsPage(List<Entry> entries) {
        for (Entry entry : entries) {
            bySystem.computeIfAbsent(entry.run().config().experiment(), name -> new ArrayList<>())
                    .add(entry);
        }
    }

    /** The text. */
    public String markdown() {
        StringBuilder page = new StringBuilder("# What the experiments reach\n\n");
        page.append(
                        "Made by `vitrine results`. Accuracy over all test clips, each judged once by a network that has not")
                .append(" learned from it; 95 %\nintervals in brackets (Clopper and Pearson; over seeds, Student's t).")
                .append(" MACs are multiply-adds of one input.\n");
        bySystem.forEach((name, entries) -> system(page, name, entries));
        return page.toString();
    }

    private static void system(StringBuilder page, String name, List<Entry> entries) {
        page.append("\n## ").append(name).append("\n\n");
        page.append("| data, seed | aim | original | majority | linear | ours | weights | MACs | training |\n");
        page.append("|---|---|---|---|---|---|---|---|---|\n");
        Map<String, List<Entry>> kinds =
                entries.stream().collect(Collectors.groupingBy(Entry::kind, TreeMap::new, Collectors.toList()));
        kinds.values().forEach(kind -> kind(page, kind));
        page.append("\n```\n");
        entries.forEach(entry -> page.append(command(entry.run().config())).append('\n'));
        page.append("```\n");
    }

    private static void kind(StringBuilder page, List<Entry> entries) {
        entries.forEach(entry -> page.append(line(entry)));
        if (entries.size() > 1) {
            double[] shares = entries.stream()
                    .mapToDouble(entry -> entry.run().results().score().clipAccuracy())
                    .toArray();
            page.append("| mean of %d seeds | | | | | **%s** | | | |%n"
                    .formatted(shares.length, Confidence.ofMean(shares).percent()));
        }
    }

    private static String line(Entry entry) {
        FinishedRun run = entry.run();
        Score score = run.results().score();
        Score linear = run.results().baseline();
        return String.format(
                Locale.ROOT,
                "| %s, %d%s | %s | %s | %s | %s | **%s** | %s | %s | %s |%n",
                data(run.config()),
                run.config().plan().seed(),
                variant(run.config()),
                entry.claim("aim"),
                entry.claim("original"),
                Comparison.percent(score.clipMajority()),
                Confidence.ofProportion(linear.clipsRight(), linear.clipCount()).percent(),
                Confidence.ofProportion(score.clipsRight(), score.clipCount()).percent(),
                run.cost()
                        .map(cost -> String.format(Locale.ROOT, "%,d", cost.weights()))
                        .orElse("-"),
                run.cost().map(ResultsPage::multiplyAdds).orElse("-"),
                run.cost().map(cost -> Comparison.seconds(cost.seconds())).orElse("-"));
    }

    private static String multiplyAdds(Cost cost) {
        return String.format(Locale.ROOT, "%.2f M", cost.multiplyAdds() / 1e6);
    }

    private static String data(RunConfig config) {
        return config.data().synthesises() ? "synthesised" : folder(config);
    }

    /** The last name of a path: where it lies on one machine means nothing on another. */
    private static String folder(RunConfig config) {
        Path name = Path.of(config.data().folder()).getFileName();
        return name == null ? config.data().folder() : name.toString();
    }

    private static String variant(RunConfig config) {
        return config.settings().entrySet().stream()
                .map(setting -> ", " + setting.getKey() + " " + setting.getValue())
                .collect(Collectors.joining());
    }

    /** The command line that a run came of. */
    static String command(RunConfig config) {
        Plan plan = config.plan();
        StringBuilder line = new StringBuilder("./vitrine train ").append(config.experiment());
        line.append(
                config.data().synthesises()
                        ? " --clips " + config.data().clipsPerClass()
                        : " --data " + folder(config));
        config.settings()
                .forEach((name, value) ->
                        line.append(" --").append(name).append(' ').append(value));
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
}
