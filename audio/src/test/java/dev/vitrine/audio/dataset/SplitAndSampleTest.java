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
    void groupInTwoClassesIsNotTorn() {
        List<Clip> clips = new ArrayList<>(clips(10, 15));
        for (int i = 0; i < 4; i++) {
            clips.add(clip("x" + i, i % 2, "mistaken", 100, 0, 100));
        }
        for (long seed = 0; seed < 20; seed++) {
            List<List<Clip>> parts = Folds.byGroup(clips, 5, seed);
            assertThat(parts.stream().flatMap(List::stream)).hasSize(29);
            assertThat(parts.stream()
                            .filter(part ->
                                    part.stream().anyMatch(c -> c.group().equals("mistaken"))))
                    .hasSize(1);
        }
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
        assertThat(Folds.byGroup(clips(10, 3), 13, 1))
                .allSatisfy(part -> assertThat(part).hasSize(1));
        assertThatThrownBy(() -> Folds.byGroup(clips(10, 3), 14, 1))
                .hasMessage("there are 13 different recordings in all; expected at least 14, one for each part of the"
                        + " split");
    }

    @Test
    void scarceClassGoesWholeToTheSmallestParts() {
        List<Clip> clips = new ArrayList<>(clips(11, 2));
        for (int i = 0; i < 4; i++) {
            clips.add(clip("flute" + i, 2, "flute", 100, 0, 100));
        }
        for (long seed = 0; seed < 10; seed++) {
            List<List<Clip>> parts = Folds.byGroup(clips, 5, seed);
            assertThat(parts.stream()
                            .map(part ->
                                    part.stream().filter(c -> c.label() == 2).count()))
                    .containsExactlyInAnyOrder(0L, 0L, 0L, 0L, 4L);
            // Eleven cats leave one part with three, which takes nothing more; the dogs come before the flute.
            assertThat(parts.stream().map(List::size)).containsExactly(3, 3, 3, 6, 2);
        }
    }

    @Test
    void scarceClassesAreNamed() {
        List<Clip> clips = new ArrayList<>(clips(5, 2));
        clips.add(clip("flute", 2, "flute", 100, 0, 100));
        List<Folds.Scarce> scarce = Folds.scarce(clips, 5);
        assertThat(scarce).containsExactly(new Folds.Scarce(1, 2), new Folds.Scarce(2, 1));
        assertThat(scarce.stream().map(one -> one.words(List.of("cat", "dog", "flute"), 5)))
                .containsExactly(
                        "class dog has 2 recordings: 3 of 5 parts test without it",
                        "class flute has one recording: the part that tests it is trained without it");
    }

    @Test
    void heldOutClipsLeaveEveryClassSomeGroup() {
        List<Clip> clips = new ArrayList<>(clips(30, 2));
        clips.add(clip("flute", 2, "flute", 100, 0, 100));
        List<Clip> held = Folds.heldOut(clips, 10, 4);
        assertThat(held.stream().map(Clip::label)).containsExactly(0, 0, 0, 1);
        assertThatThrownBy(() -> Folds.heldOut(clips(1, 1), 10, 4))
                .hasMessage("no class has two different recordings; expected one to learn from and one to hold out");
    }

    @Test
    void batchIsAFunctionOfTheStep() {
        SegmentSampler sampler = new SegmentSampler(clips(4, 4), 2, new Segmenting(10, 0.4, Normalisation.CLIP), 7);
        SegmentSampler again = new SegmentSampler(clips(4, 4), 2, new Segmenting(10, 0.4, Normalisation.CLIP), 7);
        again.batch(3, 6);
        assertThat(again.batch(5, 6).windows())
                .containsExactly(sampler.batch(5, 6).windows());
        assertThat(sampler.batch(6, 6).windows())
                .isNotEqualTo(sampler.batch(5, 6).windows());
        assertThat(new SegmentSampler(clips(4, 4), 2, new Segmenting(10, 0.4, Normalisation.CLIP), 8)
                        .batch(5, 6)
                        .windows())
                .isNotEqualTo(sampler.batch(5, 6).windows());
    }

    @Test
    void classesTakeTurns() {
        SegmentSampler sampler = new SegmentSampler(clips(4, 2), 2, new Segmenting(10, 0.4, Normalisation.CLIP), 7);
        assertThat(sampler.batch(0, 5).labels()).containsExactly(0, 1, 0, 1, 0);
    }

    @Test
    void silentWindowsAreDrawnAgain() {
        Clip halfSilent = clip("cat", 0, "cat", 2000, 1000, 2000);
        Clip dog = clip("dog", 1, "dog", 2000, 0, 2000);
        SegmentSampler sampler =
                new SegmentSampler(List.of(halfSilent, dog), 2, new Segmenting(100, 0.4, Normalisation.CLIP), 7);
        SegmentSampler.Batch batch = sampler.batch(0, 200);
        for (int i = 0; i < 200; i++) {
            float[] window = Arrays.copyOfRange(batch.windows(), i * 100, i * 100 + 100);
            assertThat(highest(window)).isGreaterThan(0.4f);
        }
    }

    @Test
    void windowHoldsTheOnlySoundOfALongSilence() {
        Clip click = clip("cat", 0, "cat", 100_000, 50_049, 50_050);
        Clip atTheEnd = clip("dog", 1, "dog", 100_000, 99_999, 100_000);
        SegmentSampler sampler =
                new SegmentSampler(List.of(click, atTheEnd), 2, new Segmenting(10, 0.4, Normalisation.CLIP), 7);
        SegmentSampler.Batch batch = sampler.batch(0, 40);
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            float[] window = Arrays.copyOfRange(batch.windows(), i * 10, i * 10 + 10);
            assertThat(highest(window)).isGreaterThan(0.4f);
            if (i % 2 == 0) {
                places.add(placeOf(highest(window), window));
            }
        }
        assertThat(places).hasSizeGreaterThan(3);
    }

    @Test
    void shortClassIsFilledUp() {
        List<Clip> clips = List.of(clip("a", 0, "a", 100, 0, 100), clip("b", 1, "b", 100, 0, 100));
        for (Normalisation normalisation : Normalisation.values()) {
            SegmentSampler sampler = new SegmentSampler(clips, 2, new Segmenting(150, 0.4, normalisation), 7);
            assertThat(sampler.batch(0, 2).windows()).hasSize(300);
            assertThat(sampler.batch(0, 2).windows()[50]).isNotZero();
        }
    }

    @Test
    void constantClipGivesNoNaN() {
        float[] constant = new float[100];
        Arrays.fill(constant, 0.5f);
        Clip clip = new Clip("c", 0, new Waveform(constant, 16000), "c");
        for (Normalisation normalisation : Normalisation.values()) {
            assertThat(Seconds.of(clip, new Segmenting(50, 0.4, normalisation)).windows())
                    .allSatisfy(window -> assertThat(window).containsOnly(0f));
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
        SegmentSampler sampler = new SegmentSampler(clips, 2, new Segmenting(10, 0.4, Normalisation.CLIP), 7);
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

    private static float highest(float[] window) {
        float highest = window[0];
        for (float v : window) {
            highest = Math.max(highest, v);
        }
        return highest;
    }

    private static int placeOf(float value, float[] window) {
        int place = 0;
        while (window[place] != value) {
            place++;
        }
        return place;
    }

    @Test
    void secondsAreWholeAndScaledByTheClipAlone() {
        Clip clip = clip("cat", 0, "cat", 250, 100, 200);
        Seconds seconds = Seconds.of(clip, new Segmenting(100, 0.4, Normalisation.CLIP));
        assertThat(seconds.windows()).hasSize(2);
        assertThat(seconds.loud()).containsExactly(false, true);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 250; i++) {
            float v = Normalised.clip(clip, 1).at(i);
            sum += v;
            squares += (double) v * v;
        }
        assertThat(sum / 250).isCloseTo(0, within(1e-5));
        assertThat(squares / 250).isCloseTo(1, within(1e-5));
    }

    @Test
    void windowsAreScaledByThemselvesWhereAsked() {
        Clip clip = clip("cat", 0, "cat", 300, 100, 200);
        Clip dog = clip("dog", 1, "dog", 300, 0, 300);
        Segmenting segmenting = new Segmenting(100, 0.4, Normalisation.WINDOW);
        assertThat(Seconds.of(clip, segmenting).windows()).satisfies(windows -> {
            assertThat(windows.get(0)).containsOnly(0f);
            assertThat(deviation(windows.get(1), 0)).isCloseTo(1, within(2e-3));
        });
        SegmentSampler.Batch batch = new SegmentSampler(List.of(clip, dog), 2, segmenting, 1).batch(0, 8);
        for (int i = 0; i < 8; i++) {
            assertThat(deviation(batch.windows(), i * 100)).isCloseTo(1, within(5e-3));
        }
    }

    private static double deviation(float[] samples, int first) {
        double sum = 0;
        double squares = 0;
        for (int i = first; i < first + 100; i++) {
            sum += samples[i];
            squares += samples[i] * samples[i];
        }
        return Math.sqrt(squares / 100 - sum / 100 * sum / 100);
    }

    @Test
    void clipsOfAClassAreJoinedWhereAsked() {
        List<Clip> clips =
                List.of(clip("a", 0, "a", 100, 0, 50), clip("b", 0, "b", 60, 0, 60), clip("c", 1, "c", 100, 0, 100));
        SegmentSampler sampler = new SegmentSampler(clips, 2, new Segmenting(150, -9, Normalisation.CLASS), 1);
        assertThat(sampler.batch(0, 1).windows()).hasSize(150);
        float[] joined = new float[160];
        Normalised.joined(clips.subList(0, 2), 150).copy(0, joined, 0, 160);
        float[] first = sampler.batch(0, 1).windows();
        boolean found = false;
        for (int at = 0; at <= 10; at++) {
            found |= Arrays.equals(first, Arrays.copyOfRange(joined, at, at + 150));
        }
        assertThat(found).isTrue();
    }

    @Test
    void windowsOverlapWhereAsked() {
        Segmenting segmenting = new Segmenting(100, 0.4, Normalisation.CLIP);
        Clip clip = clip("cat", 0, "cat", 250, 0, 250);
        Seconds overlapping = Seconds.every(50, clip, segmenting);
        assertThat(overlapping.windows()).hasSize(4);
        assertThat(overlapping.loud()).hasSize(4);
        assertThat(overlapping.windows().get(2))
                .containsExactly(Seconds.of(clip, segmenting).windows().get(1));
        assertThatThrownBy(() -> Seconds.every(0, clip, segmenting)).hasMessage("hop must be at least 1, got 0");
    }

    @Test
    void shortClipIsFilledUp() {
        Seconds seconds = Seconds.of(clip("cat", 0, "cat", 60, 0, 60), new Segmenting(100, 0.4, Normalisation.CLIP));
        assertThat(seconds.windows()).hasSize(1);
        assertThat(seconds.windows().get(0)).hasSize(100);
        assertThat(seconds.windows().get(0)[99]).isZero();
    }
}
