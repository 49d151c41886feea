package dev.vitrine.experiments.musicspeech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.audio.audioset.AudioSet;
import dev.vitrine.audio.audioset.ClassLabels;
import dev.vitrine.audio.audioset.ClassLabels.ClassLabel;
import dev.vitrine.audio.audioset.Ratings;
import dev.vitrine.audio.audioset.Ratings.Rating;
import dev.vitrine.audio.audioset.Ratings.Unrated;
import dev.vitrine.audio.audioset.Segments;
import dev.vitrine.audio.audioset.Segments.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelTableTest {
    @TempDir
    private Path folder;

    private static LabelTable table(Unrated unrated) {
        Map<String, Rating> ratings = new LinkedHashMap<>();
        ratings.put("/m/a", new Rating(10, 9));
        ratings.put("/m/b", new Rating(10, 5));
        ratings.put("/m/c", new Rating(0, 0));
        return LabelTable.of(
                new ClassLabels(List.of(
                        new ClassLabel("/m/a", "Music"),
                        new ClassLabel("/m/b", "Speech, \"loud\""),
                        new ClassLabel("/m/c", "Wind"))),
                new Ratings(ratings),
                new Segments(List.of(
                        new Segment("one", 30, 40, List.of("/m/a", "/m/b")),
                        new Segment("two", 0, 10, List.of("/m/b")),
                        new Segment("three", 5, 15, List.of("/m/c")))),
                0.8,
                unrated);
    }

    @Test
    void clipsWithNoLabelThatIsAgreedUponAreDropped() {
        assertThat(table(Unrated.KEPT).words())
                .isEqualTo(
                        "2 of 3 labels have an agreement of at least 80 % (1 were never rated); 2 of 3 clips remain");
        assertThat(table(Unrated.LEFT_OUT).left().segments())
                .extracting(Segment::videoId)
                .containsExactly("one");
        assertThat(table(Unrated.KEPT).mostFrequent())
                .extracting(LabelTable.Row::clips)
                .containsExactly(2, 1, 1);
    }

    @Test
    void tablesAndChartsAreWritten() throws IOException {
        table(Unrated.KEPT).write(folder);
        assertThat(folder.resolve("labels.csv")).hasContent("""
                mid,label,clips,rated,right,agreement,kept
                /m/a,"Music",1,10,9,0.9000,yes
                /m/b,"Speech, ""loud\""",2,10,5,0.5000,no
                /m/c,"Wind",1,0,0,,yes
                """);
        assertThat(folder.resolve("clips.csv"))
                .content()
                .contains("one,30.0,40.0,\"Music; Speech, \"\"loud\"\"\"")
                .doesNotContain("two");
        for (String chart : List.of("label-agreement", "frequent-labels", "labels-remaining")) {
            assertThat(folder.resolve(chart + ".png")).isNotEmptyFile();
        }
    }

    /** Known numbers of the published tables. */
    @Test
    void publishedTablesLeave291LabelsAnd18117Clips() throws IOException {
        Path real = Path.of(System.getProperty("vitrine.data", "")).resolve("audioset");
        if (!Files.isDirectory(real)) {
            Assumptions.abort("no AudioSet at " + real);
        }
        LabelTable table = LabelTable.of(
                ClassLabels.read(AudioSet.table(real, ClassLabels.FILE_NAME)),
                Ratings.read(AudioSet.table(real, Ratings.FILE_NAME)),
                Segments.read(AudioSet.table(real, "balanced_train_segments.csv")),
                0.8,
                Unrated.KEPT);
        assertThat(table.words())
                .isEqualTo(
                        "291 of 527 labels have an agreement of at least 80 % (70 were never rated); 18,117 of 22,160"
                                + " clips remain");
    }
}
