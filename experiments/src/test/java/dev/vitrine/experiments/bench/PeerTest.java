package dev.vitrine.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.engine.device.OpenClInfo.Kind;
import dev.vitrine.experiments.RunFailure;
import dev.vitrine.experiments.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With programs that only print what a peer would. */
@DisabledOnOs(OS.WINDOWS)
class PeerTest {
    private static final Effort LITTLE = new Effort(0.5, 2, 3, 4);
    private static final Peer.Task TASK = new Peer.Task(Work.W3, 7, 47_938, Kind.CPU);

    private static Peer peer(String script) {
        return new Peer(PeerTool.TENSORFLOW, List.of("sh", "-c", script, "peer"));
    }

    private static String line(int parameters, String losses, String milliseconds, String item) {
        return "echo a warning; echo '{\"version\": \"9\", \"parameters\": " + parameters + ", \"losses\": [" + losses
                + "], \"milliseconds\": [" + milliseconds + "], \"item\": [" + item + "]}'";
    }

    private static final String GOOD = line(47_938, "0.7, 0.6", "3, 1, 2", "0.5");

    @Test
    void theWordsSayWhatToTrain() throws IOException {
        String check = "test \"$*\" = 'W3 7 '$3' 0.5 2.0 3 4 cpu' || exit 9; ";
        Peer.Times times = peer(check + GOOD).time(TASK, LITTLE);
        assertThat(times.version()).isEqualTo("9");
        assertThat(times.tool()).isEqualTo(PeerTool.TENSORFLOW);
        assertThat(times.step()).isEqualTo(new Timing(2, 1, 3, 3));
        assertThat(times.item()).isEqualTo(new Timing(0.5, 0.5, 0.5, 1));
    }

    @Test
    void theBetterNumberOfThreadsCounts() throws IOException {
        if (Runtime.getRuntime().availableProcessors() == 1) {
            return;
        }
        String fast = line(47_938, "2, 1", "5", "4");
        String slow = line(47_938, "2, 1", "6", "3");
        Peer.Times one =
                peer("if [ $3 = 1 ]; then " + fast + "; else " + slow + "; fi").time(TASK, LITTLE);
        assertThat(one.threads()).isEqualTo(1);
        assertThat(one.step().median()).isEqualTo(5);
        assertThat(one.item().median()).isEqualTo(3);
        Peer.Times all =
                peer("if [ $3 = 1 ]; then " + slow + "; else " + fast + "; fi").time(TASK, LITTLE);
        assertThat(all.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(all.step().median()).isEqualTo(5);
        assertThat(all.item().median()).isEqualTo(3);
    }

    @Test
    void anotherNetworkIsRefused() {
        refused(
                line(47_937, "0.7, 0.6", "1", "1"),
                "W3: TensorFlow trains 47937 weights, Vitrine 47938; these are not the same network");
    }

    @Test
    void aNetworkThatDoesNotLearnIsRefused() {
        String message = "W3: the loss of TensorFlow does not fall on a batch that it sees again; it does not train";
        refused(line(47_938, "0.7, 0.7", "1", "1"), message);
        refused(line(47_938, "0.7", "1", "1"), message);
        refused(line(47_938, "", "1", "1"), message);
    }

    @Test
    void aProgramThatFailsIsOneLine() {
        refused("echo first; echo no memory; exit 3", "TensorFlow failed at W3 (exit 3): no memory");
        refused("echo hello", "TensorFlow at W3 ended with a line that is no JSON: hello");
    }

    private static void refused(String script, String message) {
        assertThatThrownBy(() -> peer(script).time(TASK, LITTLE))
                .isInstanceOf(RunFailure.class)
                .hasMessage(message);
    }

    @Test
    void aMissingToolIsOneLineWithHowToGetIt(@TempDir Path root) throws IOException {
        assertThatThrownBy(() -> Peer.torch(List.of("no-such-python", "false")))
                .isInstanceOf(UserError.class)
                .hasMessage("--compare torch: no python3 here can import torch; install PyTorch (Debian: apt install"
                        + " python3-torch libopenblas0-pthread), or leave it out");
        Path folder = root.resolve("experiments/peers/tensorflow");
        assertThatThrownBy(() -> Peer.find(PeerTool.TENSORFLOW, root))
                .isInstanceOf(UserError.class)
                .hasMessage("--compare tf: TensorFlow is not here; fetch it (165 MB) with mvn -q -f "
                        + folder.resolve("pom.xml") + " package, or leave it out");
        Files.createDirectories(folder.resolve("target/jars"));
        Files.createFile(folder.resolve("target/jars/steps.jar"));
        assertThat(Peer.find(PeerTool.TENSORFLOW, root).tool()).isEqualTo(PeerTool.TENSORFLOW);
    }
}
