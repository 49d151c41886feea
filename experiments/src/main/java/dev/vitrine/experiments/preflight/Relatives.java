package dev.vitrine.experiments.preflight;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds, for a clip, another one that shares more with it than its class. */
public final class Relatives {
    /** What two clips share, closest first. */
    public enum Bond {
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

        /** In words, to follow "as". */
        public String words() {
            return words;
        }
    }

    /**
     * A relative.
     *
     * @param clip its name
     */
    public record Relative(Bond bond, String clip) {}

    private final Map<String, String> sounds;
    private final Map<String, String> groups;
    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, String> bySound = new HashMap<>();
    private final Map<String, String> byGroup = new HashMap<>();

    /**
     * Looks among some clips.
     *
     * @param sounds what a clip holds, as SHA-256, by name
     * @param groups what a clip is a relative of, by name; perhaps none
     */
    public Relatives(Map<String, String> sounds, Map<String, String> groups, Collection<String> clips) {
        this.sounds = sounds;
        this.groups = groups;
        for (String clip : clips) {
            byName.put(clip, clip);
            sound(clip).ifPresent(sound -> bySound.put(sound, clip));
            group(clip).ifPresent(group -> byGroup.put(group, clip));
        }
    }

    private Optional<String> sound(String clip) {
        return Optional.ofNullable(sounds.get(clip));
    }

    private Optional<String> group(String clip) {
        return Optional.ofNullable(groups.get(clip));
    }

    /** The closest relative of a clip. */
    public Optional<Relative> of(String clip) {
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
