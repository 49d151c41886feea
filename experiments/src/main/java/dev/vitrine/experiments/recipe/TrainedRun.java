package dev.vitrine.experiments.recipe;

import dev.vitrine.audio.dataset.Clip;
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

/**
 * The trained networks of a run, one per fold.
 *
 * <p>A clip is judged by the folds that have not learned from it, so that a score over recordings of the run's own data is
 * honest. A clip that every fold has learned from is judged by all of them, and marked.
 */
public final class TrainedRun {
    private final RunConfig config;
    private final List<Network> networks;

    private TrainedRun(RunConfig config, List<Network> networks) {
        this.config = config;
        this.networks = networks;
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
    public static TrainedRun open(RunFolder folder, Device device) throws IOException {
        RunConfig config = folder.readConfig(RunConfig.class);
        List<Network> networks = new ArrayList<>();
        for (int i = 0; i < config.splits().size(); i++) {
            Fold fold = new Fold(folder.checkpoints(), i, config.plan(), device);
            if (!fold.exists(Fold.LAST)) {
                break;
            }
            fold.load(Fold.LAST);
            networks.add(fold.network());
        }
        if (networks.isEmpty()) {
            throw new UserError("%s holds no trained network yet; go on with: vitrine train --resume %s"
                    .formatted(folder.path(), folder.path()));
        }
        return new TrainedRun(config, networks);
    }

    /** What the run was made from. */
    public RunConfig config() {
        return config;
    }

    /** A portrait of the network of a fold that has not learned from the clip, or else of the first fold. */
    public Portrait portraitFor(Clip clip) {
        List<Integer> fresh = foldsThatHaveNotSeen(clip);
        return portrait(fresh.isEmpty() ? 0 : fresh.get(0));
    }

    /** A portrait of the network of a fold, counted from 0. */
    public Portrait portrait(int fold) {
        return new Portrait(networks.get(fold), config.plan().segmenting());
    }

    /** Judges clips, in their order. */
    public List<Judged> judge(List<Clip> clips) {
        List<List<Integer>> judges =
                clips.stream().map(this::foldsThatHaveNotSeen).toList();
        List<List<ClipVerdict>> collected = new ArrayList<>();
        clips.forEach(clip -> collected.add(new ArrayList<>()));
        for (int fold = 0; fold < networks.size(); fold++) {
            List<Integer> mine = new ArrayList<>();
            for (int i = 0; i < clips.size(); i++) {
                if (judges.get(i).isEmpty() || judges.get(i).contains(fold)) {
                    mine.add(i);
                }
            }
            List<ClipVerdict> verdicts = new Judge(
                            networks.get(fold), config.plan().segmenting())
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

    private List<Integer> foldsThatHaveNotSeen(Clip clip) {
        String fingerprint = clip.fingerprint();
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, String> sound : config.sounds().entrySet()) {
            if (sound.getValue().equals(fingerprint)) {
                names.add(sound.getKey());
            }
        }
        List<Integer> fresh = new ArrayList<>();
        for (int fold = 0; fold < networks.size(); fold++) {
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
        List<ClipVerdict.Second> seconds = new ArrayList<>();
        for (int i = 0; i < first.seconds().size(); i++) {
            int second = i;
            double probability = verdicts.stream()
                    .mapToDouble(v -> v.seconds().get(second).probability())
                    .average()
                    .orElseThrow();
            seconds.add(
                    new ClipVerdict.Second(probability, first.seconds().get(i).loud()));
        }
        return new ClipVerdict(first.clip(), first.truth(), seconds);
    }
}
