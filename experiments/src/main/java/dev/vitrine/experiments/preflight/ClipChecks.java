package dev.vitrine.experiments.preflight;

import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.experiments.recipe.Hearing;
import dev.vitrine.experiments.recipe.LabelColumn;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.Split;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What {@code data check} would find wrong with the clips, as far as it can be told without reading them again: classes that
 * are missing, copies, relatives on both sides of a split, windows that are too short, labels that serve twice.
 */
final class ClipChecks {
    private static final String NONE = "none";

    private final Material material;
    private final List<Split> splits;
    private final Map<String, String> sounds;
    private final Map<String, Integer> labels = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();

    ClipChecks(Material material, List<Split> splits) {
        this.material = material;
        this.splits = splits;
        this.sounds = material.fingerprints();
        for (Labelled clip : material.clips()) {
            labels.put(clip.name(), clip.label());
            groups.put(clip.name(), clip.group());
        }
    }

    List<Check> all() {
        List<Check> checks = new ArrayList<>(List.of(classes(), copies(), leaks(), chosenBy()));
        if (material.hearing().samples() != Hearing.WHOLE && material.hearing().frame() > 1) {
            checks.add(window(material.hearing()));
        }
        if (!material.columns().isEmpty()) {
            checks.add(columns());
        }
        return checks;
    }

    /** A class that is nowhere is good to know; one that is judged and never learned is a fault. */
    private Check classes() {
        Set<Integer> missing = new HashSet<>();
        Set<Integer> fewest = labelsOf(splits.get(0).train());
        for (Split split : splits) {
            Set<Integer> taught = labelsOf(split.train());
            fewest = taught.size() < fewest.size() ? taught : fewest;
            Set<Integer> judged = labelsOf(split.test());
            judged.addAll(labelsOf(split.validation()));
            judged.removeAll(taught);
            missing.addAll(judged);
        }
        int count = material.classes().size();
        String name = "classes in training";
        String found = "%d of %d".formatted(fewest.size(), count);
        if (missing.isEmpty() && fewest.size() < count) {
            return Check.known(name, found);
        }
        return Check.of(
                name,
                found,
                "all that are judged",
                missing.isEmpty(),
                missing.isEmpty()
                        ? ""
                        : "Clips of %s are judged, and in a fold none are learned from: split by class, or find more."
                                .formatted(material.classes()
                                        .get(missing.iterator().next())));
    }

    private Set<Integer> labelsOf(List<String> names) {
        Set<Integer> found = new HashSet<>();
        names.forEach(name -> found.add(Objects.requireNonNull(labels.get(name), name)));
        return found;
    }

    /** Copies with one label on one side of the split do little harm; with several labels nobody can be right on all. */
    private Check copies() {
        Map<String, List<String>> same = new LinkedHashMap<>();
        material.clips()
                .forEach(clip -> same.computeIfAbsent(
                                Objects.requireNonNull(sounds.get(clip.name()), clip.name()),
                                sound -> new ArrayList<>())
                        .add(clip.name()));
        int more = material.clips().size() - same.size();
        List<String> conflict = same.values().stream()
                .filter(names -> labelsOf(names).size() > 1)
                .findFirst()
                .orElse(List.of());
        String name = "clips that are copies";
        return conflict.isEmpty()
                ? Check.known(name, more == 0 ? NONE : "%d of %d".formatted(more, labels.size()))
                : Check.of(
                        name,
                        "%d of %d".formatted(more, labels.size()),
                        "of one class",
                        false,
                        "%s and %s hold the same sound and are of two classes: listen, and leave one out."
                                .formatted(conflict.get(0), conflict.get(1)));
    }

    private Check leaks() {
        return known(
                "test clips known already",
                split -> split.train(),
                "Test clips stand in the training part, or their copies or relatives do: split by recording"
                        + " (--protocol leak-free, --split group).");
    }

    private Check chosenBy() {
        return known(
                "test clips that validate",
                split -> split.validation(),
                "Test clips or their relatives validate: what is chosen by validation is chosen by the test.");
    }

    /** A part of a split. */
    @FunctionalInterface
    private interface Part {
        List<String> of(Split split);
    }

    private Check known(String name, Part part, String advice) {
        int tests = 0;
        int known = 0;
        for (Split split : splits) {
            Relatives relatives = new Relatives(sounds, groups, part.of(split));
            tests += split.test().size();
            known += (int) split.test().stream()
                    .filter(clip -> relatives.of(clip).isPresent())
                    .count();
        }
        return Check.of(name, known == 0 ? NONE : "%d of %d".formatted(known, tests), NONE, known == 0, advice);
    }

    private static Check window(Hearing hearing) {
        return Check.of(
                "samples heard at once",
                String.format(Locale.ROOT, "%,d", hearing.samples()),
                String.format(Locale.ROOT, "from %,d (a frame)", hearing.frame()),
                !hearing.lessThanAFrame(),
                "Windows are shorter than one frame of the features, which are those of padding then: were seconds"
                        + " meant?");
    }

    private Check columns() {
        int wrong = material.columns().stream()
                .mapToInt(LabelColumn::contradictions)
                .sum();
        return Check.of(
                "labels against the data's",
                wrong == 0 ? "alike" : "%d differ".formatted(wrong),
                "alike",
                wrong == 0,
                "One column of labels serves for several questions.");
    }
}
