package dev.vitrine.experiments.bench;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A work here and in other tools, in turn, so that a slower hour of the machine meets all.
 *
 * @param turns one after the other; in each all ran one after the other
 */
public record Compared(Work work, List<Turn> turns) {
    private static final int TURNS = 3;

    public Compared {
        turns = List.copyOf(turns);
    }

    /**
     * One run of each.
     *
     * @param ours milliseconds per training step
     * @param item milliseconds from one item on the device to its answer
     * @param peers in the order in which they were asked for
     */
    public record Turn(Timing ours, Timing item, List<Peer.Times> peers) {
        public Turn {
            peers = List.copyOf(peers);
        }

        /** Our step's share of this peer's, below 1 where Vitrine is faster. */
        double ratio(int peer) {
            return ours.median() / peers.get(peer).step().median();
        }

        /** Our answer's share of this peer's. */
        double itemRatio(int peer) {
            return item.median() / peers.get(peer).item().median();
        }

        /** Our step's share of the fastest peer's. */
        double ratioToBest() {
            return ours.median()
                    / peers.stream()
                            .mapToDouble(each -> each.step().median())
                            .min()
                            .orElseThrow();
        }
    }

    /**
     * Lets all run.
     *
     * @param first what was measured of the work before
     * @throws IOException if a peer cannot be started
     */
    public static Compared measure(Result first, Device device, Effort effort, List<Peer> peers) throws IOException {
        Work work = first.work();
        Result.Size size = first.size();
        OpenClInfo.Kind kind =
                device instanceof OpenClDevice openCl ? openCl.info().kind() : OpenClInfo.Kind.CPU;
        Peer.Task task = new Peer.Task(work, size.batch(), size.parameters(), kind);
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < TURNS; i++) {
            Result ours =
                    Bench.run(work, device, size.batch(), effort, first.roof()).possible();
            List<Peer.Times> theirs = new ArrayList<>();
            for (Peer peer : peers) {
                theirs.add(peer.time(task, effort));
            }
            turns.add(new Turn(ours.step(), ours.inference(), theirs));
        }
        return new Compared(work, turns);
    }

    /** From the smallest ratio to the largest. */
    public List<Turn> sortedBy(ToDoubleFunction<Turn> ratio) {
        return turns.stream().sorted(Comparator.comparingDouble(ratio)).toList();
    }

    /** The turn with the ratio in the middle. */
    public Turn middle(ToDoubleFunction<Turn> ratio) {
        return sortedBy(ratio).get(turns.size() / 2);
    }

    /** The tools, in the order in which they were asked for. */
    public List<PeerTool> tools() {
        return turns.get(0).peers().stream().map(Peer.Times::tool).toList();
    }
}
