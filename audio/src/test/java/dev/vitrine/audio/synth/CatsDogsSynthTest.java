package dev.vitrine.audio.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class CatsDogsSynthTest {
    private static final int CLIPS = 60;

    @Test
    void equalSeedsGiveEqualSounds() {
        assertThat(CatsDogsSynth.meow(3)).containsExactly(CatsDogsSynth.meow(3)).isNotEqualTo(CatsDogsSynth.meow(4));
        assertThat(CatsDogsSynth.bark(3)).containsExactly(CatsDogsSynth.bark(3)).isNotEqualTo(CatsDogsSynth.bark(4));
    }

    @Test
    void bitsAreTheSameEverywhere() {
        assertThat(checksum(CatsDogsSynth.meow(1))).isEqualTo("b9f906bf");
        assertThat(checksum(CatsDogsSynth.bark(1))).isEqualTo("992e3e9a");
    }

    private static String checksum(float[] sound) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * sound.length);
        bytes.asFloatBuffer().put(sound);
        CRC32 crc = new CRC32();
        crc.update(bytes.array());
        return Long.toHexString(crc.getValue());
    }

    @Test
    void soundsAreHeardAndNotClipped() {
        for (long seed = 0; seed < CLIPS; seed++) {
            for (float[] sound : List.of(CatsDogsSynth.meow(seed), CatsDogsSynth.bark(seed))) {
                assertThat(sound.length).isBetween(19_199, 64_000);
                float peak = 0;
                for (float sample : sound) {
                    peak = Math.max(peak, Math.abs(sample));
                }
                assertThat(peak).isBetween(0.08f, 0.96f);
            }
        }
    }

    @Test
    void loudnessDoesNotTellThemApart() {
        List<Double> cats = new ArrayList<>();
        List<Double> dogs = new ArrayList<>();
        for (long seed = 0; seed < CLIPS; seed++) {
            cats.add(power(CatsDogsSynth.meow(seed)));
            dogs.add(power(CatsDogsSynth.bark(seed)));
        }
        double wins = 0;
        for (double cat : cats) {
            for (double dog : dogs) {
                wins += cat > dog ? 1 : 0;
            }
        }
        assertThat(wins / CLIPS / CLIPS)
                .as("chance that a cat is louder than a dog")
                .isBetween(0.35, 0.65);
    }

    private static double power(float[] sound) {
        double sum = 0;
        for (float sample : sound) {
            sum += sample * sample;
        }
        return sum / sound.length;
    }
}
