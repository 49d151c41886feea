package dev.vitrine.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RooflineTest {
    @Test
    void numbersNameEveryDotAndRoof() {
        assertThat(new String(Samples.roofline().table().csv(), StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "dot,group,operations per byte,GFLOP/s,ms",
                        "peak,roof,,505.0,",
                        "from memory (GB/s),roof,,45.0,",
                        "from caches (GB/s),roof,,190.0,",
                        "conv1d.forward features.0,conv1d,14.0,380.0,1.4",
                        "conv1d.forward features.3,conv1d,9.0,210.0,0.4",
                        "batchnorm.forward features.1,batchnorm,0.25,9.0,0.9",
                        "linear.forward head,linear,2.0,3.0,0.01");
    }

    @Test
    void refusesWhatHasNoPlaceOnPowersOfTen() {
        List<Roofline.Slope> slopes = List.of(new Roofline.Slope("memory", 40));
        Roofline.Dot dot = new Roofline.Dot("a", "g", 1, 1, 1);
        assertThatThrownBy(() -> new Roofline("T", 0, slopes, List.of(dot)))
                .hasMessage("chart 'T', 'peak': got 0.0; expected a finite number above 0");
        assertThatThrownBy(() -> new Roofline("T", 1, slopes, List.of(new Roofline.Dot("a", "g", 1, Double.NaN, 1))))
                .hasMessage("chart 'T', 'a': got NaN; expected a finite number above 0");
        assertThatThrownBy(() -> new Roofline("T", 1, List.of(), List.of(dot)))
                .hasMessage("chart 'T': no slopes; expected at least one");
        assertThatThrownBy(() -> new Roofline("T", 1, slopes, List.of()))
                .hasMessage("chart 'T': no dots; expected at least one");
    }
}
