package dev.vitrine.experiments.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.experiments.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 3, 4, 5, 6, 7);

    @TempDir
    Path folder;

    record Config(String recipe, long seed, List<Integer> folds, Map<String, String> versions) {}

    private static final Config CONFIG = new Config("cats-dogs", 42, List.of(1, 2), Map.of("java", "17"));

    @Test
    void makesTheFolderAndItsRooms() throws IOException {
        RunFolder run = RunFolder.create(folder.resolve("deep/runs"), "cats-dogs", TIME);
        assertThat(run.path()).isEqualTo(folder.resolve("deep/runs/cats-dogs-20260304-050607"));
        assertThat(run.checkpoints()).isEmptyDirectory();
        assertThat(run.charts()).isEmptyDirectory();
    }

    @Test
    void runsOfTheSameSecondGetFoldersOfTheirOwn() {
        List<Path> paths = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return RunFolder.create(folder, "a", TIME).path();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
        assertThat(paths)
                .doesNotHaveDuplicates()
                .hasSize(20)
                .contains(folder.resolve("a-20260304-050607"), folder.resolve("a-20260304-050607-20"));
    }

    @Test
    void configComesBackAsItWas() throws IOException {
        RunFolder run = RunFolder.create(folder, "a", TIME);
        run.writeConfig(CONFIG);
        assertThat(run.readConfig(Config.class)).isEqualTo(CONFIG);
        assertThat(RunFolder.open(run.path())).isEqualTo(run);
        assertThat(run.config()).content().contains("\"seed\" : 42").endsWith("}\n");
    }

    @Test
    void truncatedConfigIsOneClearLine() throws IOException {
        RunFolder run = RunFolder.create(folder, "a", TIME);
        Files.writeString(run.config(), "{\"recipe\": ");
        assertThatThrownBy(() -> run.readConfig(Config.class))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        run.config()
                                + ": not a configuration of this version: Unexpected end-of-input within/between Object entries");
    }

    @Test
    void configWithAFieldOfAnotherVersionIsRejected() throws IOException {
        RunFolder run = RunFolder.create(folder, "a", TIME);
        Files.writeString(
                run.config(), "{\"recipe\": \"a\", \"seed\": 1, \"folds\": [], \"versions\": {}, \"sed\": 2}");
        assertThatThrownBy(() -> run.readConfig(Config.class))
                .isInstanceOf(UserError.class)
                .hasMessage(run.config() + ": not a configuration of this version: Unrecognized property \"sed\"");
    }

    @Test
    void configThatLacksAFieldIsRejected() throws IOException {
        RunFolder run = RunFolder.create(folder, "a", TIME);
        Files.writeString(run.config(), "{\"recipe\": \"cats-dogs\", \"folds\": [], \"versions\": {}}");
        assertThatThrownBy(() -> run.readConfig(Config.class))
                .isInstanceOf(UserError.class)
                .hasMessage(run.config() + ": not a configuration of this version: Missing creator property 'seed'");
    }

    @Test
    void rejectsANameThatIsAPath() {
        assertThatThrownBy(() -> RunFolder.create(folder, "../a", TIME))
                .isInstanceOf(UserError.class)
                .hasMessage("the name of a run has small letters, digits and dashes, such as cats-dogs; got ../a");
    }

    @Test
    void fileInPlaceOfTheFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("runs"), "");
        assertThatThrownBy(() -> RunFolder.create(file, "a", TIME))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write " + file + ": " + file + " is a file, not a folder");
    }

    @Test
    void openRejectsAMissingFolder() {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> RunFolder.open(missing))
                .isInstanceOf(UserError.class)
                .hasMessage("no such run folder: " + missing + "; vitrine runs lists them");
    }

    @Test
    void openRejectsAnyOtherFolder() {
        assertThatThrownBy(() -> RunFolder.open(folder))
                .isInstanceOf(UserError.class)
                .hasMessage(folder + " is not a run folder: it has no config.json");
    }
}
