package dev.vitrine.audio.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SceneTest {
    private static final int RATE = CatsDogsSynth.SAMPLE_RATE;

    @Test
    void utterancesFollowEachOtherAfterTheirPauses() {
        Scene scene = new Scene(new Dice(1));
        assertThat(scene.fits(1, 3)).isTrue();
        scene.add(0.5, 1, ones(1));
        assertThat(scene.fits(0.5, 2)).isTrue();
        assertThat(scene.fits(0.5, 2.1)).isFalse();
    }

    @Test
    void clipEndsSoonAfterTheLastUtterance() {
        Scene scene = new Scene(new Dice(1));
        scene.add(0.5, 1, ones(1));
        scene.add(0.25, 1, ones(0.25));
        assertThat(scene.record().length).isBetween((int) (2.02 * RATE), (int) (2.4 * RATE));
    }

    @Test
    void clipIsNeverShorterThanASecondNorLongerThanFour() {
        Scene brief = new Scene(new Dice(1));
        brief.add(0, 1, ones(0.1));
        assertThat(brief.record()).hasSize(RATE);
        Scene endless = new Scene(new Dice(1));
        endless.add(0.5, 1, ones(5));
        assertThat(endless.record()).hasSize(4 * RATE);
    }

    @Test
    void echoComesLaterThanTheSoundAndDiesAway() {
        double[] mix = new double[RATE];
        mix[0] = 1;
        Room.echo(mix, new Dice(5));
        assertThat(mix[0]).isEqualTo(1);
        assertThat(Arrays.stream(mix, 1, (int) (0.8 * 0.031 * RATE))).containsOnly(0.0);
        assertThat(Loudness.peak(Arrays.copyOfRange(mix, 1, RATE / 5))).isGreaterThan(0.001);
        assertThat(Loudness.peak(Arrays.copyOfRange(mix, RATE * 9 / 10, RATE))).isLessThan(0.01);
    }

    @Test
    void backgroundIsAsLoudAsAskedOrHumsABitMore() {
        int hums = 0;
        for (long seed = 0; seed < 40; seed++) {
            double[] mix = new double[RATE];
            Background.add(mix, 0.5, new Dice(seed));
            double level = Loudness.rootMeanSquare(mix) / 0.5;
            assertThat(level).isBetween(0.95, 1.4);
            hums += level > 1.01 ? 1 : 0;
        }
        assertThat(hums).isBetween(4, 22);
    }

    @Test
    void distractorsAreShortAndHeard() {
        for (Distractor distractor : Distractor.values()) {
            double[] sound = distractor.samples(new Dice(2));
            assertThat(sound.length).isBetween(RATE / 20, 3 * RATE / 10);
            assertThat(Loudness.peak(sound)).isGreaterThan(0.1);
            assertThat(Math.abs(sound[sound.length - 1])).isLessThan(0.05);
        }
    }

    @Test
    void loudnessOfASine() {
        double[] sine = new double[RATE];
        for (int i = 0; i < RATE; i++) {
            sine[i] = 3 * Math.sin(2 * Math.PI * 1000 * i / RATE);
        }
        assertThat(Loudness.peak(sine)).isCloseTo(3, within(1e-9));
        assertThat(Loudness.rootMeanSquare(sine)).isCloseTo(3 / Math.sqrt(2), within(1e-9));
    }

    @Test
    void microphonesTakeAwayTheLowestTonesAndTheHighest() {
        for (long seed = 0; seed < 20; seed++) {
            double middle = throughMicrophone(2000, seed);
            assertThat(middle).isBetween(0.4, 1.0);
            assertThat(throughMicrophone(10, seed)).isLessThan(middle);
            assertThat(throughMicrophone(7000, seed)).isLessThan(middle);
        }
    }

    private static double throughMicrophone(double frequency, long seed) {
        double[] sine = new double[2 * RATE];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = Math.sin(2 * Math.PI * frequency * i / RATE);
        }
        Microphone.colour(sine, new Dice(seed));
        return Loudness.peak(Arrays.copyOfRange(sine, RATE, 2 * RATE));
    }

    private static double[] ones(double seconds) {
        double[] ones = new double[(int) (seconds * RATE)];
        Arrays.fill(ones, 1);
        return ones;
    }
}
