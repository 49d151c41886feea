package dev.vitrine.experiments.musicspeech;

import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.recipe.ComputedMaterial.Entry;
import java.util.List;
import java.util.Locale;

/** What is asked of a clip. */
public enum Target {
    /** Is it music? All else is the other class. */
    MUSIC,
    /** Is it speech? */
    SPEECH,
    /** Which of all classes is it? */
    BOTH;

    private static final String OTHER = "other";

    /** As it is typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The classes of the question, for data of these classes. */
    List<String> classes(List<String> data) {
        return this == BOTH ? data : List.of(OTHER, word());
    }

    /**
     * The clips with the classes of the question.
     *
     * @throws UserError if the data have no class of that name
     */
    List<Entry> relabelled(List<String> data, List<Entry> entries) {
        if (this == BOTH) {
            return entries;
        }
        int wanted = data.indexOf(word());
        if (wanted < 0) {
            throw new UserError("--target %s: expected a class %s in the data, got the classes %s; or --target both"
                    .formatted(word(), word(), String.join(", ", data)));
        }
        return entries.stream()
                .map(entry -> entry.as(entry.clip().label() == wanted ? 1 : 0))
                .toList();
    }
}
