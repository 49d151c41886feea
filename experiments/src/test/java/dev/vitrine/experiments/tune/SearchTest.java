package dev.vitrine.experiments.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.engine.device.DeviceException;
import dev.vitrine.engine.device.Knob;
import dev.vitrine.engine.device.Site;
import dev.vitrine.experiments.RunFailure;
import dev.vitrine.experiments.report.ChartWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On subjects that only say how long they take. */
class SearchTest {
    private static final Map<Knob, Integer> USUAL = Map.of(Knob.CHANNELS, 4, Knob.WIDTH, 16, Knob.NEIGHBOURS, 16);
    private static final double[] RIGHT = {1, 2, 3};

    @TempDir
    private Path folder;

    private int opened;
    private int closed;
    private int ticks;

    /** Takes so long, and gives these numbers. */
    private final class Fake implements Subject {
        private final double time;
        private final double[] values;

        Fake(double time, double... values) {
            this.time = time;
            this.values = values;
            opened++;
        }

        @Override
        public List<double[]> arrays() {
            return List.of(values);
        }

        @Override
        public double milliseconds() {
            return time;
        }

        @Override
        public void close() {
            closed++;
        }
    }

    private Optional<Found> answer(Function<Map<Knob, Integer>, Subject> open, int candidates) {
        Question question = new Question(
                "W1 features.0",
                new Site("conv1d.forward", "[n=32]"),
                USUAL,
                open,
                () -> new Expected(List.of(RIGHT), List.of(9)));
        return new Search(() -> ticks < candidates, () -> ticks++).answer(question);
    }

    private Function<Map<Knob, Integer>, Subject> timed(ToDoubleFunction<Map<Knob, Integer>> time) {
        return numbers -> new Fake(time.applyAsDouble(numbers), RIGHT);
    }

    private static double width8(Map<Knob, Integer> numbers) {
        return numbers.getOrDefault(Knob.WIDTH, 16) == 8 ? 0.5 : 1;
    }

    @Test
    void quickerNumbersAreKept() {
        Found found = answer(
                        timed(numbers -> width8(numbers) * (numbers.getOrDefault(Knob.NEIGHBOURS, 16) == 64 ? 0.5 : 1)),
                        1000)
                .orElseThrow();
        assertThat(found.winner()).isEqualTo(Map.of(Knob.WIDTH, 8, Knob.NEIGHBOURS, 64));
        assertThat(found.share()).isEqualTo(0.25);
        assertThat(found.milliseconds()).isEqualTo(1);
        assertThat(ticks)
                .isEqualTo(new Candidates(USUAL).count())
                .isEqualTo(found.tried().size());
        assertThat(closed).isEqualTo(opened);
    }

    @Test
    void wrongNumbersAreNeverKeptHoweverQuick() {
        Found found = answer(numbers -> width8(numbers) < 1 ? new Fake(0.001, 1, 2, 3.001) : new Fake(1, RIGHT), 1000)
                .orElseThrow();
        assertThat(found.isBetter()).isFalse();
        assertThat(found.thrownOut()).isNotEmpty().allSatisfy(each -> {
            assertThat(each.numbers()).containsEntry(Knob.WIDTH, 8);
            assertThat(each.complaint()).isEqualTo("gives 3.001000 at 2, where the Java loop gives 3.000000");
        });
    }

    @Test
    void notANumberIsWrong() {
        Found found = answer(numbers -> numbers.isEmpty() ? new Fake(1, RIGHT) : new Fake(0.1, 1, 2, Double.NaN), 1000)
                .orElseThrow();
        assertThat(found.isBetter()).isFalse();
        assertThat(found.thrownOut()).hasSameSizeAs(found.tried());
    }

    @Test
    void whatDoesNotRunIsThrownOut() {
        Found found = answer(
                        numbers -> {
                            if (width8(numbers) < 1) {
                                throw new DeviceException("too large");
                            }
                            return new Fake(1, RIGHT);
                        },
                        1000)
                .orElseThrow();
        assertThat(found.isBetter()).isFalse();
        assertThat(found.thrownOut().get(0).complaint()).isEqualTo("does not run: too large");
    }

    @Test
    void lessThanThreePercentIsNotKept() {
        assertThat(answer(timed(numbers -> width8(numbers) < 1 ? 0.98 : 1), 1000)
                        .orElseThrow())
                .satisfies(found -> assertThat(found.isBetter()).isFalse())
                .satisfies(found -> assertThat(found.share()).isEqualTo(1));
    }

    @Test
    void timesThatScatterAreNotKept() {
        double[] turn = {0};
        Function<Map<Knob, Integer>, Subject> open = numbers -> new Subject() {
            @Override
            public List<double[]> arrays() {
                return List.of(RIGHT);
            }

            @Override
            public double milliseconds() {
                turn[0] += 0.37;
                return (width8(numbers) < 1 ? 0.9 : 1) + turn[0] % 1;
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        assertThat(answer(open, 1000).orElseThrow().isBetter()).isFalse();
    }

    @Test
    void stoppedInTheMiddleThereIsNoAnswer() {
        assertThat(answer(timed(SearchTest::width8), 3)).isEmpty();
        assertThat(ticks).isEqualTo(3);
        assertThat(closed).isEqualTo(opened);
    }

    @Test
    void deviceWhoseUsualKernelIsWrongIsNotTuned() {
        assertThatThrownBy(() -> answer(numbers -> new Fake(1, 1, 2, 4), 1000))
                .isInstanceOf(RunFailure.class)
                .hasMessage("conv1d.forward [n=32]: the usual kernel gives 4.000000 at 2, where the Java loop gives"
                        + " 3.000000; see 'vitrine doctor', and do not trust this device");
    }

    @Test
    void pairsAreThoseThatShareRegisters() {
        Candidates candidates = new Candidates(USUAL);
        assertThat(candidates.first()).isEqualTo(Knob.CHANNELS);
        assertThat(candidates.second()).isEqualTo(Knob.WIDTH);
        assertThat(candidates.values(Knob.CHANNELS)).containsExactly(1, 2, 3, 4, 5, 6, 8);
        assertThat(candidates.values(Knob.WIDTH)).containsExactly(4, 8, 16);
        assertThat(candidates.others()).containsExactly(Knob.NEIGHBOURS);
        assertThat(candidates.values(Knob.NEIGHBOURS)).containsExactly(4, 16, 64);
    }

    @Test
    void landscapeMarksTheUsualAndTheKept() throws IOException {
        Found found = answer(timed(SearchTest::width8), 1000).orElseThrow();
        assertThat(Landscape.stem(found)).isEqualTo("w1-features.0-conv1d.forward");
        assertThat(Landscape.of(found).title())
                .isEqualTo("W1 features.0, conv1d.forward: width=8 takes 50 % of the usual 1.00 ms");
        ChartWriter.write(Landscape.of(found), folder, "landscape");
        String csv = Files.readString(folder.resolve("landscape.csv"));
        assertThat(csv)
                .startsWith("channels,width,time / usual,mark\n1,4,1.0,\n1,8,0.5,\n1,16,1.0,\n")
                .contains("\n4,8,0.5,kept\n", "\n4,16,1.0,usual\n");
        assertThat(TuneTable.of(List.of(found)))
                .contains("W1 features.0  conv1d.forward  width=16  width=8  1.00  0.500   0.50")
                .endsWith("0 passes stay as usual.\n");
    }
}
