package dev.vitrine.audio.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.audio.io.Waveform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SplitAndSampleTest {
    /** A ramp in the given stretch, silence elsewhere. */
    private static Clip clip(String name, int label, String group, int length, int from, int to) {
        float[] samples = new float[length];
        for (int i = from; i < to; i++) {
            samples[i] = i % 50;
        }
        return new Clip(name, label, new Waveform(samples, 16000), group);
    }

    private static List<Clip> clips(int cats, int dogs) {
        List<Clip> clips = new ArrayList<>();
        for (int i = 0; i < cats + dogs; i++) {
            String name = (i < cats ? "cat" : "dog") + i;
            clips.add(clip(name, i < cats ? 0 : 1, name, 100, 0, 100));
        }
        return clips;
    }

    @Test
    void everyClipIsInOnePart() {
        List<List<Clip>> parts = Folds.byGroup(clips(16, 11), 5, 1);
        List<Clip> all = parts.stream().flatMap(List::stream).toList();
        assertThat(all).hasSize(27).doesNotHaveDuplicates();
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.stream().filter(c -> c.label() == 0).count()).isBetween(3L, 4L);
            assertThat(part.stream().filter(c -> c.label() == 1).count()).isBetween(2L, 3L);
        });
    }

    @Test
    void groupsStayTogether() {
        List<Clip> clips = new ArrayList<>(clips(10, 10));
        for (int i = 0; i < 5; i++) {
            clips.add(clip("copy" + i, 0, "cat0", 100, 0, 100));
        }
        List<List<Clip>> parts = Folds.byGroup(clips, 4, 3);
        assertThat(parts.stream()
                        .filter(part -> part.stream().anyMatch(c -> c.group().equals("cat0"))))
                .hasSize(1);
    }

    @Test
    void splitDependsOnTheSeedAlone() {
        List<Clip> clips = clips(20, 20);
        List<Clip> reversed = new ArrayList<>(clips);
        java.util.Collections.reverse(reversed);
        assertThat(Folds.byGroup(clips, 5, 1)).isEqualTo(Folds.byGroup(reversed, 5, 1));
        assertThat(Folds.byGroup(clips, 5, 1)).isNotEqualTo(Folds.byGroup(clips, 5, 2));
    }

    @Test
    void tooFewRecordingsAreRefused() {
        assertThatThrownBy(() -> Folds.byGroup(clips(10, 3), 5, 1))
                .hasMessage("class 1 has 3 different recordings; expected at least 5, one for each part of the split");
    }

    @Test
    void batchIsAFunctionOfTheStep() {
        SegmentSampler sampler = new SegmentSampler(clips(4, 4), 2, new Segmenting(10, 0.4), 7);
        SegmentSampler again = new SegmentSampler(clips(4, 4), 2, new Segmenting(10, 0.4), 7);
        again.batch(3, 6);
        assertThat(again.batch(5, 6).windows())
                .containsExactly(sampler.batch(5, 6).windows());
        assertThat(sampler.batch(6, 6).windows())
                .isNotEqualTo(sampler.batch(5, 6).windows());
        assertThat(new SegmentSampler(clips(4, 4), 2, new Segmenting(10, 0.4), 8)
                        .batch(5, 6)
                        .windows())
                .isNotEqualTo(sampler.batch(5, 6).windows());
    }

    @Test
    void classesTakeTurns() {
        SegmentSampler sampler = new SegmentSampler(clips(4, 2), 2, new Segmenting(10, 0.4), 7);
        assertThat(sampler.batch(0, 5).labels()).containsExactly(0, 1, 0, 1, 0);
    }

    @Test
    void silentWindowsAreDrawnAgain() {
        Clip halfSilent = clip("cat", 0, "cat", 2000, 1000, 2000);
        Clip dog = clip("dog", 1, "dog", 2000, 0, 2000);
        SegmentSampler sampler = new SegmentSampler(List.of(halfSilent, dog), 2, new Segmenting(100, 0.4), 7);
        SegmentSampler.Batch batch = sampler.batch(0, 200);
        for (int i = 0; i < 200; i++) {
            float[] window = Arrays.copyOfRange(batch.windows(), i * 100, i * 100 + 100);
            assertThat(Normalised.isLoud(window, 0, 100, 0.4)).isTrue();
        }
    }

    @Test
    void everyClipOfAClassIsDrawn() {
        List<Clip> clips = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            float[] samples = new float[100 * (i + 1)];
            for (int j = 0; j < samples.length; j++) {
                samples[j] = j % (i + 2);
            }
            clips.add(new Clip("c" + i, i / 2, new Waveform(samples, 16000), "g" + i));
        }
        SegmentSampler sampler = new SegmentSampler(clips, 2, new Segmenting(10, 0.4), 7);
        Set<Integer> distinct = new HashSet<>();
        SegmentSampler.Batch batch = sampler.batch(0, 100);
        for (int i = 0; i < 100; i++) {
            Set<Float> values = new HashSet<>();
            for (int j = 0; j < 10; j++) {
                values.add(batch.windows()[i * 10 + j]);
            }
            distinct.add(values.size());
        }
        assertThat(distinct).containsExactlyInAnyOrder(2, 3, 4, 5);
    }

    @Test
    void secondsAreWholeAndScaledByTheClipAlone() {
        Clip clip = clip("cat", 0, "cat", 250, 100, 200);
        Seconds seconds = Seconds.of(clip, new Segmenting(100, 0.4));
        assertThat(seconds.windows()).hasSize(2);
        assertThat(seconds.loud()).containsExactly(false, true);
        double sum = 0;
        double squares = 0;
        for (float v : Normalised.samples(clip, 1)) {
            sum += v;
            squares += (double) v * v;
        }
        assertThat(sum / 250).isCloseTo(0, within(1e-5));
        assertThat(squares / 250).isCloseTo(1, within(1e-5));
    }

    @Test
    void shortClipIsFilledUp() {
        Seconds seconds = Seconds.of(clip("cat", 0, "cat", 60, 0, 60), new Segmenting(100, 0.4));
        assertThat(seconds.windows()).hasSize(1);
        assertThat(seconds.windows().get(0)).hasSize(100);
        assertThat(seconds.windows().get(0)[99]).isZero();
    }
}
