package dev.vitrine.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

class ScheduleTest {
    record Table(List<Case> cases) {}

    record Case(String name, String kind, Map<String, Double> options, double[] figures, double[] rates) {
        Schedule made() {
            double rate = option("rate");
            return switch (kind) {
                case "step" -> Schedule.step(rate, (long) option("every"), option("factor"));
                case "cosine" -> Schedule.cosine(rate, (long) option("steps"), option("least"));
                case "warm step" ->
                    Schedule.step(rate, (long) option("every"), option("factor"))
                            .warmUp((long) option("warmUp"));
                case "warm cosine" ->
                    Schedule.cosine(rate, (long) option("steps")).warmUp((long) option("warmUp"));
                case "one-cycle cos" -> cycle();
                case "one-cycle linear" -> cycle().linear();
                default -> throw new IllegalArgumentException("the table names a schedule " + kind);
            };
        }

        private OneCycle cycle() {
            return new OneCycle(
                    option("rate"),
                    (long) option("steps"),
                    option("rise"),
                    option("first"),
                    option("last"),
                    OneCycle.Curve.COSINE);
        }

        ReduceOnPlateau.Options plateau() {
            return new ReduceOnPlateau.Options(
                    option("large") == 0 ? ReduceOnPlateau.Goal.SMALL : ReduceOnPlateau.Goal.LARGE,
                    option("factor"),
                    (int) option("patience"),
                    option("threshold"),
                    option("absolute") == 0 ? ReduceOnPlateau.Threshold.RELATIVE : ReduceOnPlateau.Threshold.ABSOLUTE,
                    (int) option("cooldown"),
                    option("least"),
                    option("eps"));
        }

        double option(String key) {
            return Objects.requireNonNull(options.get(key));
        }
    }

    private static List<Case> cases() throws IOException {
        try (InputStream in = ScheduleTest.class.getResourceAsStream("/golden/schedule.json")) {
            return JsonMapper.shared()
                    .readValue(Objects.requireNonNull(in), Table.class)
                    .cases();
        }
    }

    /** PyTorch multiplies the rate of the step before, so that its rounding adds up. */
    private static Offset<Double> rounding(Case c) {
        return within(1e-13 * c.option("rate"));
    }

    @TestFactory
    Stream<DynamicNode> functionsOfTheStepAgreeWithPyTorch() throws IOException {
        return cases().stream()
                .filter(c -> c.figures().length == 0)
                .map(c -> dynamicTest(c.kind() + ": " + c.name(), () -> {
                    Schedule schedule = c.made();
                    assertThat(LongStream.range(0, c.rates().length)
                                    .mapToDouble(schedule::at)
                                    .toArray())
                            .containsExactly(c.rates(), rounding(c));
                }));
    }

    @TestFactory
    Stream<DynamicNode> plateausAgreeWithPyTorchAlsoWhenResumed() throws IOException {
        return cases().stream()
                .filter(c -> c.figures().length > 0)
                .map(c -> dynamicTest(c.name(), () -> {
                    ReduceOnPlateau schedule = new ReduceOnPlateau(c.option("rate"), c.plateau());
                    for (int i = 0; i < c.figures().length; i++) {
                        assertThat(schedule.at(i)).as("rate %d", i).isCloseTo(c.rates()[i], rounding(c));
                        schedule.observe(c.figures()[i]);
                        schedule = new ReduceOnPlateau(c.plateau(), schedule.state());
                    }
                    assertThat(schedule.at(0)).isCloseTo(c.rates()[c.figures().length], rounding(c));
                }));
    }

    @Test
    void oneCycleStaysAtTheBottom() {
        OneCycle cycle = new OneCycle(0.1, 50);
        assertThat(cycle.at(14)).isEqualTo(0.1);
        assertThat(cycle.at(49)).isCloseTo(0.1 / 25 / 1e4, within(1e-18));
        assertThat(cycle.at(70)).isEqualTo(cycle.at(49));
    }

    @Test
    void figureThatIsNoNumberIsNoBetter() {
        ReduceOnPlateau schedule = new ReduceOnPlateau(1, ReduceOnPlateau.Options.DEFAULT.falling(0.5, 0));
        schedule.observe(Double.NaN);
        assertThat(schedule.at(0)).isEqualTo(0.5);
        assertThat(schedule.state().best()).isInfinite();
    }

    @Test
    void wrongConstantsAreRefused() {
        assertThatThrownBy(() -> Schedule.step(1, 0, 0.5)).hasMessage("step schedule: every must be at least 1, got 0");
        assertThatThrownBy(() -> Schedule.step(1, 1, 0))
                .hasMessage("step schedule: factor must be above 0 and at most 1, got 0.0");
        assertThatThrownBy(() -> Schedule.cosine(0.1, 1, 0.2))
                .hasMessage("cosine schedule: least must be from 0 to the rate 0.1, got 0.2");
        assertThatThrownBy(() -> new OneCycle(0, 10))
                .hasMessage("one-cycle schedule: most must be a number above 0, got 0.0");
        assertThatThrownBy(() -> new OneCycle(1, 1)).hasMessage("one-cycle schedule: steps must be at least 2, got 1");
        assertThatThrownBy(() -> new OneCycle(1, 10, 1, 25, 1e4, OneCycle.Curve.COSINE))
                .hasMessage("one-cycle schedule: riseShare must be above 0 and below 1, got 1.0");
        assertThatThrownBy(() -> new OneCycle(1, 10, 0.3, 25, 0, OneCycle.Curve.COSINE))
                .hasMessage("one-cycle schedule: divisors must be above 0, got 25.0 and 0.0");
        ReduceOnPlateau.Options options = ReduceOnPlateau.Options.DEFAULT;
        assertThatThrownBy(() -> options.falling(1, 3))
                .hasMessage("reduce on plateau: factor must be above 0 and below 1, got 1.0");
        assertThatThrownBy(() -> options.falling(0.5, -1))
                .hasMessage("reduce on plateau: patience and cooldown must not be negative, got -1 and 0");
        assertThatThrownBy(() -> new ReduceOnPlateau.Options(
                        ReduceOnPlateau.Goal.SMALL, 0.1, 1, -1, ReduceOnPlateau.Threshold.ABSOLUTE, 0, 0, 0))
                .hasMessage("reduce on plateau: threshold, least and eps must not be negative, got -1.0, 0.0 and 0.0");
        assertThatThrownBy(() -> new ReduceOnPlateau(Double.NaN, options))
                .hasMessage("optimiser: learning rate must be a number from 0, got NaN");
    }

    @Test
    void constantStays() {
        assertThat(Schedule.constant(0.3).at(0)).isEqualTo(0.3);
        assertThat(Schedule.constant(0.3).at(7)).isEqualTo(0.3);
    }

    @Test
    void cosineFallsFromTheRateToZero() {
        Schedule schedule = Schedule.cosine(0.2, 100);
        assertThat(schedule.at(0)).isEqualTo(0.2);
        assertThat(schedule.at(25)).isCloseTo(0.1 + 0.1 * Math.sqrt(0.5), within(1e-15));
        assertThat(schedule.at(50)).isCloseTo(0.1, within(1e-15));
        assertThat(schedule.at(100)).isZero();
    }

    @Test
    void cosineDoesNotRiseAgain() {
        assertThat(Schedule.cosine(0.2, 100).at(150)).isZero();
    }

    @Test
    void warmUpRisesInEqualStepsToTheWholeRate() {
        Schedule schedule = Schedule.constant(0.4).warmUp(4);
        assertThat(schedule.at(0)).isCloseTo(0.1, within(1e-15));
        assertThat(schedule.at(2)).isCloseTo(0.3, within(1e-15));
        assertThat(schedule.at(3)).isEqualTo(0.4);
        assertThat(schedule.at(100)).isEqualTo(0.4);
    }

    @Test
    void warmUpMeetsTheScheduleThatItBegins() {
        Schedule cosine = Schedule.cosine(0.2, 100);
        assertThat(cosine.warmUp(10).at(4)).isCloseTo(cosine.at(4) / 2, within(1e-15));
        assertThat(cosine.warmUp(10).at(10)).isEqualTo(cosine.at(10));
        assertThat(cosine.warmUp(0).at(0)).isEqualTo(0.2);
    }

    @Test
    void wrongLengthsAreRefused() {
        assertThatThrownBy(() -> Schedule.cosine(0.2, 0))
                .hasMessage("cosine schedule: steps must be at least 1, got 0");
        assertThatThrownBy(() -> Schedule.constant(0.2).warmUp(-1))
                .hasMessage("warm-up: steps must not be negative, got -1");
    }
}
