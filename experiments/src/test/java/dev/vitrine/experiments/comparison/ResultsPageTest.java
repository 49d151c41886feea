package dev.vitrine.experiments.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.experiments.comparison.ResultsPage.Entry;
import dev.vitrine.experiments.recipe.Claim;
import dev.vitrine.experiments.recipe.ClipVerdict;
import dev.vitrine.experiments.recipe.Cost;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.Measure;
import dev.vitrine.experiments.recipe.NamedClip;
import dev.vitrine.experiments.recipe.Plan;
import dev.vitrine.experiments.recipe.Results;
import dev.vitrine.experiments.recipe.RunConfig;
import dev.vitrine.experiments.recipe.Score;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultsPageTest {
    /** Ten clips of each of two classes, of which so many of the class 1 are given a higher probability than all others. */
    private static FinishedRun run(Map<String, String> settings, long seed, int found) {
        List<ClipVerdict> verdicts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int label = i < 10 ? 1 : 0;
            double sure = label == 1 ? (i < found ? 0.9 : 0.1) : 0.2;
            verdicts.add(ClipVerdict.whole(new NamedClip("clip" + i, label, "", 0), new double[] {1 - sure, sure}));
        }
        Score score = Score.of(2, verdicts);
        RunConfig config = new RunConfig(
                "audioset",
                settings,
                new Plan(
                        2,
                        settings.containsValue("Bark") ? 3 : 9,
                        4,
                        Plan.Optimization.ADAM,
                        0.001,
                        Plan.Decay.COSINE,
                        5,
                        seed),
                DataSource.recordings("/somewhere/else/sounds"),
                Map.of(),
                List.of("other", "it"),
                List.of(),
                "java",
                "Java",
                List.of());
        return new FinishedRun(
                Path.of("run"),
                config,
                new Results(score, List.of(score), score, verdicts, verdicts),
                List.of(),
                List.of(),
                Optional.of(new Cost(1653, 20_000, 30)));
    }

    private static Entry sound(String sound, long seed, int found) {
        return new Entry(
                run(Map.of("class", sound, "size", "tiny", "split", "group", "negatives", "7"), seed, found),
                List.of(new Claim("aim, mean", Claim.NONE, "AUC 0.900")),
                Map.of("class", sound, "size", "tiny"),
                Measure.AREA);
    }

    @Test
    void areasOfSoundsAreAveragedForEachSeedAndThenOverSeeds() {
        String page = new ResultsPage(
                        List.of(
                                sound("Bark", 1, 10),
                                sound("Baby cry, infant cry", 1, 5),
                                sound("Bark", 2, 10),
                                sound("Baby cry, infant cry", 2, 10)),
                        List.of())
                .markdown();
        assertThat(page)
                .contains(
                        "| sounds, 1, mean of 2 sounds, size tiny, split group | AUC 0.900 | - | AUC 0.500 | AUC 0.750 (")
                .contains(" | **AUC 0.750 (")
                .contains(
                        "| sounds, 2, mean of 2 sounds, size tiny, split group | AUC 0.900 | - | AUC 0.500 | AUC 1.000 (")
                .contains("| 1,653 | 0.02 M | 60 s |")
                .contains("| mean of 2 seeds | | | | | **AUC 0.875 (")
                .contains("./vitrine train audioset --data sounds --class \"Baby cry\" --size tiny --split group"
                        + " --folds 5 --epochs 2 --epoch-steps 9 --batch 4 --optimizer adam --lr 0.001 --schedule cosine"
                        + " --seed 2\n");
    }

    @Test
    void theLaterOfTwoRunsThatDifferInNothingCounts() {
        String page = new ResultsPage(List.of(sound("Bark", 1, 5), sound("Bark", 1, 10)), List.of()).markdown();
        assertThat(page).contains("**AUC 1.000 (").doesNotContain("**AUC 0.5").doesNotContain("mean of");
    }

    private static Entry notes(String split) {
        return new Entry(
                run(Map.of("split", split), 1, 10),
                List.of(
                        new Claim("aim, new instruments", Claim.NONE, "45.0 %"),
                        new Claim("aim, random split", Claim.NONE, "80.0 %"),
                        new Claim("original", "-", "28.1 %")),
                Map.of(),
                Measure.ACCURACY);
    }

    @Test
    void theAimOfTheSplitOfTheRunStandsBesideIt() {
        assertThat(new ResultsPage(List.of(notes("random")), List.of()).markdown())
                .contains("| sounds, 1, split random | 80.0 % | 28.1 % | 50.0 % | 100.0 % (")
                .doesNotContain("45.0 %");
        assertThat(new ResultsPage(List.of(notes("group")), List.of()).markdown())
                .contains("split group | 45.0 % | 28.1 %");
    }

    @Test
    void whereAFileLiesIsNotSaid() {
        Entry begun = new Entry(
                run(Map.of("split", "group"), 1, 10),
                List.of(),
                Map.of("weights", "/somewhere/else/drawn-images-1"),
                Measure.ACCURACY);
        assertThat(new ResultsPage(List.of(begun), List.of()).markdown())
                .contains("| sounds, 1, split group, weights drawn-images-1 |", " --weights drawn-images-1 ")
                .doesNotContain("/somewhere");
    }

    @Test
    void soundsThatTakeTheSameStepsAreOneCommand() {
        String page = new ResultsPage(
                        List.of(sound("Cat", 1, 10), sound("Bark", 1, 10), sound("Baby cry, infant cry", 1, 10)),
                        List.of("audioset", "esc"))
                .markdown();
        assertThat(page.lines().filter(line -> line.startsWith("./vitrine")))
                .containsExactly(
                        "./vitrine train audioset --data sounds --class \"Baby cry,Cat\" --size tiny --split group --folds 5"
                                + " --epochs 2 --epoch-steps 9 --batch 4 --optimizer adam --lr 0.001 --schedule cosine"
                                + " --seed 1",
                        "./vitrine train audioset --data sounds --class Bark --size tiny --split group --folds 5 --epochs 2"
                                + " --epoch-steps 3 --batch 4 --optimizer adam --lr 0.001 --schedule cosine --seed 1");
    }

    @Test
    void systemsWithoutARunAreNamedAndNoShareIsAboveOne() {
        String page = new ResultsPage(
                        List.of(sound("Bark", 1, 10), sound("Bark", 2, 8), sound("Bark", 3, 10)),
                        List.of("audioset", "esc"))
                .markdown();
        assertThat(page)
                .endsWith("## esc\n\nNo finished run was found; what was measured before stands in `esc.md`.\n")
                .contains(" to 1.000)** | | | |");
    }
}
