package dev.vitrine.experiments.cli;

import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.dataset.ReadProgress;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.dataset.KnownSet;
import dev.vitrine.experiments.dataset.MadeUpSet;
import dev.vitrine.experiments.dataset.SplitKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The set that the user named, read or made up. */
final class SetChoice {
    private static final int SOUNDS_PER_CLASS = 10;
    private static final int EMBEDDINGS_PER_CLASS = 250;
    private static final int NAMED = 3;

    private SetChoice() {}

    /** What each set expects at its place, a line each. */
    static List<String> notes() {
        return Stream.of(KnownSet.values())
                .map(set -> set.word() + ": " + set.contents() + ".")
                .toList();
    }

    static KnownSet kind(String command, List<String> words) {
        String word = String.join(" ", words);
        return KnownSet.named(word)
                .orElseThrow(() -> new UserError(command + ": expected one of "
                        + Stream.of(KnownSet.values()).map(KnownSet::word).collect(Collectors.joining(", ")) + ", got "
                        + (word.isEmpty() ? "nothing" : word)));
    }

    static Optional<SplitKind> split(@Nullable String word) {
        if (word == null) {
            return Optional.empty();
        }
        return Optional.of(SplitKind.named(word)
                .orElseThrow(() -> new UserError("--split must be one of "
                        + Stream.of(SplitKind.values()).map(SplitKind::word).collect(Collectors.joining(", "))
                        + ", got "
                        + word)));
    }

    /** Reads the set, or makes one up where no place is given; names what was left out. */
    static ItemSet load(KnownSet kind, @Nullable Path data, long seed, Console console) throws IOException {
        if (data == null) {
            int perClass = kind == KnownSet.AUDIO_SET ? EMBEDDINGS_PER_CLASS : SOUNDS_PER_CLASS;
            ItemSet made = watched(console, "sounds", progress -> MadeUpSet.of(kind, perClass, seed, progress))
                    .orElseThrow(() ->
                            new UserError("--data is missing: say where the set is; expected " + kind.contents()));
            console.warn("no --data: the program made up " + made.items().size() + " items of "
                    + made.classes().size() + " classes (seed " + seed + ")");
            return made;
        }
        ItemSet set = watched(console, "files", progress -> kind.load(data, Strictness.LENIENT, progress));
        set.skipped().stream().limit(NAMED).forEach(line -> console.warn("skipped: " + line));
        if (set.skipped().size() > NAMED) {
            console.warn("skipped: " + (set.skipped().size() - NAMED) + " more");
        }
        return set;
    }

    /** Work that tells how far it is. */
    @FunctionalInterface
    interface Work<T> {
        T run(ReadProgress progress) throws IOException;
    }

    /** Shows progress as soon as it is known how much there is to do. */
    static <T> T watched(Console console, String what, Work<T> work) throws IOException {
        List<Progress> opened = new ArrayList<>();
        try {
            return work.run((done, of) -> {
                if (opened.isEmpty()) {
                    opened.add(console.progress(what, of, 0));
                }
                opened.get(0).at(done, Progress.Measures.NONE);
            });
        } finally {
            opened.forEach(Progress::close);
        }
    }
}
