package dev.vitrine.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparedTest {
    private static Timing ms(double median) {
        return new Timing(median, median, median, 1);
    }

    private static Peer.Times times(PeerTool tool, double step, double item) {
        return new Peer.Times(tool, "9", 2, ms(step), ms(item));
    }

    private static Compared.Turn turn(double ours, double torch, double tensorFlow) {
        return new Compared.Turn(
                ms(ours), ms(1), List.of(times(PeerTool.TORCH, torch, 2), times(PeerTool.TENSORFLOW, tensorFlow, 4)));
    }

    private static final Compared COMPARED =
            new Compared(Work.W1, List.of(turn(10, 20, 40), turn(10, 50, 25), turn(10, 100, 100)));

    @Test
    void ratiosAreOfTheSameTurn() {
        assertThat(COMPARED.sortedBy(turn -> turn.ratio(0)).stream().map(turn -> turn.ratio(0)))
                .containsExactly(0.1, 0.2, 0.5);
        assertThat(COMPARED.middle(turn -> turn.ratio(1)).ratio(1)).isEqualTo(0.25);
    }

    @Test
    void theBestPeerIsTheFastestOfEachTurn() {
        assertThat(COMPARED.sortedBy(Compared.Turn::ratioToBest).stream().map(Compared.Turn::ratioToBest))
                .containsExactly(0.1, 0.4, 0.5);
    }

    @Test
    void theTableFitsTheTerminal() {
        assertThat(ComparedTables.of(List.of(COMPARED)))
                .containsPattern("W1 +Vitrine +10.00 +10.00 +10.00")
                .containsPattern("W1 +PyTorch +2 +50.00 +50.00 +50.00 +0.20 +0.10 to 0.50")
                .containsPattern("W1 +TensorFlow +2 +40.00 +40.00 +40.00 +0.25 +0.10 to 0.40")
                .containsPattern("W1 +the best +0.40 +0.10 to 0.50")
                .containsPattern("W1 +TensorFlow +1.00 +4.00 +0.25 +0.25 to 0.25")
                .endsWith("Beside it: PyTorch 9, TensorFlow 9.\n")
                .satisfies(text -> assertThat(text.lines())
                        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80)));
    }
}
