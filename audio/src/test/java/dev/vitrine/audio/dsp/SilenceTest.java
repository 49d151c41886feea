package dev.vitrine.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.audio.io.Waveform;
import org.junit.jupiter.api.Test;

class SilenceTest {
    private static Waveform pulse(int length, int first, int end, float level) {
        float[] samples = new float[length];
        java.util.Arrays.fill(samples, 0, length, 1e-5f);
        for (int i = first; i < end; i++) {
            samples[i] = i % 2 == 0 ? level : -level;
        }
        return new Waveform(samples, 8000);
    }

    /** Frame t reaches from 512 t - 1024 to 512 t + 1024; 6 is the first to meet the pulse, 10 the last. */
    @Test
    void keepsTheFramesThatMeetTheSound() {
        Waveform trimmed = Silence.trimmed(pulse(10_000, 4000, 4100, 0.5f), 60);
        int first = 3072;
        assertThat(trimmed.samples()).hasSize(11 * 512 - first);
        assertThat(trimmed.samples()[4000 - first]).isEqualTo(0.5f);
    }

    @Test
    void keepsWhatIsLouderThanTheThreshold() {
        Waveform sound = pulse(20_000, 4000, 12_000, 0.5f);
        for (int i = 15_000; i < 17_500; i++) {
            sound.samples()[i] = 0.005f;
        }
        assertThat(Silence.trimmed(sound, 60).samples().length).isGreaterThan(17_500 - 4000);
        assertThat(Silence.trimmed(sound, 35).samples().length).isLessThan(15_000 - 3000);
    }

    @Test
    void leavesWhatIsNowhereLouder() {
        Waveform silence = new Waveform(new float[3000], 8000);
        assertThat(Silence.trimmed(silence, 60).samples()).hasSize(3000);
        assertThat(Silence.trimmed(new Waveform(new float[0], 8000), 60).samples())
                .isEmpty();
        assertThatThrownBy(() -> Silence.trimmed(silence, 0)).hasMessage("topDb must be above 0, got 0.0");
    }
}
