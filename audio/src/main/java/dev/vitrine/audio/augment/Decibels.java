package dev.vitrine.audio.augment;

/** Levels of amplitude: 20 dB are a factor of 10. */
final class Decibels {
    private Decibels() {}

    static double toFactor(double decibels) {
        return StrictMath.pow(10, decibels / 20);
    }
}
