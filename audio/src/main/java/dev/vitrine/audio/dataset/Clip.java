package dev.vitrine.audio.dataset;

import dev.vitrine.audio.io.Waveform;

/**
 * One recording with its class.
 *
 * @param name the file's name, or a made-up one
 * @param label index of the class, or -1 where it is not known
 * @param sound mono
 * @param group clips of one group were cut from one recording, or are the same, and must stay on one side of a split
 */
public record Clip(String name, int label, Waveform sound, String group) implements Labelled {
    /** SHA-256 of the samples, as 64 hexadecimal digits: equal sounds have equal ones. */
    public String fingerprint() {
        return Fingerprint.of(sound.samples());
    }
}
