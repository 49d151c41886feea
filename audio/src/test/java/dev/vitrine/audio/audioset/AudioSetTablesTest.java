package dev.vitrine.audio.audioset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.audio.audioset.Ratings.Unrated;
import dev.vitrine.audio.audioset.Segments.Segment;
import dev.vitrine.audio.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudioSetTablesTest {
    private static final String LABELS =
            "index,mid,display_name\n0,/m/a,Speech\n1,/m/b,\"Male speech, man speaking\"\n";

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("t"), text);
    }

    private Path file() {
        return folder.resolve("t");
    }

    @Test
    void classIsFoundByNameInAnyCaseAndByIdentifier() throws IOException {
        ClassLabels labels = ClassLabels.read(file(LABELS));
        assertThat(labels.find("male speech, MAN speaking")).isEqualTo(1);
        assertThat(labels.find(" /m/a ")).isZero();
        assertThat(labels.labelOf("/m/c")).isEqualTo(-1);
        assertThat(labels.names()).containsExactly("Speech", "Male speech, man speaking");
    }

    @Test
    void unknownClassIsRefusedAndLikeOnesAreNamed() throws IOException {
        ClassLabels labels = ClassLabels.read(file(LABELS));
        assertThatThrownBy(() -> labels.find("man"))
                .isInstanceOf(DatasetException.class)
                .hasMessage(
                        "no class \"man\" among the 2 of AudioSet (there is \"Male speech, man speaking\"); expected a"
                                + " name as in class_labels_indices.csv");
        assertThatThrownBy(() -> labels.find("cow"))
                .hasMessage("no class \"cow\" among the 2 of AudioSet; expected a name as in class_labels_indices.csv");
    }

    @Test
    void indicesThatSkipAreRefused() throws IOException {
        Path file = file("index,mid,display_name\n0,/m/a,Speech\n2,/m/b,Dog\n");
        assertThatThrownBy(() -> ClassLabels.read(file))
                .hasMessage(file + ": line 3: index 2; expected 1, the next one: the labels in the records count these"
                        + " rows");
    }

    @Test
    void tableOfOtherColumnsOrCellsIsRefused() throws IOException {
        assertThatThrownBy(() -> ClassLabels.read(file("a,b\n1,2\n")))
                .hasMessage(file() + ": no column index among [a, b]; expected index, mid, display_name");
        assertThatThrownBy(() -> ClassLabels.read(file("index,mid,display_name\nx,/m/a,Speech\n")))
                .hasMessage(file() + ": line 2: column index holds \"x\"; expected a whole number");
        assertThatThrownBy(() -> ClassLabels.read(file("index,mid,display_name\n0,,Speech\n")))
                .hasMessage(file() + ": line 2: column mid is empty");
        assertThatThrownBy(() -> ClassLabels.read(folder.resolve("no")))
                .hasMessage("no such file: " + folder.resolve("no")
                        + "; expected a table with the columns index, mid, display_name");
    }

    @Test
    void commentsArePassedOverAndQuotedLabelsTakenApart() throws IOException {
        Segments segments = Segments.read(file("""
                # made in 2017
                # YTID, start_seconds, end_seconds, positive_labels
                --PJHxphWEs, 30.000, 40.000, "/m/09x0r,/t/dd00088"
                x, 0.000, 9.500, "/m/a"
                """));
        assertThat(segments.segments())
                .containsExactly(
                        new Segment("--PJHxphWEs", 30, 40, List.of("/m/09x0r", "/t/dd00088")),
                        new Segment("x", 0, 9.5, List.of("/m/a")));
        assertThat(segments.withAny("/m/a"::equals).segments())
                .extracting(Segment::videoId)
                .containsExactly("x");
    }

    @Test
    void wrongSegmentsAreNamedByLine() throws IOException {
        assertThatThrownBy(() -> Segments.read(file("# c\nx, 1, 2\n")))
                .hasMessage(file() + ": line 2: 3 cells; expected a video, its start, its end and its labels");
        assertThatThrownBy(() -> Segments.read(file("x, 9, 2, \"/m/a\"\n")))
                .hasMessage(file() + ": line 1: goes from 9.0 s to 2.0 s; expected an end after its start");
        assertThatThrownBy(() -> Segments.read(file("x, a, 2, \"/m/a\"\n")))
                .hasMessage(file() + ": line 1: \"a\" is no time; expected seconds");
    }

    @Test
    void classesThatPeopleAgreedOnAreTrusted() throws IOException {
        Ratings ratings = Ratings.read(file("label_id,num_rated,num_true\n/m/a,10,8\n/m/b,10,7\n/m/c,0,0\n"));
        assertThat(ratings.trusted(0.8, Unrated.LEFT_OUT)).containsExactly("/m/a");
        assertThat(ratings.trusted(0.8, Unrated.KEPT)).containsExactly("/m/a", "/m/c");
        assertThat(new Ratings.Rating(0, 0).agreement()).isNaN();
        assertThatThrownBy(() -> Ratings.read(file("label_id,num_rated,num_true\n/m/a,8,10\n")))
                .hasMessage(file() + ": line 2: 10 labels were right of 8; expected no more");
    }

    @Test
    void familyHoldsEveryClassBelow() throws IOException {
        Ontology tree = Ontology.read(file("""
                [{"id": "/m/a", "name": "Animal", "description": "d", "child_ids": ["/m/b", "/m/c"]},
                 {"id": "/m/b", "name": "Dog", "child_ids": ["/m/c"]},
                 {"id": "/m/c", "name": "Bark", "child_ids": []}]
                """));
        assertThat(tree.family("/m/a")).containsExactly("/m/a", "/m/b", "/m/c");
        assertThat(tree.family("/m/c")).containsExactly("/m/c");
        assertThat(tree.family("/m/x")).isEmpty();
        assertThat(tree.named("dog").orElseThrow().children()).containsExactly("/m/c");
        assertThat(tree.named("cow")).isEmpty();
    }

    @Test
    void wrongTreesAreRefused() throws IOException {
        assertThatThrownBy(
                        () -> Ontology.read(file("[{\"id\": \"/m/a\", \"name\": \"A\", \"child_ids\": [\"/m/b\"]}]")))
                .hasMessage(file() + ": A has the child /m/b, which is not in the file");
        assertThatThrownBy(() -> Ontology.read(file("[{\"id\": \"/m/a\"}]")))
                .hasMessage(file() + ": a class has the id \"/m/a\" and the name \"\"; expected both");
        assertThatThrownBy(() -> Ontology.read(file("{}")))
                .hasMessage(file() + ": begins with OBJECT; expected a list");
        assertThatThrownBy(() -> Ontology.read(file("[1,")))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith(file() + ": not JSON: ");
    }
}
