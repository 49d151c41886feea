package dev.vitrine.experiments.recipe;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code evaluate} and {@code predict} write as JSON.
 *
 * @param run the run folder
 * @param classes their names, in the order of the probabilities
 * @param score over clips whose truth is known and that were not trained on, null if there is none
 * @param clips one per clip, in order
 * @param skipped files that could not be used, one line each
 */
public record VerdictFile(
        String run, List<String> classes, @Nullable Score score, List<Entry> clips, List<String> skipped) {
    /**
     * One clip.
     *
     * @param truth the true class, null where it is not known
     * @param verdict the class that is most likely
     * @param probabilities of the classes, over the whole clip
     * @param parts the probabilities in each part, such as a whole second
     * @param counts for each part, whether it had a vote
     * @param seenInTraining true if the network had learned from this very clip
     */
    public record Entry(
            String clip,
            @Nullable String truth,
            String verdict,
            List<Double> probabilities,
            List<List<Double>> parts,
            List<Boolean> counts,
            boolean seenInTraining) {}

    /** Collects verdicts. */
    public static VerdictFile of(Path run, List<String> classes, List<TrainedRun.Judged> judged, List<String> skipped) {
        List<ClipVerdict> scored = judged.stream()
                .filter(j -> !j.seenInTraining() && j.verdict().truth() >= 0)
                .map(TrainedRun.Judged::verdict)
                .toList();
        return new VerdictFile(
                run.toString(),
                classes,
                scored.isEmpty() ? null : Score.of(classes.size(), scored),
                judged.stream().map(j -> entry(classes, j)).toList(),
                skipped);
    }

    private static Entry entry(List<String> classes, TrainedRun.Judged judged) {
        ClipVerdict verdict = judged.verdict();
        return new Entry(
                verdict.clip(),
                verdict.truth() < 0 ? null : classes.get(verdict.truth()),
                classes.get(verdict.verdict()),
                verdict.probabilities(),
                verdict.parts().stream().map(ClipVerdict.Part::probabilities).toList(),
                verdict.parts().stream().map(ClipVerdict.Part::counts).toList(),
                judged.seenInTraining());
    }
}
