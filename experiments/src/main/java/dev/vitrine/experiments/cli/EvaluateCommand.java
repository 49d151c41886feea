package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.audio.dataset.CatsDogs;
import dev.vitrine.audio.dataset.ClipSet;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.engine.device.Device;
import dev.vitrine.experiments.recipe.ClipVerdict;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.JsonFile;
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
            description = "Sound files named cat_* and dog_*; without it, the data of the run.")
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
            TrainedRun run = TrainedRun.open(folder, opened);
            DataSource source = data != null
                    ? DataSource.recordings(data.toString())
                    : run.config().data();
            ClipSet clips = ClipLoading.load(source, strict ? Strictness.STRICT : Strictness.LENIENT, console);
            List<TrainedRun.Judged> judged = run.judge(clips.clips());
            VerdictFile verdicts = VerdictFile.of(folder.path(), CatsDogs.CLASSES, judged, clips.skipped());
            if (json != null) {
                JsonFile.write(json, verdicts);
            }
            report(judged, verdicts.score(), console);
        }
    }

    private static void report(List<TrainedRun.Judged> judged, @Nullable Score score, Console console) {
        long seen = judged.stream().filter(TrainedRun.Judged::seenInTraining).count();
        if (score != null) {
            console.say(table(score));
        }
        if (seen > 0) {
            Score trained = Score.of(judged.stream()
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

    private static String wrong(ClipVerdict verdict) {
        return String.format(
                Locale.ROOT,
                "wrong: %s is a %s; probability of dog %.2f",
                verdict.clip(),
                CatsDogs.CLASSES.get(verdict.truth()),
                verdict.probability());
    }

    private static String table(Score score) {
        List<List<String>> rows = new ArrayList<>();
        for (int truth = 0; truth < 2; truth++) {
            List<Integer> row = score.clips().get(truth);
            rows.add(List.of(
                    CatsDogs.CLASSES.get(truth),
                    row.get(0).toString(),
                    row.get(1).toString()));
        }
        String confusion = new TextTable(List.of("clips", "judged cat", "judged dog"), rows).render();
        return confusion
                + String.format(
                        Locale.ROOT,
                        "%nper clip   %s of %d, 95 %% interval%nper second %.1f %% of %d%n",
                        Confidence.ofProportion(score.clipsRight(), score.clipCount())
                                .percent(),
                        score.clipCount(),
                        100 * score.secondAccuracy(),
                        score.secondCount());
    }
}
