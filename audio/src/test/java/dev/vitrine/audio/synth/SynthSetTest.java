package dev.vitrine.audio.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SynthSetTest {
    private static final int CLIPS = 6;

    static Stream<SynthSet> sets() {
        return SynthSet.all().stream();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void isFoundByItsName(SynthSet set) {
        assertThat(SynthSet.named(set.name())).contains(set);
        assertThat(SynthSet.named(set.name() + "x")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void everyClipHasItsOwnNameAndSoundAndIsHeardAndNotClipped(SynthSet set) {
        Set<String> names = new HashSet<>();
        Set<Double> powers = new HashSet<>();
        for (int label = 0; label < set.classes().size(); label++) {
            for (int index = 0; index < CLIPS; index++) {
                SynthClip clip = set.clip(label, index, 1);
                assertThat(clip.label()).isEqualTo(label);
                names.add(clip.name());
                powers.add(power(clip.samples()));
                assertThat(peak(clip.samples())).as(clip.name()).isBetween(0.05f, 0.9501f);
                assertThat(Math.sqrt(power(clip.samples()))).as(clip.name()).isBetween(0.01, 0.1301);
            }
        }
        assertThat(names).hasSize(CLIPS * set.classes().size());
        assertThat(powers).hasSameSizeAs(names);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void equalSeedsGiveEqualClipsAndOtherSeedsOthers(SynthSet set) {
        int last = set.classes().size() - 1;
        float[] sound = set.clip(last, 2, 5).samples();
        assertThat(set.clip(last, 2, 5).samples()).containsExactly(sound);
        assertThat(set.clip(last, 2, 6).samples()).isNotEqualTo(sound);
    }

    private static float peak(float[] sound) {
        float peak = 0;
        for (float sample : sound) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    private static double power(float[] sound) {
        double sum = 0;
        for (float sample : sound) {
            sum += sample * sample;
        }
        return sum / sound.length;
    }
}
