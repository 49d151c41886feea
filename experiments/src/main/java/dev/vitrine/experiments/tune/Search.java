package dev.vitrine.experiments.tune;

import dev.vitrine.engine.device.DeviceException;
import dev.vitrine.engine.device.Knob;
import dev.vitrine.experiments.RunFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Looks for numbers with which a site is quicker than usual.
 *
 * <p>Every candidate must give what the Java loops give, within the bound of the contract, or it is thrown out. The rest
 * run in turn with the usual numbers, so that a machine that grows slower does so for both. The best of them runs once
 * more, longer, and is kept only if it needs {@value #MOST_SHARE} of the time or less, and if three of four of its times
 * are below three of four of the usual's.
 */
final class Search {
    /** What is quicker by less is noise, or not worth other bits. */
    static final double MOST_SHARE = 0.97;

    private static final int TURNS = 5;
    private static final int LAST_TURNS = 21;

    private final BooleanSupplier goOn;
    private final Runnable tick;

    /**
     * A search that can be stopped.
     *
     * @param goOn asked before each candidate
     * @param tick told after each candidate
     */
    Search(BooleanSupplier goOn, Runnable tick) {
        this.goOn = goOn;
        this.tick = tick;
    }

    /** Stops the search in the middle of a site. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The times of two that took turns, both rising. */
    private record Duel(double[] usual, double[] other) {
        static Duel of(Subject usual, Subject other, int turns) {
            double[] first = new double[turns];
            double[] second = new double[turns];
            other.milliseconds(); // what is paid once does not count
            for (int i = 0; i < turns; i++) {
                first[i] = usual.milliseconds();
                second[i] = other.milliseconds();
            }
            Arrays.sort(first);
            Arrays.sort(second);
            return new Duel(first, second);
        }

        double share() {
            return other[other.length / 2] / usual[usual.length / 2];
        }

        boolean isClear() {
            return share() <= MOST_SHARE && other[other.length * 3 / 4] < usual[usual.length / 4];
        }
    }

    /** What was found; nothing if the search was stopped before it was through. */
    Optional<Found> answer(Question question) {
        try (Subject usual = question.open().apply(Map.of())) {
            return Optional.of(new Round(question, usual, question.expected().get()).found());
        } catch (Stopped e) {
            return Optional.empty();
        }
    }

    /** One site's candidates. */
    private final class Round {
        private final Question question;
        private final Subject usual;
        private final Expected expected;
        private final Candidates candidates;
        private final List<Tried> tried = new ArrayList<>();

        Round(Question question, Subject usual, Expected expected) {
            this.question = question;
            this.usual = usual;
            this.expected = expected;
            this.candidates = new Candidates(question.usual());
            expected.complaint(usual.arrays()).ifPresent(complaint -> {
                throw new RunFailure(question.site() + ": the usual kernel " + complaint
                        + "; see 'vitrine doctor', and do not trust this device");
            });
        }

        Found found() {
            for (int first : candidates.values(candidates.first())) {
                for (int second : candidates.values(candidates.second())) {
                    attempt(Map.of(candidates.first(), first, candidates.second(), second));
                }
            }
            for (Knob knob : candidates.others()) {
                Map<Knob, Integer> best = best();
                for (int value : candidates.values(knob)) {
                    if (value != question.usual().getOrDefault(knob, value)) {
                        Map<Knob, Integer> numbers = new EnumMap<>(Knob.class);
                        numbers.putAll(best);
                        numbers.put(knob, value);
                        attempt(numbers);
                    }
                }
            }
            return last(best());
        }

        /** The numbers of the quickest so far, none if that is the usual. */
        private Map<Knob, Integer> best() {
            return tried.stream()
                    .filter(each -> each.isSound() && each.share() < 1)
                    .min(Comparator.comparingDouble(Tried::share)
                            .thenComparingInt(each -> each.numbers().size()))
                    .map(Tried::numbers)
                    .orElse(Map.of());
        }

        private void attempt(Map<Knob, Integer> all) {
            Map<Knob, Integer> numbers = unlikeUsual(all);
            if (numbers.isEmpty()) {
                return;
            }
            if (!goOn.getAsBoolean()) {
                throw new Stopped();
            }
            tried.add(attempted(numbers));
            tick.run();
        }

        private Map<Knob, Integer> unlikeUsual(Map<Knob, Integer> all) {
            Map<Knob, Integer> numbers = new EnumMap<>(Knob.class);
            numbers.putAll(all);
            numbers.entrySet().removeAll(question.usual().entrySet());
            return numbers;
        }

        private Tried attempted(Map<Knob, Integer> numbers) {
            try (Subject subject = question.open().apply(numbers)) {
                Optional<String> complaint = expected.complaint(subject.arrays());
                return complaint.isPresent()
                        ? new Tried(numbers, Double.NaN, complaint.get())
                        : new Tried(numbers, Duel.of(usual, subject, TURNS).share(), "");
            } catch (DeviceException e) {
                return new Tried(numbers, Double.NaN, "does not run: " + e.getMessage());
            }
        }

        /** Once more and longer: the quickest of many may have been lucky. */
        private Found last(Map<Knob, Integer> best) {
            if (best.isEmpty()) {
                Duel itself = Duel.of(usual, usual, TURNS);
                return found(itself, Map.of());
            }
            try (Subject subject = question.open().apply(best)) {
                boolean right = expected.complaint(subject.arrays()).isEmpty();
                Duel duel = Duel.of(usual, subject, LAST_TURNS);
                return found(duel, right && duel.isClear() ? best : Map.of());
            }
        }

        private Found found(Duel duel, Map<Knob, Integer> winner) {
            return new Found(
                    question.layer(),
                    question.site(),
                    question.usual(),
                    duel.usual()[duel.usual().length / 2],
                    winner,
                    winner.isEmpty() ? 1 : duel.share(),
                    tried);
        }
    }
}
