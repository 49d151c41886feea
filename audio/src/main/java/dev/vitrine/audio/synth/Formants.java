package dev.vitrine.audio.synth;

import java.util.Arrays;
import java.util.List;

/**
 * The resonances of a throat and mouth, each moving over the utterance.
 *
 * <pre>
 * gain(f, t) = floor + sum over formants i of  level_i / (1 + ((f - F_i(t)) / (F_i(t) WIDTH / 2))^2)
 * </pre>
 *
 * @param tracks centre frequencies F_i over the utterance, in Hz, lowest first, at most 4
 */
record Formants(List<Curve> tracks) {
    private static final List<Double> LEVELS = List.of(1.0, 0.75, 0.4, 0.25);
    private static final double WIDTH = 0.3;
    private static final double FLOOR = 0.015;

    Formants {
        if (tracks.isEmpty() || tracks.size() > LEVELS.size()) {
            throw new IllegalArgumentException("expected 1 to 4 formants, got " + tracks.size());
        }
        tracks = List.copyOf(tracks);
    }

    /** Resonances that stay where they are. */
    static Formants still(double... centers) {
        return new Formants(
                Arrays.stream(centers).mapToObj(f -> new Curve(f, f)).toList());
    }

    /** All resonances of a body that is smaller by this factor, and so sounds higher. */
    Formants scaled(double factor) {
        return new Formants(tracks.stream().map(track -> track.scaled(factor)).toList());
    }

    double gain(double frequency, double t) {
        double sum = FLOOR;
        for (int i = 0; i < tracks.size(); i++) {
            double center = tracks.get(i).at(t);
            double away = (frequency - center) / (center * WIDTH / 2);
            sum += LEVELS.get(i) / (1 + away * away);
        }
        return sum;
    }

    /** One resonator for each formant, to shape breath. */
    List<Resonator> resonators() {
        return tracks.stream().map(track -> new Resonator()).toList();
    }

    void tune(List<Resonator> resonators, double t) {
        for (int i = 0; i < tracks.size(); i++) {
            double center = tracks.get(i).at(t);
            resonators.get(i).tune(center, center * WIDTH);
        }
    }

    /** White noise as it comes out of the mouth. */
    double shaped(List<Resonator> resonators, double noise) {
        double sum = FLOOR * noise;
        for (int i = 0; i < tracks.size(); i++) {
            sum += LEVELS.get(i) * resonators.get(i).next(noise);
        }
        return sum;
    }
}
