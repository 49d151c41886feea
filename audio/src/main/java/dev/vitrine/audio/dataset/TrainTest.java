package dev.vitrine.audio.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is learned from and what is judged by.
 *
 * @param train to learn from
 * @param test to judge by
 */
public record TrainTest<T extends Labelled>(List<T> train, List<T> test) {
    /** Copies the lists. */
    public TrainTest {
        train = List.copyOf(train);
        test = List.copyOf(test);
    }

    /** The items to test on that share their group with one to train on. */
    public List<T> leaks() {
        Set<String> known = train.stream().map(Labelled::group).collect(Collectors.toSet());
        return test.stream().filter(item -> known.contains(item.group())).toList();
    }

    /** In words, as {@code 143 of 400 test items (35.8 %) share their recording with training}. */
    public String leakage(GroupKind groups) {
        int leaks = leaks().size();
        return String.format(
                Locale.ROOT,
                "%d of %d test items (%.1f %%) share their %s with training",
                leaks,
                test.size(),
                test.isEmpty() ? 0 : 100.0 * leaks / test.size(),
                groups.word());
    }
}
