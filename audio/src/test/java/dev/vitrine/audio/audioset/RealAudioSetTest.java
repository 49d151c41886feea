package dev.vitrine.audio.audioset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.audio.audioset.Ratings.Unrated;
import dev.vitrine.audio.audioset.Segments.Segment;
import dev.vitrine.audio.dataset.Embedding;
import dev.vitrine.audio.dataset.ItemSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Known numbers of the published set. */
class RealAudioSetTest {
    private final Path real = Path.of(System.getProperty("vitrine.data", "")).resolve("audioset");

    @BeforeEach
    void requireData() {
        if (!Files.isDirectory(real)) {
            Assumptions.abort("no AudioSet at " + real);
        }
    }

    private Segments balanced() throws IOException {
        return Segments.read(real.resolve("meta/balanced_train_segments.csv"));
    }

    @Test
    void wholeBalancedSetIsRead() throws IOException {
        List<EmbeddedClip> clips = new ArrayList<>();
        ItemSet set =
                AudioSet.load(real, clips::add, (done, of) -> assertThat(of).isEqualTo(4070));
        assertThat(set.items()).hasSize(22_160);
        ClassLabels labels = ClassLabels.read(AudioSet.table(real, ClassLabels.FILE_NAME));
        assertThat(set.count(labels.find("bark"))).isEqualTo(60);
        assertThat(set.count(labels.find("Cat"))).isEqualTo(122);
        assertThat(set.count(labels.find("/m/015p6"))).isEqualTo(172);
        assertThat(set.count(labels.find("Siren"))).isEqualTo(207);
        assertThat(set.count(labels.find("Speech"))).isEqualTo(5735);
        assertThat(set.count(labels.find("Music"))).isEqualTo(6244);
        List<Integer> frames = set.items().stream()
                .map(item -> ((Embedding) item.content()).frames())
                .toList();
        assertThat(frames).allMatch(t -> t >= 1 && t <= 10);
        assertThat(frames.stream().filter(t -> t < 10).count()).isEqualTo(378);
        assertThat(differing(clips)).isEqualTo(38);
    }

    /** Records whose times are not those of the table, to the millisecond. */
    private long differing(List<EmbeddedClip> clips) throws IOException {
        Map<String, Segment> byVideo =
                balanced().segments().stream().collect(Collectors.toMap(Segment::videoId, Function.identity()));
        return clips.stream()
                .filter(clip -> {
                    Segment segment = byVideo.get(clip.videoId());
                    return segment == null
                            || Math.abs(segment.start() - clip.start()) > 1e-3
                            || Math.abs(segment.end() - clip.end()) > 1e-3;
                })
                .count();
    }

    @Test
    void agreementLeaves291LabelsAnd18117Clips() throws IOException {
        Ratings ratings = Ratings.read(AudioSet.table(real, Ratings.FILE_NAME));
        Set<String> kept = ratings.trusted(0.8, Unrated.KEPT);
        assertThat(kept).hasSize(291);
        assertThat(balanced().withAny(kept::contains).segments()).hasSize(18_117);
        Set<String> rated = ratings.trusted(0.8, Unrated.LEFT_OUT);
        assertThat(rated).hasSize(221);
        assertThat(balanced().withAny(rated::contains).segments()).hasSize(17_667);
    }

    @Test
    void tablesHoldWhatTheirHeadersSay() throws IOException {
        assertThat(balanced().segments()).hasSize(22_160);
        assertThat(balanced().segments().stream().mapToInt(s -> s.mids().size()).sum())
                .isEqualTo(52_882);
        assertThat(balanced().segments().get(0))
                .isEqualTo(new Segment("--PJHxphWEs", 30, 40, List.of("/m/09x0r", "/t/dd00088")));
        assertThat(Segments.read(real.resolve("meta/eval_segments.csv")).segments())
                .hasSize(20_371);
        Ontology tree = Ontology.read(AudioSet.table(real, Ontology.FILE_NAME));
        assertThat(tree.byMid()).hasSize(632);
        assertThat(tree.named("dog").orElseThrow().mid()).isEqualTo("/m/0bt9lr");
        assertThat(tree.family("/m/0bt9lr")).contains("/m/05tny_").hasSizeGreaterThan(5);
    }
}
