package dev.vitrine.audio.fingerprint;

/**
 * Two sounds that have a stretch in common.
 *
 * @param first index of the one
 * @param second index of the other, larger
 * @param errorRate share of bits that differ along the stretch: 0 for the same sound, 0.5 for two that have nothing to do
 *     with one another
 * @param seconds how long the stretch is, silence left out
 * @param firstAt where it begins in the one, in seconds
 * @param secondAt where it begins in the other, in seconds
 */
public record SharedStretch(int first, int second, double errorRate, double seconds, double firstAt, double secondAt) {}
