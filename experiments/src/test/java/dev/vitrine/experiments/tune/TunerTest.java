package dev.vitrine.experiments.tune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Devices;
import dev.vitrine.engine.device.Knob;
import dev.vitrine.engine.device.OpenClInfo;
import dev.vitrine.engine.device.Site;
import dev.vitrine.engine.device.Tuning;
import dev.vitrine.experiments.bench.Work;
import dev.vitrine.experiments.model.DevicesUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a device; how long anything takes is not looked at. */
class TunerTest {
    @TempDir
    private Path path;

    private OpenClInfo info;
    private TuningFolder folder;

    @BeforeEach
    void begin() {
        try (Device device = DevicesUnderTest.openCl().findFirst().orElseThrow().get()) {
            info = Devices.openCl().get(Character.digit(device.name().charAt("opencl:".length()), 10));
        }
        folder = new TuningFolder(path.resolve("tuning"), "0.1.0");
    }

    @Test
    void sitesAreThoseOfTheWorkEachOnce() {
        List<Question> questions = Questions.of(info, Work.W3, 4, site -> true);
        assertThat(questions.stream().map(question -> question.site().pass())).contains("linear.forward");
        assertThat(questions.stream().map(Question::site)).doesNotHaveDuplicates();
        assertThat(questions.get(0).layer()).isEqualTo("W3 layers.0");
        assertThat(questions.get(0).site().sizes()).isEqualTo("[n=4 i=25 o=256]");
        // The gradient of the features themselves is asked by no one.
        assertThat(questions.stream()
                        .filter(question -> question.site().sizes().equals("[n=4 i=25 o=256]"))
                        .map(question -> question.site().pass()))
                .doesNotContain("linear.backward_data");
    }

    @Test
    void everyPartOfALayerIsWhatTheJavaLoopsSay() {
        for (Question question :
                Questions.of(info, Work.W1, 1, site -> site.sizes().contains("length=63"))) {
            Expected expected = question.expected().get();
            Map<Knob, Integer> other =
                    Map.of(Knob.WIDTH, 2, Knob.CHANNELS, 3, Knob.CHUNK, 16, Knob.NEIGHBOURS, 2, Knob.GROUP, 2);
            try (Subject subject = question.open().apply(other)) {
                List<double[]> got = subject.arrays();
                assertThat(expected.complaint(got))
                        .as(question.site().toString())
                        .isEmpty();
                got.get(0)[1] += 0.01;
                assertThat(expected.complaint(got)).isNotEmpty();
                assertThat(subject.milliseconds()).isPositive();
            }
        }
    }

    @Test
    void whatIsFoundIsInTheFileAfterEachSite() throws IOException {
        Site elsewhere = new Site("conv1d.forward", "[n=1]");
        Tuning before = Tuning.NONE.with(elsewhere, Map.of(Knob.WIDTH, 2));
        new TuningFile(folder.place(info), LocalDate.EPOCH, before).write(folder.file(info));
        Tuner tuner = Tuner.of(
                info, folder, List.of(Work.W3), site -> site.toString().equals("linear.forward [n=32 i=64 o=2]"));
        assertThat(tuner.sites()).isEqualTo(1);
        List<Integer> tried = new ArrayList<>();
        List<Found> written = new ArrayList<>();
        List<Found> all = tuner.run(() -> true, new Tuner.Watcher() {
            @Override
            public void tried(int candidates) {
                tried.add(candidates);
            }

            @Override
            public void found(Found found) {
                written.add(found);
                Tuning now = folder.find(info).tuning();
                assertThat(now.at(found.site())).isEqualTo(found.winner());
                assertThat(now.at(elsewhere)).isEqualTo(Map.of(Knob.WIDTH, 2));
            }
        });
        assertThat(all).isEqualTo(written).hasSize(1);
        assertThat(tried).hasSize(tuner.candidates()).last().isEqualTo(tuner.candidates());
        assertThat(all.get(0).thrownOut()).isEmpty();
    }

    @Test
    void stoppedAtOnceNothingIsWritten() throws IOException {
        Tuner tuner = Tuner.of(info, folder, List.of(Work.W3), site -> true);
        assertThat(tuner.run(() -> false, new Tuner.Watcher() {
                    @Override
                    public void tried(int candidates) {
                        throw new AssertionError("nothing is tried");
                    }

                    @Override
                    public void found(Found found) {
                        throw new AssertionError("nothing is found");
                    }
                }))
                .isEmpty();
        assertThat(folder.file(info)).doesNotExist();
    }

    @Test
    void fileThatDoesNotHoldIsSaidAndNotUsed() throws IOException {
        assertThat(folder.find(info))
                .isEqualTo(new TuningFolder.Found(Tuning.NONE, "none; make one with vitrine tune", false));
        Path file = folder.file(info);
        Tuning tuning = Tuning.NONE.with(new Site("conv1d.forward", "[n=1]"), Map.of(Knob.WIDTH, 2));
        new TuningFile(folder.place(info), LocalDate.EPOCH, tuning).write(file);
        assertThat(folder.find(info))
                .isEqualTo(new TuningFolder.Found(
                        tuning, "1 pass, " + tuning.fingerprint() + ", found 1970-01-01, in " + file, false));
        assertThat(new TuningFolder(folder.path(), "0.2.0").find(info).words())
                .isEqualTo(file + " is for vitrine 0.1.0; not used: make it again with vitrine tune, or vitrine tune"
                        + " --reset");
        Files.writeString(file, "rubbish");
        TuningFolder.Found garbled = folder.find(info);
        assertThat(garbled.trouble()).isTrue();
        assertThat(garbled.tuning()).isEqualTo(Tuning.NONE);
        assertThat(garbled.words())
                .startsWith(file + " is no tuning: expected '# what")
                .contains("; not used: ");
    }
}
