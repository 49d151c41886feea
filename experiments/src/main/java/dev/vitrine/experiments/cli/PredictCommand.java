package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.audio.dataset.CatsDogs;
import dev.vitrine.audio.dataset.Clip;
import dev.vitrine.audio.dataset.ClipSet;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.audio.io.SoundFile;
import dev.vitrine.engine.device.Device;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.catsdogs.CatsDogsExperiment;
import dev.vitrine.experiments.recipe.ClipVerdict;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.JsonFile;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.RunConfig;
import dev.vitrine.experiments.recipe.RunFolder;
import dev.vitrine.experiments.recipe.TrainedRun;
import dev.vitrine.experiments.recipe.VerdictFile;
import dev.vitrine.experiments.report.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code vitrine predict}: says of any recordings what they sound like. */
@Parameters(commandDescription = "Say of any recordings what they sound like.")
final class PredictCommand implements Command {
    @Parameter(placeholder = "RUN FILE...", description = "The run folder, then sound files or folders of them.")
    private List<String> words = new ArrayList<>();

    @Parameter(names = "--json", placeholder = "FILE", description = "Write every verdict to a JSON file.")
    private @Nullable Path json;

    @Parameter(names = "--device", placeholder = "NAME", description = "auto, java, opencl or opencl:N.")
    private String device = "auto";

    @Parameter(names = "--strict", description = "Stop at the first file that cannot be used.")
    private boolean strict;

    @Override
    public String name() {
        return "predict";
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example("runs/cats-dogs-20260101-120000 clip.wav", "Cat or dog, second by second."));
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        RunFolder folder = RunArgument.first(name(), words);
        List<Path> files = files();
        if (files.isEmpty()) {
            throw new UserError("predict: expected sound files or folders of them after the run folder");
        }
        RunConfig config = ExperimentNames.config(folder);
        Experiment experiment = ExperimentNames.of(config);
        boolean alone = files.size() == 1;
        Material material = experiment instanceof CatsDogsExperiment catsDogs
                ? catsDogs.material(clips(files))
                : experiment.files(files, config.classes(), strict || alone ? Strictness.STRICT : Strictness.LENIENT);
        try (Device opened = DeviceChoice.open(device, console)) {
            TrainedRun run = TrainedRun.open(folder, config, experiment, opened);
            List<TrainedRun.Judged> judged = run.judge(material);
            if (json != null) {
                JsonFile.write(json, VerdictFile.of(folder.path(), config.classes(), judged, material.skipped()));
            }
            if (!judged.isEmpty()) {
                console.say(
                        experiment instanceof CatsDogsExperiment
                                ? table(judged)
                                : PredictedClasses.table(config.classes(), judged));
            }
        }
        material.skipped().forEach(line -> console.warn("skipped: " + line));
        if (material.clips().isEmpty()) {
            throw new UserError("predict: none of the files could be used");
        }
    }

    private ClipSet clips(List<Path> files) throws IOException {
        List<Clip> clips = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (Path file : files) {
            try {
                clips.add(CatsDogs.read(file));
            } catch (IOException e) {
                if (strict || files.size() == 1) {
                    throw e;
                }
                skipped.add(String.valueOf(e.getMessage()));
            }
        }
        return new ClipSet(CatsDogs.CLASSES, clips, skipped);
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            Path path = Path.of(word);
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.walk(path)) {
                    inside.filter(SoundFile::isNamedLikeOne).sorted().forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private static String table(List<TrainedRun.Judged> judged) {
        List<List<String>> rows = new ArrayList<>();
        for (TrainedRun.Judged each : judged) {
            ClipVerdict verdict = each.verdict();
            rows.add(List.of(
                    verdict.clip() + (each.seenInTraining() ? " (trained on)" : ""),
                    CatsDogs.CLASSES.get(verdict.verdict()),
                    String.format(Locale.ROOT, "%.3f", verdict.probability(1)),
                    dogs(verdict) + " of " + verdict.counted().size()));
        }
        return new TextTable(List.of("file", "verdict", "p(dog)", "dog seconds"), rows).render();
    }

    private static long dogs(ClipVerdict verdict) {
        return verdict.counted().stream().filter(s -> s.verdict() == 1).count();
    }
}
