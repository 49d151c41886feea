package dev.vitrine.audio.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MusicSpeechSetTest {
    private static final int RATE = SynthSet.SAMPLE_RATE;

    @Test
    void clipsLastTenSecondsAndHaveNoGroupButTheirOwn() {
        SynthClip clip = new MusicSpeechSet().clip(1, 0, 1);
        assertThat(clip.samples()).hasSize(10 * RATE);
        assertThat(clip.name()).isEqualTo("speech_001.wav");
        assertThat(clip.group()).isEqualTo(clip.name());
    }

    @Test
    void speakersAreInTheRangeOfPeopleAndPauseBetweenPhrases() {
        for (long seed = 0; seed < 10; seed++) {
            Speaker speaker = Speaker.thrown(new Dice(seed));
            assertThat(speaker.throat().pitch()).isBetween(85.0, 260.0);
            double[] mix = new double[10 * RATE];
            speaker.talk(mix, new Dice(seed + 100));
            assertThat(silent(mix)).isBetween(0.01, 0.4);
        }
    }

    /** The share of tenths of a second in which nothing is heard. */
    private static double silent(double[] mix) {
        double silent = 0;
        int part = RATE / 10;
        for (int start = 0; start + part <= mix.length; start += part) {
            silent += Loudness.peak(Arrays.copyOfRange(mix, start, start + part)) < 1e-6 ? 1 : 0;
        }
        return silent * part / mix.length;
    }

    @Test
    void bandsKeepTimeAndKey() {
        for (long seed = 0; seed < 10; seed++) {
            Band band = Band.thrown(new Dice(seed));
            assertThat(60 / band.beat()).isBetween(65.0, 160.0);
            assertThat(band.root()).isBetween(48, 59);
            assertThat(band.scale()).hasSize(7);
            assertThat(band.players()).hasSize(3);
            assertThat(band.levels()).hasSize(4);
        }
    }

    /** A drum on every beat: the power of a beat's first 50 ms is above that of its last 50 ms. */
    @Test
    void drumsAreStruckOnTheBeat() {
        Note nothing = new Note(List.of(), new Breath(0, 1000, 1, 0), Vibrato.NONE);
        Instrument silent = (frequency, force) -> nothing;
        Band drummer = new Band(
                0.5, 48, List.of(0, 2, 4, 5, 7, 9, 11), List.of(silent, silent, silent), List.of(0.0, 0.0, 0.0, 1.0));
        double[] mix = new double[4 * RATE];
        drummer.play(mix, new Dice(1));
        for (int beat = 0; beat < 8; beat++) {
            int start = beat * RATE / 2;
            assertThat(level(mix, start)).isGreaterThan(3 * level(mix, start + RATE / 2 - RATE / 20));
        }
    }

    /** The melody of one player is on the notes of the scale alone. */
    @Test
    void everyNoteIsOfTheScale() {
        Instrument checking = (frequency, force) -> {
            double semitones = 12 * Math.log(frequency / NoteSet.frequency(50)) / Math.log(2);
            assertThat(Math.floorMod(Math.round(semitones), 12)).isIn(0, 2, 4, 5, 7, 9, 11);
            return new Note(List.of(), new Breath(0, 1000, 1, 0), Vibrato.NONE);
        };
        Band band = new Band(
                0.5,
                50,
                List.of(0, 2, 4, 5, 7, 9, 11),
                List.of(checking, checking, checking),
                List.of(1.0, 1.0, 1.0, 0.0));
        double[] mix = new double[20 * RATE];
        band.play(mix, new Dice(1));
        assertThat(mix).containsOnly(0);
    }

    private static double level(double[] mix, int start) {
        return Loudness.rootMeanSquare(Arrays.copyOfRange(mix, start, start + RATE / 20));
    }
}
