package dev.vitrine.experiments.bench;

import dev.vitrine.engine.device.Device;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A work here and in PyTorch, in turn, so that a slower hour of the machine meets both.
 *
 * @param turns one after the other; in each the two ran one after the other
 */
public record Compared(Work work, List<Turn> turns) {
    private static final int TURNS = 3;

    public Compared {
        turns = List.copyOf(turns);
    }

    /** One run of each. */
    public record Turn(Timing ours, Peer.Times peer) {
        /** Below 1 where Vitrine is faster. */
        public double ratio() {
            return ours.median() / peer.step().median();
        }
    }

    /**
     * Lets both run.
     *
     * @param first what was measured of the work before
     * @throws IOException if PyTorch cannot be started
     */
    public static Compared measure(Result first, Device device, Effort effort, Peer peer) throws IOException {
        Work work = first.work();
        int batch = first.size().batch();
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < TURNS; i++) {
            Timing ours =
                    Bench.run(work, device, batch, effort, Optional.empty()).step();
            turns.add(new Turn(ours, peer.time(work, batch, first.size().parameters(), effort)));
        }
        return new Compared(work, turns);
    }

    /** From the smallest ratio to the largest. */
    public List<Turn> byRatio() {
        return turns.stream().sorted(Comparator.comparingDouble(Turn::ratio)).toList();
    }
}
