package dev.vitrine.experiments.diagnosis;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds, for a clip, another one that shares more with it than its class. */
final class Relatives {
    /** What two clips share, closest first. */
    enum Bond {
        /** They are one. */
        SAME_CLIP("the same clip"),
        /** They hold the same samples. */
        SAME_SOUND("the same sound, byte for byte,"),
        /** They come from one recording, one instrument, one track. */
        SAME_GROUP("a relative (same recording or source)");

        private final String words;

        Bond(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * A relative.
     *
     * @param clip its name
     */
    record Relative(Bond bond, String clip) {}

    private final Evidence evidence;
    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, String> bySound = new HashMap<>();
    private final Map<String, String> byGroup = new HashMap<>();

    /** Looks among {@code clips}. */
    Relatives(Evidence evidence, Collection<String> clips) {
        this.evidence = evidence;
        for (String clip : clips) {
            byName.put(clip, clip);
            sound(clip).ifPresent(sound -> bySound.put(sound, clip));
            group(clip).ifPresent(group -> byGroup.put(group, clip));
        }
    }

    private Optional<String> sound(String clip) {
        return Optional.ofNullable(evidence.config().sounds().get(clip));
    }

    private Optional<String> group(String clip) {
        return evidence.preflight()
                .flatMap(preflight -> Optional.ofNullable(preflight.groups().get(clip)));
    }

    /** The closest relative of a clip. */
    Optional<Relative> of(String clip) {
        return Optional.ofNullable(byName.get(clip))
                .map(found -> new Relative(Bond.SAME_CLIP, found))
                .or(() -> sound(clip)
                        .flatMap(sound -> Optional.ofNullable(bySound.get(sound)))
                        .map(found -> new Relative(Bond.SAME_SOUND, found)))
                .or(() -> group(clip)
                        .flatMap(group -> Optional.ofNullable(byGroup.get(group)))
                        .map(found -> new Relative(Bond.SAME_GROUP, found)));
    }
}
