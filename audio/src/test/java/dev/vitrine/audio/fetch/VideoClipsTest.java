package dev.vitrine.audio.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.audio.audioset.ClassLabels;
import dev.vitrine.audio.audioset.Segments;
import dev.vitrine.audio.dataset.DatasetException;
import dev.vitrine.audio.io.WavReader;
import dev.vitrine.audio.io.WavWriter;
import dev.vitrine.audio.io.Waveform;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Two shell scripts stand in for yt-dlp and ffmpeg; they write down how they were called. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class VideoClipsTest {
    private static final ClassLabels LABELS = new ClassLabels(List.of(
            new ClassLabels.ClassLabel("/m/01yrx", "Cat"),
            new ClassLabels.ClassLabel("/m/05tny_", "Bark"),
            new ClassLabels.ClassLabel("/m/09x0r", "Speech")));

    private final Heard heard = new Heard();

    @TempDir
    private Path folder;

    private Path bin;

    @BeforeEach
    void standIns() throws IOException {
        bin = Files.createDirectory(folder.resolve("bin"));
        WavWriter.write(bin.resolve("clip.wav"), new Waveform(new float[160_000], 16_000));
        script("yt-dlp", """
                for last; do :; done
                video=${last#*v=}
                echo "yt-dlp $video" >>DIR/calls
                case $video in
                  gone*) echo "WARNING: hm"; echo "ERROR: [youtube] $video: Video unavailable" >&2; exit 1 ;;
                  bad*) echo "ERROR: [youtube] $video: strange things" >&2; exit 1 ;;
                  busy*) echo "ERROR: HTTP Error 429: Too Many Requests" >&2; exit 1 ;;
                  slow*) sleep 30 ;;
                esac
                while [ "$1" != --output ]; do shift; done
                out=$(echo "$2" | sed 's/%(ext)s/webm/')
                echo sound >"$out"
                """);
        script("ffmpeg", """
                echo "ffmpeg $*" | sed 's# /[^ ]*# FILE#g' >>DIR/calls
                for last; do :; done
                cp DIR/clip.wav "$last"
                """);
    }

    private void script(String name, String lines) throws IOException {
        Path file = bin.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + lines.replace("DIR", bin.toString()));
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Map<String, Integer> fetch(int most, List<String> classes, String... segments) throws IOException {
        Path list = folder.resolve("segments.csv");
        Files.writeString(list, "# YTID, start_seconds, end_seconds, positive_labels\n" + String.join("\n", segments));
        ClipWish wish = new ClipWish(classes, most, Duration.ZERO, 16_000);
        return new VideoClips(Tools.find(bin.toString()), folder.resolve("set"), wish, heard, () -> false)
                .fetch(LABELS, Segments.read(list));
    }

    private List<String> calls() throws IOException {
        Path calls = bin.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private Path set(String name) {
        return folder.resolve("set").resolve(name);
    }

    private static String segment(String video, String mids) {
        return video + ", 30.000, 40.000, \"" + mids + "\"";
    }

    @Test
    void fetchesCutsAndTables() throws IOException {
        Map<String, Integer> counts = fetch(
                5,
                List.of("cat", "Bark"),
                segment("--PJHxphWEs", "/m/09x0r,/m/01yrx"),
                segment("speech00000", "/m/09x0r"),
                segment("dogdogdog00", "/m/05tny_"),
                segment("gonegonegon", "/m/05tny_"));
        assertThat(counts).containsExactly(Map.entry("Cat", 1), Map.entry("Bark", 1));
        assertThat(set("table.csv")).hasContent("""
                        path,label,group
                        audio/--PJHxphWEs_30000.wav,Cat,--PJHxphWEs
                        audio/dogdogdog00_30000.wav,Bark,dogdogdog00
                        """);
        assertThat(set("clips.csv")).hasContent("""
                clip,video,start,end,labels,fate,path,reason
                --PJHxphWEs_30000,--PJHxphWEs,30.0,40.0,"/m/09x0r,/m/01yrx",came,audio/--PJHxphWEs_30000.wav,
                dogdogdog00_30000,dogdogdog00,30.0,40.0,/m/05tny_,came,audio/dogdogdog00_30000.wav,
                gonegonegon_30000,gonegonegon,30.0,40.0,/m/05tny_,gone,,yt-dlp: ERROR: [youtube] gonegonegon: Video unavailable
                """);
        assertThat(WavReader.read(set("audio/dogdogdog00_30000.wav")).seconds()).isEqualTo(10);
        assertThat(set(".fetching")).doesNotExist();
    }

    @Test
    void ffmpegIsToldExactlyTheLabelledSeconds() throws IOException {
        fetch(5, List.of("Cat"), "videovideo1, 7.250, 17.250, \"/m/01yrx\"");
        assertThat(calls())
                .containsExactly(
                        "yt-dlp videovideo1",
                        "ffmpeg -nostdin -loglevel error -ss 7.250 -i FILE -t 10.000 -vn -ac 1 -ar 16000 -c:a pcm_s16le"
                                + " -f wav FILE");
    }

    @Test
    void nextRunAsksNeitherForWhatCameNorForWhatIsGone() throws IOException {
        String[] segments = {
            segment("catcatcat00", "/m/01yrx"), segment("gonegonegon", "/m/01yrx"), segment("badbadbadba", "/m/01yrx")
        };
        fetch(5, List.of("Cat"), segments);
        Files.delete(bin.resolve("calls"));
        assertThat(fetch(5, List.of("Cat"), segments)).containsExactly(Map.entry("Cat", 1));
        assertThat(calls()).containsExactly("yt-dlp badbadbadba");
    }

    @Test
    void clipThatTheUserDeletedIsFetchedAgain() throws IOException {
        fetch(5, List.of("Cat"), segment("catcatcat00", "/m/01yrx"));
        Files.delete(set("audio/catcatcat00_30000.wav"));
        fetch(5, List.of("Cat"), segment("catcatcat00", "/m/01yrx"));
        assertThat(set("audio/catcatcat00_30000.wav")).exists();
    }

    @Test
    void endsWhereThereAreEnough() throws IOException {
        Map<String, Integer> counts = fetch(
                1,
                List.of("Cat", "Bark"),
                segment("catcatcat01", "/m/01yrx"),
                segment("catcatcat02", "/m/01yrx"),
                segment("dogdogdog01", "/m/05tny_"));
        assertThat(counts).containsExactly(Map.entry("Cat", 1), Map.entry("Bark", 1));
        assertThat(calls()).filteredOn(call -> call.startsWith("yt-dlp")).hasSize(2);
    }

    @Test
    void tornLineIsCutOff() throws IOException {
        fetch(5, List.of("Cat"), segment("catcatcat01", "/m/01yrx"));
        Files.writeString(set("clips.csv"), "catcatcat02_30000,catca", StandardOpenOption.APPEND);
        fetch(5, List.of("Cat"), segment("catcatcat01", "/m/01yrx"), segment("catcatcat02", "/m/01yrx"));
        assertThat(Files.readAllLines(set("clips.csv")))
                .hasSize(3)
                .last()
                .asString()
                .startsWith("catcatcat02_30000,catcatcat02,30.0");
    }

    @Test
    void shorterSoundThanLabelledIsNoClip() throws IOException {
        WavWriter.write(bin.resolve("clip.wav"), new Waveform(new float[80_000], 16_000));
        assertThat(fetch(5, List.of("Cat"), segment("catcatcat01", "/m/01yrx"))).containsExactly(Map.entry("Cat", 0));
        assertThat(heard.notes)
                .containsExactly("catcatcat01_30000 gone (Cat): 5.00 s came; expected 10.00 s: these seconds are no"
                        + " longer in the video");
        assertThat(set("audio")).isEmptyDirectory();
    }

    @Test
    void soundFileThatIsNoneIsNoClip() throws IOException {
        Files.writeString(bin.resolve("clip.wav"), "nothing");
        fetch(5, List.of("Cat"), segment("catcatcat01", "/m/01yrx"));
        assertThat(heard.notes)
                .first()
                .asString()
                .startsWith("catcatcat01_30000 failed (Cat): ffmpeg made no sound file: ");
        assertThat(set("audio")).isEmptyDirectory();
    }

    @Test
    void serverThatWantsNoMoreRequestsIsLeftAlone() {
        assertThatThrownBy(() -> fetch(
                        5, List.of("Cat"), segment("busybusybus", "/m/01yrx"), segment("catcatcat01", "/m/01yrx")))
                .isInstanceOf(FetchException.class)
                .hasMessage("YouTube wants no more requests from here for now (ERROR: HTTP Error 429: Too Many"
                        + " Requests); go on with the same command in some hours, with a longer --pause");
        assertThat(set("table.csv")).hasContent("path,label,group");
    }

    @Test
    void failuresInARowEndIt() throws IOException {
        String[] segments = new String[7];
        for (int i = 0; i < segments.length; i++) {
            segments[i] = segment("badbadbad0" + i, "/m/01yrx");
        }
        assertThatThrownBy(() -> fetch(5, List.of("Cat"), segments))
                .hasMessage("5 clips in a row failed; the reasons are at the end of " + set("clips.csv")
                        + "; go on later with the same command");
        assertThat(calls()).hasSize(5);
    }

    @Test
    void stopEndsTheProgramThatRuns() throws IOException {
        Path list = Files.writeString(folder.resolve("segments.csv"), segment("slowslowslo", "/m/01yrx") + "\n");
        ClipWish wish = new ClipWish(List.of("Cat"), 1, Duration.ZERO, 16_000);
        VideoClips clips = new VideoClips(
                Tools.find(bin.toString()),
                folder.resolve("set"),
                wish,
                heard,
                () -> Files.exists(bin.resolve("calls")));
        assertThat(clips.fetch(LABELS, Segments.read(list))).containsExactly(Map.entry("Cat", 0));
        assertThat(Files.readAllLines(set("clips.csv"))).hasSize(1);
        assertThat(set(".fetching")).doesNotExist();
    }

    @Test
    void unknownClassIsNamed() {
        assertThatThrownBy(() -> fetch(5, List.of("Cow"), segment("catcatcat01", "/m/01yrx")))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("no class \"Cow\"");
    }

    @Test
    void nameThatIsNoVideoIsNotHandedOn() {
        assertThatThrownBy(() -> fetch(5, List.of("Cat"), segment("../../../et", "/m/01yrx")))
                .hasMessage("\"../../../et\" is no video; expected 11 letters and digits");
    }

    @Test
    void missingProgramIsNamed() throws IOException {
        String path = folder.resolve("none") + File.pathSeparator + bin;
        assertThat(Tools.find(path).ytDlp()).isEqualTo(bin.resolve("yt-dlp"));
        String hint = ": install what is missing (https://github.com/yt-dlp/yt-dlp, https://ffmpeg.org;"
                + " Debian: apt install yt-dlp ffmpeg)";
        Files.delete(bin.resolve("ffmpeg"));
        assertThatThrownBy(() -> Tools.find(path)).hasMessage("ffmpeg is missing" + hint);
        Files.delete(bin.resolve("yt-dlp"));
        assertThatThrownBy(() -> Tools.find(path)).hasMessage("yt-dlp and ffmpeg are missing" + hint);
        Files.createDirectory(bin.resolve("yt-dlp"));
        script("ffmpeg", "");
        assertThatThrownBy(() -> Tools.find(path)).hasMessage("yt-dlp is missing" + hint);
    }

    @Test
    void wishHasToBePossible() {
        assertThatThrownBy(() -> new ClipWish(List.of("Cat"), 0, Duration.ofSeconds(5), 16_000))
                .hasMessage("at most 0 clips, 5.0 s apart, at 16000 Hz; expected at least one clip, no less than 0 s,"
                        + " 4000 to 192000 Hz");
        assertThatThrownBy(() -> new ClipWish(List.of(), 1, Duration.ZERO, 16_000))
                .hasMessage("expected a class, as in --class Cat,Bark");
    }
}
