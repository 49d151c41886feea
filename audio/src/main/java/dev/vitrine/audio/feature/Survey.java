package dev.vitrine.audio.feature;

import org.jspecify.annotations.Nullable;

/** What must be known of a whole sound before its first frame can be given: its length, loudest levels and tuning. */
final class Survey {
    private final @Nullable Tuning tuning;
    private final @Nullable MelFilterBank filters;
    private final @Nullable ContrastBands bands;
    private final double[] mel;
    private final double[] peak;
    private final double[] valley;
    private int frames;
    private double loudestMel;
    private double loudestPeak;
    private double loudestValley;

    Survey(@Nullable Tuning tuning, @Nullable MelFilterBank filters, int melBands, @Nullable ContrastBands bands) {
        this.tuning = tuning;
        this.filters = filters;
        this.bands = bands;
        this.mel = new double[melBands];
        this.peak = new double[bands == null ? 0 : bands.count()];
        this.valley = peak.clone();
    }

    void look(Frame frame) {
        frames++;
        if (tuning != null) {
            tuning.hear(frame.power());
        }
        if (filters != null) {
            filters.apply(frame.power(), mel);
            loudestMel = largest(mel, loudestMel);
        }
        if (bands != null) {
            bands.apply(frame.magnitude(), peak, valley);
            loudestPeak = largest(peak, loudestPeak);
            loudestValley = largest(valley, loudestValley);
        }
    }

    private static double largest(double[] values, double before) {
        double largest = before;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    int frames() {
        return frames;
    }

    double tuning() {
        return tuning == null ? 0 : tuning.estimate();
    }

    /** The lowest level in dB that mel bands are given. */
    double floorOfMel() {
        return floor(loudestMel);
    }

    double floorOfPeaks() {
        return floor(loudestPeak);
    }

    double floorOfValleys() {
        return floor(loudestValley);
    }

    private static double floor(double loudest) {
        Decibels levels = Decibels.power();
        return levels.level(loudest) - levels.topDb();
    }
}
