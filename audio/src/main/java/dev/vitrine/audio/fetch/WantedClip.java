package dev.vitrine.audio.fetch;

import dev.vitrine.audio.audioset.Segments.Segment;
import java.util.Locale;
import java.util.Set;

/**
 * A part of a video that is wanted.
 *
 * @param segment which part
 * @param classes those of the wanted classes that it belongs to, by name, in the order in which they were asked for
 */
record WantedClip(Segment segment, Set<String> classes) {
    /** Unlike any other's. */
    String name() {
        return String.format(Locale.ROOT, "%s_%.0f", segment.videoId(), segment.start() * 1000);
    }

    /** Below the set's folder. */
    String path() {
        return "audio/" + name() + ".wav";
    }

    double seconds() {
        return segment.end() - segment.start();
    }
}
