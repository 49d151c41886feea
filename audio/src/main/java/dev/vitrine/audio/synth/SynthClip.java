package dev.vitrine.audio.synth;

/**
 * One synthesised sound.
 *
 * @param name of a WAV file, unlike any other's in the set
 * @param label of its class, from 0
 * @param group what it shares with other clips, as an instrument: keep a group on one side of a split
 * @param samples at {@link SynthSet#SAMPLE_RATE}
 */
public record SynthClip(String name, int label, String group, float[] samples) {}
