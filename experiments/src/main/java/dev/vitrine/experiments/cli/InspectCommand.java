package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.audio.dataset.CatsDogs;
import dev.vitrine.audio.dataset.Clip;
import dev.vitrine.audio.dataset.ClipSet;
import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.engine.device.Device;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.catsdogs.CatsDogsExperiment;
import dev.vitrine.experiments.catsdogs.Portrait;
import dev.vitrine.experiments.recipe.ClipVerdict;
import dev.vitrine.experiments.recipe.Experiment;
import dev.vitrine.experiments.recipe.Lens;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.RunConfig;
import dev.vitrine.experiments.recipe.RunFolder;
import dev.vitrine.experiments.recipe.TrainedRun;
import dev.vitrine.experiments.showcase.Showcase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code vitrine inspect}: shows what a network makes of one clip. */
@Parameters(commandDescription = "Draw and write down every weight and activation for one clip.")
final class InspectCommand implements Command {
    @Parameter(placeholder = "RUN", description = "The run folder of the network.")
    private List<String> words = new ArrayList<>();

    @Parameter(
            names = "--clip",
            placeholder = "CLIP",
            description = "A sound file, or the name of a clip of the run; its first test clip if left out.")
    private @Nullable Path clip;

    @Parameter(
            names = "--second",
            placeholder = "N",
            description = "Which second or window, from 0; the surest one if left out.")
    private @Nullable Integer second;

    @Parameter(names = "--out", placeholder = "DIR", description = "Where charts and arrays go.", required = true)
    private @Nullable Path out;

    @Parameter(names = "--device", placeholder = "NAME", description = "auto, java, opencl or opencl:N.")
    private String device = "auto";

    @Override
    public String name() {
        return "inspect";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example(
                        "runs/cats-dogs-20260101-120000 --clip clip.wav --out looks",
                        "Charts (SVG, PNG, CSV) and arrays (.npy) in the folder looks."),
                new Example("runs/esc-20260101-120000 --out looks", "The same of any other run, for a test clip."));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "For every layer a picture of what it puts out, all its channels on one scale; the filters of the"
                        + " first layer; layers.csv with a line of numbers for each; every array as .npy. A run of cats-dogs"
                        + " wants a sound file.");
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        RunFolder folder = RunArgument.only(name(), words);
        if (out == null) {
            throw new UserError("inspect: --out is needed; see vitrine inspect --help");
        }
        RunConfig config = ExperimentNames.config(folder);
        Experiment experiment = ExperimentNames.of(config);
        try (Device opened = DeviceChoice.open(device, console)) {
            TrainedRun run = TrainedRun.open(folder, config, experiment, opened);
            make(out);
            if (experiment instanceof CatsDogsExperiment catsDogs) {
                portrait(catsDogs, run, out, console);
            } else {
                showcase(experiment, run, out, console);
            }
            console.say("charts and arrays: " + out);
        }
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UserError("cannot make the folder %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private void portrait(CatsDogsExperiment experiment, TrainedRun run, Path folder, Console console)
            throws IOException {
        if (clip == null) {
            throw new UserError("inspect: a run of cats-dogs wants --clip FILE; see vitrine inspect --help");
        }
        Clip sound = CatsDogs.read(clip);
        ClipSet alone = new ClipSet(CatsDogs.CLASSES, List.of(sound), List.of());
        TrainedRun.Judged judged = run.judge(experiment.material(alone)).get(0);
        int chosen = choose(judged.verdict());
        Portrait portrait = experiment.portrait(run, run.foldFor(sound.fingerprint()));
        portrait.writeNetwork(folder);
        portrait.writeClip(folder, sound, chosen);
        console.say(String.format(
                Locale.ROOT,
                "%s: %s (p(dog) = %.3f); second %d has p(dog) = %.3f%s",
                clip,
                CatsDogs.CLASSES.get(judged.verdict().verdict()),
                judged.verdict().probability(1),
                chosen,
                judged.verdict().parts().get(chosen).probabilities().get(1),
                judged.seenInTraining() ? "; it was trained on" : ""));
    }

    private void showcase(Experiment experiment, TrainedRun run, Path folder, Console console) throws IOException {
        if (experiment.axes().isEmpty()) {
            throw new UserError("inspect: a run of %s cannot be looked into".formatted(experiment.name()));
        }
        Path asked = clip;
        Material material;
        Labelled chosen;
        if (asked != null && Files.isRegularFile(asked)) {
            material = experiment.files(List.of(asked), run.config().classes(), Strictness.STRICT);
            chosen = material.clips().get(0);
        } else {
            material = ClipLoading.load(experiment, run.config().data(), Strictness.LENIENT, console);
            chosen = named(material, run.config());
        }
        int fold = run.foldFor(Objects.requireNonNull(material.fingerprints().get(chosen.name())));
        Lens lens = run.lens(material, fold);
        ClipVerdict verdict = run.judge(material, chosen, fold);
        int part = choose(verdict);
        List<String> classes = run.config().classes();
        Map<String, Double> probabilities = new LinkedHashMap<>();
        for (int label = 0; label < classes.size(); label++) {
            probabilities.put(
                    classes.get(label),
                    verdict.parts().get(part).probabilities().get(label));
        }
        String what =
                Objects.requireNonNull(Path.of(chosen.name()).getFileName()).toString()
                        + (verdict.parts().size() == 1 ? "" : ", " + experiment.part() + " " + part);
        Showcase.of(run.network(fold), experiment.axes(), lens)
                .write(folder, what, lens.views(chosen).get(part), probabilities);
        console.say(String.format(
                Locale.ROOT,
                "%s: %s (%.1f %%)%s",
                what,
                classes.get(verdict.verdict()),
                100 * verdict.probability(verdict.verdict()),
                chosen.label() < 0 ? "" : "; it is " + classes.get(chosen.label())));
    }

    /** The clip asked for, or the first that tests. */
    private Labelled named(Material material, RunConfig config) {
        String wanted = clip == null ? config.splits().get(0).test().get(0) : clip.toString();
        return material.clips().stream()
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new UserError(
                        "inspect: --clip %s: expected a sound file, or the name of a clip of the run, such as %s"
                                .formatted(wanted, config.splits().get(0).test().get(0))));
    }

    /** The second asked for, or the loud one that the network is surest of. */
    private int choose(ClipVerdict verdict) {
        int count = verdict.parts().size();
        if (second != null) {
            if (second < 0 || second >= count) {
                throw new UserError("--second must be from 0 to %d for this clip, got %d".formatted(count - 1, second));
            }
            return second;
        }
        int surest = 0;
        double margin = -1;
        for (int i = 0; i < count; i++) {
            ClipVerdict.Part each = verdict.parts().get(i);
            double highest = each.probabilities().stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
            double distance = highest + (each.counts() ? 1 : 0);
            if (distance > margin) {
                margin = distance;
                surest = i;
            }
        }
        return surest;
    }
}
