package dev.vitrine.experiments.recipe;

import dev.vitrine.engine.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Of each held-out clip the five most likely classes, as {@code top-5.csv}. */
final class TopFive {
    private static final int COUNT = 5;

    private TopFive() {}

    static void write(Path folder, List<String> classes, List<ClipVerdict> verdicts) throws IOException {
        List<String> lines = new ArrayList<>(List.of("clip,truth,rank,class,probability"));
        for (ClipVerdict verdict : verdicts) {
            List<Double> p = verdict.probabilities();
            List<Integer> order = IntStream.range(0, p.size())
                    .boxed()
                    .sorted(Comparator.comparing(label -> -p.get(label)))
                    .limit(COUNT)
                    .toList();
            for (int rank = 0; rank < order.size(); rank++) {
                lines.add(String.format(
                        Locale.ROOT,
                        "\"%s\",\"%s\",%d,\"%s\",%.4f",
                        verdict.clip().replace("\"", "\"\""),
                        verdict.truth() < 0 ? "" : classes.get(verdict.truth()),
                        rank + 1,
                        classes.get(order.get(rank)),
                        p.get(order.get(rank))));
            }
        }
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(folder.resolve("top-5.csv"), out -> out.write(text));
    }
}
