package dev.vitrine.audio.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WaveformTest {
    private static final Waveform SOUND = new Waveform(new float[] {3, -4, 0, 0}, 2);
    private static final Waveform SILENCE = new Waveform(new float[2], 2);

    @Test
    void measuresAndSetsItsLevel() {
        assertThat(SOUND.peak()).isEqualTo(4);
        assertThat(SOUND.rms()).isEqualTo(2.5f);
        assertThat(SOUND.seconds()).isEqualTo(2);
        assertThat(SOUND.withPeak(1).samples()).containsExactly(0.75f, -1, 0, 0);
        assertThat(SOUND.withRms(1).rms()).isCloseTo(1, within(1e-6f));
        assertThat(SILENCE.withPeak(1).samples()).containsExactly(0, 0);
        assertThat(SILENCE.withRms(1).samples()).containsExactly(0, 0);
        assertThat(new Waveform(new float[0], 1).rms()).isZero();
    }

    @Test
    void windowsReachBeyondTheEndsIntoSilence() {
        assertThat(SOUND.window(1, 2).samples()).containsExactly(-4, 0);
        assertThat(SOUND.window(-1, 3).samples()).containsExactly(0, 3, -4);
        assertThat(SOUND.window(3, 3).samples()).containsExactly(0, 0, 0);
        assertThat(SOUND.window(-9, 2).samples()).containsExactly(0, 0);
        assertThat(SOUND.window(Integer.MAX_VALUE, 1).samples()).containsExactly(0);
        assertThatThrownBy(() -> SOUND.window(0, -1)).hasMessage("a window's length must be at least 0, got -1");
    }

    @Test
    void cutsBetweenTwoTimes() {
        assertThat(SOUND.cut(0.5, 1.5).samples()).containsExactly(-4, 0);
        assertThat(SOUND.cut(1.5, 9).samples()).containsExactly(0);
        assertThat(SOUND.cut(7, 9).samples()).isEmpty();
        assertThatThrownBy(() -> SOUND.cut(2, 1))
                .hasMessage("a part must go from 0 s or later to a time that is not before, got 2.0 to 1.0");
    }
}
