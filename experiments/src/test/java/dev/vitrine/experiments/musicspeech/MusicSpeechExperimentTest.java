package dev.vitrine.experiments.musicspeech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.audio.dataset.Strictness;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.musicspeech.MusicSpeechExperiment.Hidden;
import dev.vitrine.experiments.recipe.ComputedMaterial.Entry;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.LabelColumn;
import dev.vitrine.experiments.recipe.Material;
import dev.vitrine.experiments.recipe.NamedClip;
import dev.vitrine.experiments.recipe.Protocol;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MusicSpeechExperimentTest {
    /** One second of 441 Hz at half scale: 882 sign changes. */
    private static Waveform tone() {
        float[] samples = new float[22_050];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * 441 * i / 22_050.0));
        }
        return new Waveform(samples, 22_050);
    }

    @Test
    void featuresAreNamedInOrder() {
        assertThat(MusicSpeechFeatures.ALL_26.names())
                .hasSize(26)
                .startsWith(
                        "chroma_stft",
                        "rms",
                        "spectral_centroid",
                        "spectral_bandwidth",
                        "spectral_rolloff",
                        "zero_crossing_rate",
                        "mfcc_0")
                .endsWith("mfcc_19");
        assertThat(MusicSpeechFeatures.ORIGINAL_25.names())
                .isEqualTo(MusicSpeechFeatures.ALL_26.names().subList(0, 25));
    }

    @Test
    void featuresOfAToneAreThoseOfATone() {
        float[] features = MusicSpeechFeatures.ALL_26.of(tone());
        assertThat(features[1]).isCloseTo(0.5f / (float) Math.sqrt(2), within(0.02f));
        assertThat(features[2]).isCloseTo(441, within(30f));
        assertThat(features[5]).isCloseTo(882 / 22_050f, within(0.002f));
        assertThat(MusicSpeechFeatures.ORIGINAL_25.of(tone()))
                .containsExactly(
                        IntStream.range(0, 25).mapToObj(i -> features[i]).toArray(Float[]::new));
    }

    @Test
    void deviationsStandBehindTheMeans() {
        MusicSpeechFeatures both = MusicSpeechFeatures.counting(52);
        assertThat(both.names().subList(0, 26)).isEqualTo(MusicSpeechFeatures.ALL_26.names());
        assertThat(both.names().subList(26, 52))
                .startsWith("chroma_stft_std", "rms_std")
                .endsWith("mfcc_19_std");
        float[] numbers = both.of(tone());
        assertThat(Arrays.copyOf(numbers, 26)).containsExactly(MusicSpeechFeatures.ALL_26.of(tone()));
    }

    /** Level 0.354 for a second and 0 for one: its deviation is half of that, and that of a steady tone is next to nothing. */
    @Test
    void deviationOfTheLevelTellsATonesComingAndGoing() {
        float[] half = Arrays.copyOf(tone().samples(), 44_100);
        float[] whole = half.clone();
        System.arraycopy(half, 0, whole, 22_050, 22_050);
        int level = MusicSpeechFeatures.DEVIATIONS_52.names().indexOf("rms_std");
        assertThat(MusicSpeechFeatures.DEVIATIONS_52.of(new Waveform(half, 22_050))[level])
                .isCloseTo(0.354f / 2, within(0.01f));
        assertThat(MusicSpeechFeatures.DEVIATIONS_52.of(new Waveform(whole, 22_050))[level])
                .isLessThan(0.04f);
    }

    @Test
    void otherNumbersOfFeaturesAreRefused() {
        assertThatThrownBy(() -> MusicSpeechFeatures.counting(24))
                .isInstanceOf(UserError.class)
                .hasMessage("--features must be 25 (the original's), 26 or 52 (with deviations), got 24");
    }

    private static List<Entry> threeClasses() {
        return IntStream.range(0, 3)
                .mapToObj(label ->
                        new Entry(new NamedClip("clip" + label, label, "", 0), "", new float[26], new double[] {0}))
                .toList();
    }

    @Test
    void targetTellsOneClassFromAllOthersOrAllApart() {
        List<String> classes = List.of("music", "noise", "speech");
        assertThat(Target.SPEECH.classes(classes)).containsExactly("other", "speech");
        assertThat(Target.SPEECH.relabelled(classes, threeClasses()))
                .extracting(entry -> entry.clip().label())
                .containsExactly(0, 0, 1);
        assertThat(Target.MUSIC.relabelled(classes, threeClasses()))
                .extracting(entry -> entry.clip().label())
                .containsExactly(1, 0, 0);
        assertThat(Target.BOTH.classes(classes)).isEqualTo(classes);
        assertThat(Target.BOTH.relabelled(classes, threeClasses()))
                .extracting(entry -> entry.clip().label())
                .containsExactly(0, 1, 2);
    }

    @Test
    void targetThatTheDataDoNotHaveIsRefused() {
        assertThatThrownBy(() -> Target.MUSIC.relabelled(List.of("rain", "wind"), threeClasses()))
                .isInstanceOf(UserError.class)
                .hasMessage("--target music: expected a class music in the data, got the classes rain, wind; or"
                        + " --target both");
    }

    @ParameterizedTest
    @CsvSource({
        "WIDE, ORIGINAL_25, 47938",
        "NARROW, ORIGINAL_25, 28226",
        "MINIMAL, ALL_26, 234",
        "WIDE, DEVIATIONS_52, 54850"
    })
    void networkHasItsWeights(Hidden hidden, MusicSpeechFeatures features, int weights) {
        try (Device device = new JavaDevice()) {
            MusicSpeechExperiment experiment =
                    new MusicSpeechExperiment(Target.MUSIC, features, hidden, 0, Protocol.LEAK_FREE);
            assertThat(Network.of(device, experiment.network(2), 1).trainableCount())
                    .isEqualTo(weights);
        }
    }

    @ParameterizedTest
    @EnumSource
    void settingsMakeItAgain(Target target) {
        MusicSpeechExperiment experiment =
                new MusicSpeechExperiment(target, MusicSpeechFeatures.ORIGINAL_25, Hidden.NARROW, 3, Protocol.ORIGINAL);
        assertThat(MusicSpeechExperiment.of(experiment.settings())).isEqualTo(experiment);
    }

    @Test
    void madeSoundsAreLoadedForTheTarget() throws IOException {
        Material material = new MusicSpeechExperiment(
                        Target.MUSIC, MusicSpeechFeatures.ALL_26, Hidden.WIDE, 3, Protocol.LEAK_FREE)
                .load(DataSource.synthesised(2, 1), Strictness.STRICT, (done, of) -> {});
        assertThat(material.classes()).containsExactly("other", "music");
        assertThat(material.clips()).extracting(Labelled::label).containsExactly(1, 1, 0, 0);
        // Ten seconds hold eight windows of three.
        assertThat(material.fit(material.clips()).views(material.clips().get(0)))
                .hasSize(8)
                .allMatch(view -> view.values().length == 26);
    }

    /** The zero-crossing rate of ten samples in a frame of 2048 is a whole number of 2048ths. */
    @Test
    void originalProtocolSeesTenSamplesAndOneColumnOfLabels() throws IOException {
        Material music = MusicSpeechExperiment.original(Target.MUSIC)
                .load(DataSource.synthesised(3, 1), Strictness.STRICT, (done, of) -> {});
        Material speech = MusicSpeechExperiment.original(Target.SPEECH)
                .load(DataSource.synthesised(3, 1), Strictness.STRICT, (done, of) -> {});
        assertThat(speech.classes()).containsExactly("other", "speech");
        assertThat(speech.clips())
                .extracting(Labelled::label)
                .isEqualTo(music.clips().stream().map(Labelled::label).toList());
        float rate = MusicSpeechFeatures.ORIGINAL_25.ofTenSamples(tone())[5] * 2048;
        assertThat(rate).isEqualTo(Math.round(rate)).isLessThan(2);
        assertThat(speech.hearing().lessThanAFrame()).isTrue();
        assertThat(speech.columns())
                .hasSize(2)
                .allMatch(column -> column.used().equals(music.columns().get(0).told()));
        assertThat(speech.columns()).extracting(LabelColumn::contradictions).containsExactly(0, 6);
        // The linear model sees what the network sees.
        assertThat(speech.summary(speech.clips().get(0))).hasSize(25);
    }

    @Test
    void windowsOfASteadyToneAreAlike() {
        float[] samples = new float[4 * 22_050];
        float[] second = tone().samples();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = second[i % 22_050];
        }
        List<float[]> windows = MusicSpeechFeatures.ALL_26.windows(new Waveform(samples, 22_050), 2);
        assertThat(windows).hasSize(3);
        assertThat(windows.get(1)[2]).isCloseTo(windows.get(0)[2], within(10f));
    }
}
