package dev.vitrine.audio.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StandardisationTest {
    @Test
    void columnsOfTheTrainingRowsComeToMeanZeroAndDeviationOne() {
        Standardisation fitted = Standardisation.fit(List.of(new float[] {1, 5, 3, 5}, new float[] {8, 5}), 2);
        assertThat(fitted.mean()).containsExactly(4, 5);
        assertThat(fitted.deviation()).containsExactly(new double[] {Math.sqrt(26 / 3.0), 1}, within(1e-12));
        assertThat(fitted.rows(new float[] {4, 5, 4, 6})).containsExactly(0, 0, 0, 1);
    }

    @Test
    void whatIsJudgedIsScaledAsTrainingWas() {
        Standardisation fitted = Standardisation.fit(List.of(new float[] {0, 2}), 1);
        assertThat(fitted.rows(new float[] {101})).containsExactly(100);
        assertThat(new Standardisation(fitted.mean(), fitted.deviation()).rows(new float[] {101}))
                .containsExactly(100);
    }

    @Test
    void channelsOfImagesAreScaledEachByItself() {
        Standardisation fitted = Standardisation.fitChannels(List.of(new float[] {0, 2, 4, 10, 10, 10}), 2);
        assertThat(fitted.mean()).containsExactly(2, 10);
        assertThat(fitted.channels(new float[] {2, 2, 2, 11, 12, 13})).containsExactly(0, 0, 0, 1, 2, 3);
    }

    @Test
    void wrongSizesAreRefused() {
        assertThatThrownBy(() -> Standardisation.fit(List.of(), 2))
                .hasMessage("standardisation: no training row to fit");
        assertThatThrownBy(() -> Standardisation.fit(List.of(new float[3]), 2))
                .hasMessage("standardisation: 3 numbers; expected a multiple of 2");
        assertThatThrownBy(() -> new Standardisation(new double[1], new double[1]))
                .hasMessage("standardisation: 1 means and deviations [0.0]; expected as many, all above 0");
    }
}
