package dev.vitrine.audio.fingerprint;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the sounds that have a stretch in common. A word that stands in two sounds says how one of them may have to be
 * shifted; then the bits are compared all along the stretch that the shift lets them share.
 *
 * <p>Of bits that have nothing to do with one another half differ. Copies with noise, another coding or another sample rate
 * differ in up to a quarter. Steady noise and hum do not match themselves, and are not found.
 */
public final class PrintSearch {
    /** The largest share of different bits. */
    public static final double HIGHEST_ERROR = 0.3;

    /** A shorter stretch proves nothing: about half a second. */
    private static final int FEWEST_WORDS = 60;

    /** A word that stands in more places says nothing about any of them. */
    private static final int COMMON = 60;

    /** So many bits must be set, and as many not: the words of steady sounds are all alike. */
    private static final int FEWEST_BITS = 4;

    private final List<SoundPrint> prints;
    private final int[] firstWords;

    private PrintSearch(List<SoundPrint> prints) {
        this.prints = prints;
        this.firstWords = new int[prints.size() + 1];
        for (int i = 0; i < prints.size(); i++) {
            firstWords[i + 1] = firstWords[i] + prints.get(i).words().length;
        }
    }

    /** A guess: word t of one sound is word t - shift of the other. */
    private record Shift(int first, int second, int words) {}

    /** A pair of sounds. */
    private record Pair(int first, int second) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return first != other.first ? Integer.compare(first, other.first) : Integer.compare(second, other.second);
        }
    }

    /** The pairs of sounds with a common stretch, each once, at its best. */
    public static List<SharedStretch> among(List<SoundPrint> prints) {
        PrintSearch search = new PrintSearch(prints);
        Map<Pair, SharedStretch> best = new TreeMap<>();
        for (Shift shift : search.shifts()) {
            SharedStretch stretch = search.compared(shift);
            if (stretch.seconds() * SoundPrint.WORDS_PER_SECOND >= FEWEST_WORDS
                    && stretch.errorRate() <= HIGHEST_ERROR) {
                best.merge(
                        new Pair(shift.first(), shift.second()),
                        stretch,
                        (a, b) -> a.errorRate() <= b.errorRate() ? a : b);
            }
        }
        return List.copyOf(best.values());
    }

    private Set<Shift> shifts() {
        long[] sorted = sortedWords();
        Set<Shift> shifts = new HashSet<>();
        int begin = 0;
        for (int end = 1; end <= sorted.length; end++) {
            if (end == sorted.length || sorted[end] >> 32 != sorted[begin] >> 32) {
                if (end - begin <= COMMON) {
                    addShifts(sorted, begin, end, shifts);
                }
                begin = end;
            }
        }
        return shifts;
    }

    /** Word in the upper half, place in the lower one. */
    private long[] sortedWords() {
        long[] words = new long[firstWords[prints.size()]];
        int count = 0;
        for (int i = 0; i < prints.size(); i++) {
            SoundPrint print = prints.get(i);
            for (int t = 0; t < print.words().length; t++) {
                int bits = Integer.bitCount(print.words()[t]);
                if (print.heard()[t] && bits >= FEWEST_BITS && bits <= Integer.SIZE - FEWEST_BITS) {
                    words[count++] = (long) print.words()[t] << 32 | (firstWords[i] + t);
                }
            }
        }
        long[] sorted = Arrays.copyOf(words, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private void addShifts(long[] sorted, int begin, int end, Set<Shift> shifts) {
        for (int a = begin; a < end; a++) {
            for (int b = a + 1; b < end; b++) {
                // Places rise within a run, so the first sound comes first.
                int one = (int) sorted[a];
                int other = (int) sorted[b];
                int first = soundOf(one);
                int second = soundOf(other);
                if (first != second) {
                    shifts.add(new Shift(first, second, one - firstWords[first] - (other - firstWords[second])));
                }
            }
        }
    }

    private int soundOf(int place) {
        int found = Arrays.binarySearch(firstWords, place);
        int sound = found < 0 ? -found - 2 : found;
        while (firstWords[sound + 1] == place) {
            sound++; // sounds without a word begin where the next one does
        }
        return sound;
    }

    private SharedStretch compared(Shift shift) {
        SoundPrint one = prints.get(shift.first());
        SoundPrint other = prints.get(shift.second());
        int from = Math.max(0, shift.words());
        int to = Math.min(one.words().length, other.words().length + shift.words());
        int heard = 0;
        int errors = 0;
        for (int t = from; t < to; t++) {
            if (one.heard()[t] && other.heard()[t - shift.words()]) {
                heard++;
                errors += Integer.bitCount(one.words()[t] ^ other.words()[t - shift.words()]);
            }
        }
        double rate = SoundPrint.WORDS_PER_SECOND;
        return new SharedStretch(
                shift.first(),
                shift.second(),
                heard == 0 ? 1 : (double) errors / heard / Integer.SIZE,
                heard / rate,
                from / rate,
                (from - shift.words()) / rate);
    }
}
