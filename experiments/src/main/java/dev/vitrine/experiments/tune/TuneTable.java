package dev.vitrine.experiments.tune;

import dev.vitrine.engine.device.Knob;
import dev.vitrine.engine.device.Tuning;
import dev.vitrine.experiments.report.TextTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was found, for people. */
public final class TuneTable {
    private TuneTable() {}

    /** A row for each site where something is quicker than the usual numbers, and a line on the rest. */
    public static String of(List<Found> all) {
        List<Found> better = all.stream().filter(Found::isBetter).toList();
        List<List<String>> rows = new ArrayList<>();
        for (Found found : better) {
            rows.add(List.of(
                    found.layer(),
                    found.site().pass(),
                    Tuning.words(usual(found)),
                    Tuning.words(found.winner()),
                    number(found.milliseconds()),
                    number(found.milliseconds() * found.share()),
                    String.format(Locale.ROOT, "%.2f", found.share())));
        }
        int rest = all.size() - better.size();
        String line = rest + (rest == 1 ? " pass stays" : " passes stay") + " as usual.\n";
        return rows.isEmpty()
                ? line
                : new TextTable(List.of("layer", "pass", "usual", "quicker", "ms", "now", "ratio"), rows).render()
                        + line;
    }

    /** The usual numbers of the knobs that the winner has others for. */
    private static Map<Knob, Integer> usual(Found found) {
        Map<Knob, Integer> usual = new EnumMap<>(Knob.class);
        usual.putAll(found.usual());
        usual.keySet().retainAll(found.winner().keySet());
        return usual;
    }

    private static String number(double milliseconds) {
        return String.format(Locale.ROOT, milliseconds < 1 ? "%.3f" : "%.2f", milliseconds);
    }
}
