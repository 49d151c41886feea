package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.audio.dataset.CatsDogs;
import dev.vitrine.audio.dataset.Clip;
import dev.vitrine.audio.dataset.ClipSet;
import dev.vitrine.engine.device.Device;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.catsdogs.CatsDogsExperiment;
import dev.vitrine.experiments.catsdogs.Portrait;
import dev.vitrine.experiments.recipe.ClipVerdict;
import dev.vitrine.experiments.recipe.RunConfig;
import dev.vitrine.experiments.recipe.RunFolder;
import dev.vitrine.experiments.recipe.TrainedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code vitrine inspect}: shows what a network makes of one second of sound. */
@Parameters(commandDescription = "Draw and write down every weight and activation for one clip.")
final class InspectCommand implements Command {
    @Parameter(placeholder = "RUN", description = "The run folder of the network.")
    private List<String> words = new ArrayList<>();

    @Parameter(names = "--clip", placeholder = "FILE", description = "A sound file.", required = true)
    private @Nullable Path clip;

    @Parameter(names = "--second", placeholder = "N", description = "Which second, from 0; the surest one if left out.")
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
        return List.of(new Example(
                "runs/cats-dogs-20260101-120000 --clip clip.wav --out looks",
                "Charts (SVG, PNG, CSV) and arrays (.npy) in the folder looks."));
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        RunFolder folder = RunArgument.only(name(), words);
        if (clip == null || out == null) {
            throw new UserError("inspect: --clip and --out are needed; see vitrine inspect --help");
        }
        Clip sound = CatsDogs.read(clip);
        try (Device opened = DeviceChoice.open(device, console)) {
            RunConfig config = ExperimentNames.config(folder);
            CatsDogsExperiment experiment = ExperimentNames.catsDogs(name(), config);
            TrainedRun run = TrainedRun.open(folder, config, experiment, opened);
            ClipSet alone = new ClipSet(CatsDogs.CLASSES, List.of(sound), List.of());
            TrainedRun.Judged judged = run.judge(experiment.material(alone)).get(0);
            int chosen = choose(judged.verdict());
            try {
                Files.createDirectories(out);
            } catch (IOException e) {
                throw new UserError("cannot make the folder %s: %s".formatted(out, e.getMessage()), e);
            }
            Portrait portrait = experiment.portrait(run, run.foldFor(sound.fingerprint()));
            portrait.writeNetwork(out);
            portrait.writeClip(out, sound, chosen);
            console.say(String.format(
                    Locale.ROOT,
                    "%s: %s (p(dog) = %.3f); second %d has p(dog) = %.3f%s",
                    clip,
                    CatsDogs.CLASSES.get(judged.verdict().verdict()),
                    judged.verdict().probability(1),
                    chosen,
                    judged.verdict().parts().get(chosen).probabilities().get(1),
                    judged.seenInTraining() ? "; it was trained on" : ""));
            console.say("charts and arrays: " + out);
        }
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
            double distance = Math.abs(each.probabilities().get(1) - 0.5) + (each.counts() ? 1 : 0);
            if (distance > margin) {
                margin = distance;
                surest = i;
            }
        }
        return surest;
    }
}
