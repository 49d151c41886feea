package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.experiments.model.NamedNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SummaryCommandTest {
    private final Streams streams = new Streams();

    private String summary(String network) {
        assertThat(streams.run(List.of(new SummaryCommand()), "summary", network))
                .as(streams.err())
                .isZero();
        return streams.out();
    }

    @Test
    void saysWhatEachLayerOfTheMainJobSees() {
        assertThat(summary("cats-dogs"))
                .contains("cats-dogs on a second of sound at 16 kHz [1, 16000]")
                .containsPattern("features\\.29 +ReLU +\\[1, 10, 16] +0 +- +2,047 +127\\.9")
                .containsPattern("pool +GlobalAvgPool1d +\\[1, 10] +0 +- +all +all")
                .contains("3,041 weights are trained; 3,241 values in all, with running statistics.")
                .contains("2.64 million multiply-adds for one item.")
                .contains("One unit of features.29, the last layer along time, sees 2,047 of 16,000 places (128 ms).")
                .contains("Activations of a batch of 32: ");
    }

    @Test
    void saysNothingOfTimeWhereThereIsNone() {
        assertThat(summary("music-speech"))
                .contains("music-speech-256 on 25 features of a clip, each a mean over time [25]")
                .contains("47,938 weights are trained")
                .doesNotContain("sees", "ms");
    }

    /** The original of nsynth wants more memory than tests have to share; NamedNetworkTest counts its weights. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NSYNTH_ORIGINAL")
    void describesEveryNetwork(NamedNetwork network) {
        assertThat(summary(network.word())).startsWith(network.word() + " on ").contains(" weights are trained");
        assertThat(Help.of(new SummaryCommand())).contains(network.word() + ": ");
    }

    @Test
    void unknownNamesAreRefusedWithTheNearest() {
        String all = "summary: expected one network of cats-dogs, audioset-initial, audioset-small, audioset-tiny,"
                + " audioset-image, music-speech-256, music-speech-128, nsynth-minimal, nsynth-original, esc-raw,"
                + " esc-features, esc-mlp, got ";
        refused(all + "nothing", "summary");
        refused(all + "esc-row (did you mean esc-raw?)", "summary", "esc-row");
        refused(all + "esc-raw nsynth", "summary", "esc-raw", "nsynth");
    }

    private static void refused(String line, String... words) {
        Streams fresh = new Streams();
        assertThat(fresh.run(List.of(new SummaryCommand()), words)).isEqualTo(2);
        assertThat(fresh.err()).isEqualTo("vitrine: " + line + System.lineSeparator());
    }
}
