package dev.vitrine.experiments.tune;

import dev.vitrine.engine.device.Knob;
import dev.vitrine.engine.device.Tuning;
import dev.vitrine.experiments.report.Chart;
import dev.vitrine.experiments.report.Grid;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws the pairs of numbers that were tried for a site. */
public final class Landscape {
    private Landscape() {}

    /** The chart's file name without its ending, as in {@code w1-features.0-conv1d.forward}. */
    public static String stem(Found found) {
        return (found.layer() + "-" + found.site().pass())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-");
    }

    /** Time by the two numbers whose pairs were tried, all others as usual. */
    public static Chart of(Found found) {
        Candidates candidates = new Candidates(found.usual());
        Knob down = candidates.first();
        Knob along = candidates.second();
        List<Integer> rows = candidates.values(down);
        List<Integer> columns = candidates.values(along);
        double[][] values = new double[rows.size()][columns.size()];
        List<Grid.Mark> marks = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                Map<Knob, Integer> numbers = new EnumMap<>(Knob.class);
                numbers.put(down, rows.get(row));
                numbers.put(along, columns.get(column));
                numbers.entrySet().removeAll(found.usual().entrySet());
                values[row][column] = share(found, numbers);
                if (numbers.isEmpty()) {
                    marks.add(new Grid.Mark(row, column, "usual"));
                } else if (isOfWinner(found, numbers, down, along)) {
                    marks.add(new Grid.Mark(row, column, "kept"));
                }
            }
        }
        return new Grid(
                title(found), down.word(), words(rows), along.word(), words(columns), "time / usual", values, marks);
    }

    private static double share(Found found, Map<Knob, Integer> numbers) {
        return numbers.isEmpty()
                ? 1
                : found.tried().stream()
                        .filter(each -> each.numbers().equals(numbers))
                        .mapToDouble(Tried::share)
                        .findFirst()
                        .orElse(Double.NaN);
    }

    private static boolean isOfWinner(Found found, Map<Knob, Integer> numbers, Knob down, Knob along) {
        Map<Knob, Integer> winner = new EnumMap<>(Knob.class);
        winner.putAll(found.winner());
        winner.keySet().retainAll(List.of(down, along));
        return found.isBetter() && winner.equals(numbers);
    }

    private static String title(Found found) {
        String where = found.layer() + ", " + found.site().pass();
        String time = String.format(Locale.ROOT, "%.3g ms", found.milliseconds());
        return found.isBetter()
                ? String.format(
                        Locale.ROOT,
                        "%s: %s takes %.0f %% of the usual %s",
                        where,
                        Tuning.words(found.winner()),
                        100 * found.share(),
                        time)
                : where + ": nothing is clearly quicker than the usual " + time;
    }

    private static List<String> words(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).toList();
    }
}
