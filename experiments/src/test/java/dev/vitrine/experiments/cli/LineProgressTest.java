package dev.vitrine.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.experiments.cli.Progress.Measures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LineProgressTest {
    private final AtomicLong seconds = new AtomicLong();
    private final List<String> lines = new ArrayList<>();

    private Progress progress(long done) {
        return new LineProgress(
                "train", 400, done, lines::add, Duration.ofSeconds(10), () -> seconds.get() * 1_000_000_000L);
    }

    private void after(Progress progress, long second, long step) {
        seconds.set(second);
        progress.at(step, new Measures(0.41234, 0.8125));
    }

    @Test
    void writesALineEveryTenSecondsAndTheLast() {
        try (Progress progress = progress(0)) {
            after(progress, 4, 20);
            after(progress, 10, 100);
            after(progress, 19, 150);
            after(progress, 21, 400);
        }
        assertThat(lines)
                .containsExactly(
                        "train 100/400  loss 0.4123  accuracy 81.3 %  10.0/s  0:00:30 left",
                        "train 400/400  loss 0.4123  accuracy 81.3 %  19.0/s  0:00:00 left");
    }

    @Test
    void resumedStepsDoNotCountForTheRate() {
        try (Progress progress = progress(300)) {
            after(progress, 10, 350);
        }
        assertThat(lines).containsExactly("train 350/400  loss 0.4123  accuracy 81.3 %  5.0/s  0:00:10 left");
    }

    @Test
    void unknownMeasuresAreLeftOut() {
        try (Progress progress = progress(0)) {
            seconds.set(3700);
            progress.at(1, Measures.NONE);
        }
        assertThat(lines).containsExactly("train 1/400  0.0/s  410:05:00 left");
    }
}
