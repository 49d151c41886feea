package dev.vitrine.experiments.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.inspect.Summary;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.tensor.Rng;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.train.Batch;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NamedNetworkTest {
    /** The counts stand in the systems' descriptions, or follow from them by hand. */
    @ParameterizedTest
    @CsvSource({
        "cats-dogs,             3041,     3241,   2635810",
        "audioset-initial,     59873,    59873,    219264",
        "audioset-small,        9841,     9841,     71200",
        "audioset-tiny,         1653,     1653,     16328",
        "audioset-image,      136097,   136193,   1790016",
        "music-speech-256,     47938,    47938,     47488",
        "music-speech-128,     28226,    28226,     27904",
        "nsynth-minimal,       61291,    61643,  48034496",
        "nsynth-original,   59014027, 59014027, 137649664",
        "esc-raw,              29186,    29410,  43956352",
        "esc-features,         49762,    49762,  10316096",
        "esc-mlp,              89138,    89138,     88576"
    })
    void hasTheWeightsAndTheWorkOfItsDescription(String word, int trained, int all, long multiplyAdds) {
        NamedNetwork named = NamedNetwork.named(word).orElseThrow();
        assertThat(named.word()).isEqualTo(word);
        try (Device device = new JavaDevice()) {
            Network network = named.on(device, 1);
            assertThat(network.trainableCount()).isEqualTo(trained);
            assertThat(network.totalCount()).isEqualTo(all);
            Summary summary = Summary.of(network, named.input().batch(1));
            assertThat(summary.multiplyAdds()).isEqualTo(multiplyAdds);
            int outputs = named.objective() == Objective.YES_OR_NO ? 1 : named.classes();
            assertThat(summary.rows().get(summary.rows().size() - 1).out()).isEqualTo(Shape.of(1, outputs));
        }
    }

    @Test
    void anExperimentAloneMeansItsFirstNetwork() {
        assertThat(List.of("audioset", "cats-dogs", "music-speech", "nsynth", "esc"))
                .extracting(word -> NamedNetwork.named(word).orElseThrow())
                .containsExactly(
                        NamedNetwork.AUDIOSET_INITIAL,
                        NamedNetwork.CATS_DOGS,
                        NamedNetwork.MUSIC_SPEECH_256,
                        NamedNetwork.NSYNTH_MINIMAL,
                        NamedNetwork.ESC_RAW);
        assertThat(NamedNetwork.named("cats")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void madeUpBatchesHaveTheNetworksShapesAndClasses(NamedNetwork network) {
        Batch batch = MadeUpBatch.of(network, 100, new Rng(1));
        assertThat(batch.inputShape().size(0)).isEqualTo(100);
        assertThat(batch.targetShape()).isEqualTo(network.objective().targets(100));
        for (float target : batch.targets()) {
            assertThat(target).isIn(classes(network));
        }
        assertThat(MadeUpBatch.of(network, 100, new Rng(1)).targets()).isEqualTo(batch.targets());
    }

    private static List<Float> classes(NamedNetwork network) {
        return IntStream.range(0, network.classes()).mapToObj(i -> (float) i).toList();
    }
}
