package dev.vitrine.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tries the launcher in a tree of its own, with a Maven and a Java that only tell how they were called. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("vitrine.root")));

    @TempDir
    Path folder;

    private Path tree;
    private Path jdk;

    private record Answer(int exitCode, String out, String err) {}

    @BeforeEach
    void plantTree() throws IOException {
        tree = Files.createDirectories(folder.toRealPath().resolve("a tree"));
        jdk = tree.resolveSibling("jdk");
        script(tree.resolve("vitrine"), Files.readString(ROOT.resolve("vitrine")));
        write(tree.resolve("pom.xml"), "");
        write(tree.resolve("engine/src/main/java/A.java"), "class A {}");
        write(tree.resolveSibling("libs/lib.jar"), "");
        script(tree.resolveSibling("bin/mvn"), """
                #!/bin/sh
                echo build >>../builds
                if grep -q wrong engine/src/main/java/A.java; then
                    echo '[INFO] compiling'
                    echo '[ERROR] /x/A.java:[1,2] no such symbol'
                    echo '[ERROR] For more information about the errors, read this'
                    exit 1
                fi
                mkdir -p engine/target experiments/target
                cp engine/src/main/java/A.java engine/target/vitrine-engine-1.jar
                printf '%s' ../libs/lib.jar >experiments/target/launcher.classpath
                """.replace(
                        "../libs", tree.resolveSibling("libs").toString()));
        java("17.0.2");
    }

    private void java(String version) throws IOException {
        script(
                jdk.resolve("bin/java"),
                "#!/bin/sh\nfor a in \"$LD_PRELOAD\" \"$@\"; do printf '<%s>' \"$a\"; done\nexit 7\n");
        write(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private static void script(Path file, String text) throws IOException {
        write(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Process begin(Path launcher, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(Path.of("/").toFile());
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().merge("PATH", tree.resolveSibling("bin").toString(), (old, bin) -> bin + ":" + old);
        builder.environment().remove("VITRINE_OPTS");
        builder.environment().remove("LD_PRELOAD");
        return builder.start();
    }

    private static Answer end(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), out, err);
    }

    private Answer launch(String... arguments) throws IOException, InterruptedException {
        return end(begin(tree.resolve("vitrine"), arguments));
    }

    private long builds() throws IOException {
        return Files.readAllLines(tree.resolveSibling("builds")).size();
    }

    /** The class path and what follows it. */
    private static String classPath(Answer answer) {
        return answer.out().substring(answer.out().indexOf("<-cp>"));
    }

    @Test
    void javasSignalsStayJavas() throws Exception {
        assertThat(launch("doctor").out()).startsWith("<><");
        write(jdk.resolve("lib/libjsig.so"), "");
        write(tree.resolve("pom.xml"), "changed");
        Answer built = launch("doctor");
        assertThat(built.out()).startsWith("<" + jdk + "/lib/libjsig.so><");
        // The file is empty, so every program that is to load it complains: only Java may.
        assertThat(built.err().lines().filter(line -> line.contains("cannot be preloaded")))
                .hasSize(1);
    }

    @Test
    void buildsOnceAndHandsOnWordsAndExitCode() throws Exception {
        Answer first = launch("train", "two words", "");
        Answer second = launch("train", "two words", "");
        assertThat(first.err()).isEqualTo("vitrine: building ...\n");
        assertThat(second.err()).isEmpty();
        assertThat(second.out())
                .isEqualTo(first.out())
                .contains("<-DuniqueLibraryNames=true>", "<-Dvitrine.root=" + tree + ">")
                .doesNotContain("native-access")
                .endsWith("<dev.vitrine.experiments.cli.Main><train><two words><>");
        assertThat(classPath(first)).contains("/vitrine-engine-1.jar:" + tree.resolveSibling("libs/lib.jar") + ">");
        assertThat(first.exitCode()).isEqualTo(7);
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void changedSourceIsBuiltIntoAFolderOfItsOwn() throws Exception {
        Answer first = launch();
        Path source = tree.resolve("engine/src/main/java/A.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));
        Answer second = launch();
        assertThat(second.err()).isEqualTo("vitrine: building ...\n");
        assertThat(classPath(second)).isNotEqualTo(classPath(first));
        assertThat(Path.of(classPath(first).substring(6).split(":", 2)[0])).exists();
    }

    @Test
    void failedBuildShowsTheCompilersLinesAndIsTriedAgain() throws Exception {
        write(tree.resolve("engine/src/main/java/A.java"), "wrong");
        for (int i = 0; i < 2; i++) {
            Answer answer = launch();
            assertThat(answer.exitCode()).isEqualTo(1);
            assertThat(answer.out()).isEmpty();
            assertThat(answer.err())
                    .isEqualTo("vitrine: building ...\n[ERROR] /x/A.java:[1,2] no such symbol\n"
                            + "vitrine: the build failed; all of its output is in " + tree
                            + "/target/launcher/build.log\n");
        }
    }

    @Test
    void missingLibraryIsFetchedAgain() throws Exception {
        launch();
        Files.delete(tree.resolveSibling("libs/lib.jar"));
        assertThat(launch().err()).isEqualTo("vitrine: building ...\n");
    }

    @Test
    void ofLaunchersStartedTogetherOneBuilds() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            processes.add(begin(tree.resolve("vitrine")));
        }
        for (Process process : processes) {
            assertThat(end(process).exitCode()).isEqualTo(7);
        }
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void worksThroughLinks() throws Exception {
        Path link = Files.createSymbolicLink(tree.resolveSibling("v1"), Path.of("a tree/vitrine"));
        Path linkToLink = Files.createSymbolicLink(tree.resolveSibling("v2"), link);
        assertThat(end(begin(linkToLink)).out()).contains("<-Dvitrine.root=" + tree + ">");
    }

    @Test
    void newerJavaIsAllowedToLoadNativeLibraries() throws Exception {
        java("25");
        assertThat(launch().out()).contains("<--enable-native-access=ALL-UNNAMED>");
    }

    @Test
    void classesAreArchivedByTheBuildAndUsedAfterwards() throws Exception {
        script(jdk.resolve("bin/java"), """
                #!/bin/sh
                printf '<%s>' "$@"
                for a in "$@"; do
                    case $a in -XX:ArchiveClassesAtExit=*) printf classes >"${a#*=}" ;; esac
                done
                """);
        String archive = "<-XX:SharedArchiveFile=" + tree + "/target/launcher/app-";
        Answer first = launch("train");
        assertThat(first.out())
                .contains(archive)
                .contains("/classes-17.0.2.jsa>")
                .doesNotContain("ArchiveClasses");
        assertThat(first.err()).isEqualTo("vitrine: building ...\n");
        assertThat(launch("train").out()).isEqualTo(first.out());
        java("21.0.1");
        assertThat(launch("train").out()).doesNotContain("SharedArchiveFile");
    }

    @Test
    void startsWithoutAnArchiveWhereNoneCouldBeMade() throws Exception {
        script(jdk.resolve("bin/java"), "#!/bin/sh\necho no device >&2\nprintf '<%s>' \"$@\"\nexit 7\n");
        Answer answer = launch("train");
        assertThat(answer.out()).doesNotContain("SharedArchiveFile");
        assertThat(answer.err()).isEqualTo("vitrine: building ...\nno device\n");
        assertThat(answer.exitCode()).isEqualTo(7);
    }

    @Test
    void threadsAreSetBeforeJavaAndTheDriverBegin() throws Exception {
        script(jdk.resolve("bin/java"), "#!/bin/sh\nprintf '<%s>' \"$POCL_MAX_PTHREAD_COUNT\" \"$@\"\n");
        assertThat(launch("bench", "--threads", "1").out())
                .startsWith("<1><")
                .contains(
                        "<-XX:ActiveProcessorCount=1>",
                        "<-Djava.util.concurrent.ForkJoinPool.common.parallelism=0>",
                        "<-Dvitrine.threads=1>")
                .endsWith("<bench><--threads><1>");
        for (String none : List.of("0", "9999", "two", "-1")) {
            assertThat(launch("bench", "--threads", none).out())
                    .startsWith("<><")
                    .doesNotContain("ActiveProcessorCount", "vitrine.threads");
        }
        assertThat(launch("bench").out()).startsWith("<><").doesNotContain("ActiveProcessorCount");
    }

    @Test
    void olderJavaIsOneLine() throws Exception {
        java("11.0.2");
        assertThat(launch())
                .isEqualTo(
                        new Answer(1, "", "vitrine: Java 17 or newer is needed, and " + jdk + "/bin/java is 11.0.2\n"));
    }

    @Test
    void wrongJavaHomeIsOneLine() throws Exception {
        Files.delete(jdk.resolve("bin/java"));
        assertThat(launch())
                .isEqualTo(new Answer(1, "", "vitrine: JAVA_HOME is " + jdk + ", and there is no bin/java in it\n"));
    }
}
