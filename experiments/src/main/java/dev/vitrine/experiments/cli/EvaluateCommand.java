package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.engine.device.Device;
import dev.vitrine.experiments.recipe.ClipVerdict;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.JsonFile;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.RunConfig;
import dev.vitrine.experiments.recipe.RunFolder;
import dev.vitrine.experiments.recipe.Score;
import dev.vitrine.experiments.recipe.TrainedRun;
import dev.vitrine.experiments.recipe.VerdictFile;
import dev.vitrine.experiments.report.Confidence;
import dev.vitrine.experiments.report.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code vitrine evaluate}: judges recordings whose class is known. */
@Parameters(commandDescription = "Judge recordings whose class is known with a trained network.")
final class EvaluateCommand implements Command {
    @Parameter(placeholder = "RUN", description = "The run folder of the network.")
    private List<String> words = new ArrayList<>();

    @Parameter(
            names = "--data",
            placeholder = "DIR",
            description = "A data set like that of the run; without it, the data of the run.")
    private @Nullable Path data;

    @Parameter(names = "--json", placeholder = "FILE", description = "Write every verdict to a JSON file.")
    private @Nullable Path json;

    @Parameter(names = "--device", placeholder = "NAME", description = "auto, java, opencl or opencl:N.")
    private String device = "auto";

    @Parameter(names = "--strict", description = "Stop at the first file that cannot be used.")
    private boolean strict;

    @Override
    public String name() {
        return "evaluate";
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example(
                "runs/cats-dogs-20260101-120000 --json verdicts.json",
                "How often it is right on clips of its own data that it has not seen."));
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        RunFolder folder = RunArgument.only(name(), words);
        try (Device opened = DeviceChoice.open(device, console)) {
            RunConfig config = ExperimentNames.config(folder);
            Experiment experiment = ExperimentNames.of(config);
            TrainedRun run = TrainedRun.open(folder, config, experiment, opened);
            DataSource source = data != null ? DataSource.recordings(data.toString()) : config.data();
            Material material =
                    ClipLoading.load(experiment, source, strict ? Strictness.STRICT : Strictness.LENIENT, console);
            List<TrainedRun.Judged> judged = run.judge(material);
            VerdictFile verdicts = VerdictFile.of(folder.path(), config.classes(), judged, material.skipped());
            if (json != null) {
                JsonFile.write(json, verdicts);
            }
            new Report(experiment, config.classes(), console).write(judged, verdicts.score());
        }
    }

    /** What is said of the verdicts. */
    private record Report(Experiment experiment, List<String> classes, Console console) {
        void write(List<TrainedRun.Judged> judged, @Nullable Score score) {
            long seen =
                    judged.stream().filter(TrainedRun.Judged::seenInTraining).count();
            if (score != null) {
                console.say(table(score));
            }
            if (seen > 0) {
                Score trained = Score.of(
                        classes.size(),
                        judged.stream()
                                .filter(TrainedRun.Judged::seenInTraining)
                                .map(TrainedRun.Judged::verdict)
                                .toList());
                console.say(String.format(
                        Locale.ROOT,
                        "%d clips were trained on and are left out; on them it is right in %.1f %%.",
                        seen,
                        100 * trained.clipAccuracy()));
            }
            judged.stream()
                    .filter(each -> !each.seenInTraining())
                    .map(TrainedRun.Judged::verdict)
                    .filter(verdict -> !verdict.right())
                    .limit(10)
                    .forEach(verdict -> console.say(wrong(verdict)));
        }

        private String wrong(ClipVerdict verdict) {
            return String.format(
                    Locale.ROOT,
                    "wrong: %s is %s, was judged %s (probability %.2f)",
                    verdict.clip(),
                    classes.get(verdict.truth()),
                    classes.get(verdict.verdict()),
                    verdict.probability(verdict.verdict()));
        }

        private String table(Score score) {
            List<List<String>> rows = new ArrayList<>();
            for (int truth = 0; truth < classes.size(); truth++) {
                List<String> row = new ArrayList<>();
                row.add(classes.get(truth));
                score.clips().get(truth).forEach(count -> row.add(count.toString()));
                rows.add(row);
            }
            List<String> heads = new ArrayList<>(List.of("clips"));
            classes.forEach(name -> heads.add("judged " + name));
            String line = String.format(
                    Locale.ROOT,
                    "%nper clip   %s of %d, 95 %% interval%n",
                    Confidence.ofProportion(score.clipsRight(), score.clipCount())
                            .percent(),
                    score.clipCount());
            return new TextTable(heads, rows).render() + line + perPart(score);
        }

        private String perPart(Score score) {
            return experiment.part().equals(Experiment.WHOLE)
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            "per %s %.1f %% of %d%n",
                            experiment.part(),
                            100 * score.partAccuracy(),
                            score.partCount());
        }
    }
}
