package dev.vitrine.audio.dataset;

import dev.vitrine.audio.io.Waveform;

/**
 * One recording with its class.
 *
 * @param name the file's name, or a made-up one
 * @param label index of the class, or -1 where it is not known
 * @param sound mono
 * @param group clips of one group hold the same recording and must stay on one side of a split
 */
public record Clip(String name, int label, Waveform sound, String group) {}
