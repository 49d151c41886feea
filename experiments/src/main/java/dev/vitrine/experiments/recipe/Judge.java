package dev.vitrine.experiments.recipe;

import static dev.vitrine.engine.op.elementwise.Sigmoid.sigmoid;

import dev.vitrine.audio.dataset.Clip;
import dev.vitrine.audio.dataset.Seconds;
import dev.vitrine.audio.dataset.Segmenting;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.nn.Mode;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import dev.vitrine.experiments.model.CatsDogsNet;
import java.util.ArrayList;
import java.util.List;

/** Lets the cats-dogs network judge clips, second by second. */
public final class Judge {
    /** Windows judged at once. The last batch is filled up with silence: one size of batch needs one set of memory. */
    private static final int BATCH = 16;

    private final Network network;
    private final Segmenting segmenting;

    /** A judge that uses the network as it is now, with its running statistics. */
    public Judge(Network network, Segmenting segmenting) {
        this.network = network;
        this.segmenting = segmenting;
    }

    /** The verdicts on clips, in their order. */
    public List<ClipVerdict> judge(List<Clip> clips) {
        List<Seconds> cut =
                clips.stream().map(clip -> Seconds.of(clip, segmenting)).toList();
        double[] probabilities =
                probabilities(cut.stream().flatMap(s -> s.windows().stream()).toList());
        List<ClipVerdict> verdicts = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < clips.size(); i++) {
            List<ClipVerdict.Second> seconds = new ArrayList<>();
            for (int j = 0; j < cut.get(i).windows().size(); j++) {
                seconds.add(new ClipVerdict.Second(
                        probabilities[next++], cut.get(i).loud().get(j)));
            }
            verdicts.add(new ClipVerdict(clips.get(i).name(), clips.get(i).label(), seconds));
        }
        return verdicts;
    }

    private double[] probabilities(List<float[]> windows) {
        double[] all = new double[windows.size()];
        network.mode(Mode.EVALUATION);
        for (int first = 0; first < all.length; first += BATCH) {
            List<float[]> batch = windows.subList(first, Math.min(all.length, first + BATCH));
            System.arraycopy(probabilitiesOf(batch), 0, all, first, batch.size());
        }
        return all;
    }

    private double[] probabilitiesOf(List<float[]> batch) {
        float[] samples = new float[BATCH * CatsDogsNet.INPUT_LENGTH];
        for (int i = 0; i < batch.size(); i++) {
            System.arraycopy(batch.get(i), 0, samples, i * CatsDogsNet.INPUT_LENGTH, CatsDogsNet.INPUT_LENGTH);
        }
        Device device = network.device();
        try (Scope scope = device.inference()) {
            Shape shape = Shape.of(BATCH, 1, CatsDogsNet.INPUT_LENGTH);
            return sigmoid(network.forward(Tensor.of(device, shape, samples))).toDoubles();
        }
    }
}
