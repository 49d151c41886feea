package dev.vitrine.audio.synth;

import java.util.List;

/**
 * What throat and mouth do during one call, from its beginning to its end.
 *
 * @param roughness by how much the voice is hoarser than the throat is in a quiet call
 * @param pitch in shares of the pitch at rest
 * @param formants in Hz in a middling animal, lowest first
 * @param soft the least loudness
 * @param loud the greatest loudness, at the same moments
 */
record Course(double roughness, Curve pitch, List<Curve> formants, Curve soft, Curve loud) {
    private static final double PITCH_VARIES = 0.08;
    private static final double MOUTH_VARIES = 0.12;

    Course {
        formants = List.copyOf(formants);
    }

    Voice voice(double seconds, Throat throat, Dice dice) {
        return new Voice(
                seconds,
                pitch.varied(PITCH_VARIES, dice).scaled(throat.pitch()),
                new Formants(formants.stream()
                                .map(track -> track.varied(MOUTH_VARIES, dice))
                                .toList())
                        .scaled(throat.size()),
                soft.upTo(loud, dice),
                throat.timbre().rougher(roughness));
    }
}
