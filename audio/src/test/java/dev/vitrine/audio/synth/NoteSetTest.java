package dev.vitrine.audio.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoteSetTest {
    private static final int RATE = SynthSet.SAMPLE_RATE;
    private static final NoteSet SET = new NoteSet();

    @Test
    void hasTheClassesOfNsynthInItsOrder() {
        assertThat(SET.classes())
                .containsExactly(
                        "bass",
                        "brass",
                        "flute",
                        "guitar",
                        "keyboard",
                        "mallet",
                        "organ",
                        "reed",
                        "string",
                        "synth_lead",
                        "vocal");
    }

    @Test
    void fiveNotesOfOneInstrumentShareAGroupAndDifferInPitch() {
        Set<String> groups = new HashSet<>();
        List<Integer> pitches = new ArrayList<>();
        for (int index = 0; index < 5; index++) {
            SynthClip clip = SET.clip(3, index, 1);
            groups.add(clip.group());
            assertThat(clip.name()).matches("guitar_synthetic_000-\\d{3}-(025|050|075|100|127)\\.wav");
            assertThat(clip.samples()).hasSize(4 * RATE);
            pitches.add(Integer.parseInt(clip.name().substring(21, 24)));
        }
        assertThat(groups).containsExactly("guitar_synthetic_000");
        assertThat(pitches).isSorted().doesNotHaveDuplicates();
        assertThat(SET.clip(3, 5, 1).group()).isEqualTo("guitar_synthetic_001");
    }

    @Test
    void midiNumbersAreSemitonesAround440Hz() {
        assertThat(NoteSet.frequency(69)).isEqualTo(440);
        assertThat(NoteSet.frequency(57)).isCloseTo(220, within(1e-9));
        assertThat(NoteSet.frequency(60)).isCloseTo(261.6256, within(1e-4));
    }

    /** The fundamental (of an organ the pipe an octave below) or a multiple stands out above its surroundings. */
    @ParameterizedTest
    @EnumSource(Family.class)
    void soundsAtItsPitchAndEndsAfterItIsLetGo(Family family) {
        double[] note = family.instrument(new Dice(4)).note(440, 0.8).samples(4, 3, new Dice(5));
        double[] early = Arrays.copyOfRange(note, RATE / 10, RATE / 2);
        assertThat(amplitude(early, 440)).isGreaterThan(5 * amplitude(early, 400));
        double held = Loudness.peak(Arrays.copyOfRange(note, 0, 2 * RATE));
        double after = Loudness.peak(Arrays.copyOfRange(note, (int) (3.8 * RATE), 4 * RATE));
        assertThat(after).isLessThan(0.02 * held);
    }

    @Test
    void partialRisesDecaysAndIsReleased() {
        Partial partial = new Partial(500, 2, 0.1, 0.5, 10);
        assertThat(partial.level(0, 3)).isZero();
        assertThat(partial.level(0.1, 3)).isCloseTo(2 * (1 - Math.exp(-1)) * Math.exp(-0.05), within(1e-12));
        assertThat(partial.level(3.5, 3)).isCloseTo(2 * Math.exp(-1.75) * Math.exp(-5), within(1e-12));
    }

    @Test
    void partialIsASineOfItsLevel() {
        Note note = new Note(
                List.of(new Partial(500, 0.7, 1e-4, 0, 10), new Partial(7700, 9, 1e-4, 0, 10)),
                new Breath(0, 500, 1, 0),
                Vibrato.NONE);
        double[] sound = Arrays.copyOfRange(note.samples(2, 3, new Dice(1)), RATE, 2 * RATE);
        assertThat(amplitude(sound, 500)).isCloseTo(0.7, within(1e-3));
        assertThat(amplitude(sound, 7700)).isLessThan(1e-3);
    }

    @Test
    void vibratoGoesUpAndDownAtItsRate() {
        Vibrato vibrato = new Vibrato(5, 0.01, 0.2);
        assertThat(vibrato.pitchFactor(0)).isEqualTo(1);
        assertThat(vibrato.pitchFactor(1.05)).isCloseTo(1.01, within(1e-9));
        assertThat(vibrato.pitchFactor(1.15)).isCloseTo(0.99, within(1e-9));
        assertThat(vibrato.loudnessFactor(1.05)).isCloseTo(1.2, within(1e-9));
        assertThat(vibrato.pitchFactor(0.05)).as("sets in slowly").isCloseTo(1.001, within(1e-9));
    }

    /** The amplitude of the sine and cosine of one frequency. */
    private static double amplitude(double[] sound, double frequency) {
        double sine = 0;
        double cosine = 0;
        for (int i = 0; i < sound.length; i++) {
            double angle = 2 * Math.PI * frequency * i / RATE;
            sine += sound[i] * Math.sin(angle);
            cosine += sound[i] * Math.cos(angle);
        }
        return 2 * Math.hypot(sine, cosine) / sound.length;
    }
}
