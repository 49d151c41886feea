package dev.vitrine.experiments.recipe;

import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.experiments.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The trained networks of a run, one per fold.
 *
 * <p>A clip is judged by the folds that have not learned from it, so that a score over recordings of the run's own data is
 * honest. A clip that every fold has learned from is judged by all of them, and marked.
 */
public final class TrainedRun {
    private final RunConfig config;
    private final Experiment experiment;
    private final List<Fold> folds;

    private TrainedRun(RunConfig config, Experiment experiment, List<Fold> folds) {
        this.config = config;
        this.experiment = experiment;
        this.folds = folds;
    }

    /**
     * One clip judged.
     *
     * @param verdict the mean over the folds that judged
     * @param seenInTraining true if they had learned from this very sound
     */
    public record Judged(ClipVerdict verdict, boolean seenInTraining) {}

    /**
     * Opens a run.
     *
     * @throws UserError if no epoch of it was saved
     * @throws IOException if a checkpoint cannot be used
     */
    public static TrainedRun open(RunFolder folder, RunConfig config, Experiment experiment, Device device)
            throws IOException {
        List<Fold> folds = new ArrayList<>();
        for (int i = 0; i < config.splits().size(); i++) {
            Fold fold = new Fold(
                    folder.checkpoints(), i, experiment.network(config.classes().size()), config.plan(), device);
            if (!fold.exists(Fold.LAST)) {
                break;
            }
            fold.load(Fold.LAST);
            folds.add(fold);
        }
        if (folds.isEmpty()) {
            throw new UserError("%s holds no trained network yet; go on with: vitrine train --resume %s"
                    .formatted(folder.path(), folder.path()));
        }
        return new TrainedRun(config, experiment, folds);
    }

    /** What the run was made from. */
    public RunConfig config() {
        return config;
    }

    /** The fold, counted from 0, that has not learned from a clip of this fingerprint; the first if all have. */
    public int foldFor(String fingerprint) {
        List<Integer> fresh = foldsThatHaveNotSeen(fingerprint);
        return fresh.isEmpty() ? 0 : fresh.get(0);
    }

    /** The network of a fold, counted from 0. */
    public Network network(int fold) {
        return folds.get(fold).network();
    }

    /** How that network sees clips. */
    public Lens lens(Material material, int fold) {
        return material.restore(folds.get(fold).statistics());
    }

    /** Judges one clip by the network of a fold, counted from 0. */
    public ClipVerdict judge(Material material, Labelled clip, int fold) {
        return new Judge(network(fold), experiment.objective(), lens(material, fold))
                .judge(List.of(clip))
                .get(0);
    }

    /** Judges all clips of a material, in their order. */
    public List<Judged> judge(Material material) {
        List<Labelled> clips = material.clips();
        List<List<Integer>> judges = clips.stream()
                .map(clip -> foldsThatHaveNotSeen(
                        Objects.requireNonNull(material.fingerprints().get(clip.name()))))
                .toList();
        List<List<ClipVerdict>> collected = new ArrayList<>();
        clips.forEach(clip -> collected.add(new ArrayList<>()));
        for (int fold = 0; fold < folds.size(); fold++) {
            List<Integer> mine = new ArrayList<>();
            for (int i = 0; i < clips.size(); i++) {
                if (judges.get(i).isEmpty() || judges.get(i).contains(fold)) {
                    mine.add(i);
                }
            }
            List<ClipVerdict> verdicts = new Judge(network(fold), experiment.objective(), lens(material, fold))
                    .judge(mine.stream().map(clips::get).toList());
            for (int j = 0; j < mine.size(); j++) {
                collected.get(mine.get(j)).add(verdicts.get(j));
            }
        }
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < clips.size(); i++) {
            judged.add(new Judged(mean(collected.get(i)), judges.get(i).isEmpty()));
        }
        return judged;
    }

    private List<Integer> foldsThatHaveNotSeen(String fingerprint) {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, String> sound : config.sounds().entrySet()) {
            if (sound.getValue().equals(fingerprint)) {
                names.add(sound.getKey());
            }
        }
        List<Integer> fresh = new ArrayList<>();
        for (int fold = 0; fold < folds.size(); fold++) {
            Split split = config.splits().get(fold);
            boolean seen = names.stream()
                    .anyMatch(name ->
                            split.train().contains(name) || split.validation().contains(name));
            // A sound of the run's own data is judged by the fold that kept it for testing; any other sound by all.
            if (!seen && (names.isEmpty() || names.stream().anyMatch(split.test()::contains))) {
                fresh.add(fold);
            }
        }
        return fresh;
    }

    private static ClipVerdict mean(List<ClipVerdict> verdicts) {
        ClipVerdict first = Objects.requireNonNull(verdicts.get(0));
        List<ClipVerdict.Part> parts = new ArrayList<>();
        for (int i = 0; i < first.parts().size(); i++) {
            int part = i;
            List<Double> probabilities = IntStream.range(
                            0, first.parts().get(i).probabilities().size())
                    .mapToObj(label -> verdicts.stream()
                            .mapToDouble(
                                    v -> v.parts().get(part).probabilities().get(label))
                            .average()
                            .orElseThrow())
                    .toList();
            parts.add(new ClipVerdict.Part(probabilities, first.parts().get(i).counts()));
        }
        return new ClipVerdict(first.clip(), first.truth(), parts);
    }
}
