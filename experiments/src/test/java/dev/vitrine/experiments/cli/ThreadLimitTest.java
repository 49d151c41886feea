package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.experiments.UserError;
import org.junit.jupiter.api.Test;

class ThreadLimitTest {
    @Test
    void whatTheLauncherSetHolds() {
        assertThatCode(() -> new ThreadLimit(2, 2).check()).doesNotThrowAnyException();
        assertThatCode(() -> new ThreadLimit(2, 2).checkUnits(2)).doesNotThrowAnyException();
    }

    @Test
    void whatTheLauncherDidNotSetIsRefused() {
        for (ThreadLimit limit : new ThreadLimit[] {new ThreadLimit(2, 0), new ThreadLimit(2, 1)}) {
            assertThatThrownBy(limit::check)
                    .isInstanceOf(UserError.class)
                    .hasMessage("--threads must be from 1 to the number of processors, and takes the launcher"
                            + " ./vitrine (bash); got 2. Elsewhere bind the process: taskset -c 0 COMMAND");
        }
        assertThatThrownBy(() -> new ThreadLimit(0, 0).check()).isInstanceOf(UserError.class);
    }

    @Test
    void aDriverThatDoesNotListenIsRefused() {
        assertThatThrownBy(() -> new ThreadLimit(1, 1).checkUnits(2))
                .isInstanceOf(UserError.class)
                .hasMessage("--threads 1: this OpenCL driver computes on 2 processors whatever it is told (PoCL"
                        + " listens); bind the process instead: taskset -c 0 COMMAND");
    }
}
