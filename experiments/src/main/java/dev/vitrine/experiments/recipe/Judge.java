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

    /** The verdicts on clips, in their order. Only one batch of windows is held at a time. */
    public List<ClipVerdict> judge(List<Clip> clips) {
        network.mode(Mode.EVALUATION);
        List<List<ClipVerdict.Second>> seconds = new ArrayList<>();
        List<Waiting> batch = new ArrayList<>();
        for (Clip clip : clips) {
            List<ClipVerdict.Second> heard = new ArrayList<>();
            seconds.add(heard);
            Seconds cut = Seconds.of(clip, segmenting);
            for (int i = 0; i < cut.windows().size(); i++) {
                batch.add(new Waiting(cut.windows().get(i), cut.loud().get(i), heard));
                if (batch.size() == BATCH) {
                    judgeBatch(batch);
                }
            }
        }
        judgeBatch(batch);
        List<ClipVerdict> verdicts = new ArrayList<>();
        for (int i = 0; i < clips.size(); i++) {
            verdicts.add(new ClipVerdict(clips.get(i).name(), clips.get(i).label(), seconds.get(i)));
        }
        return verdicts;
    }

    /** A window that waits for its batch to be full, and where its verdict goes. */
    private record Waiting(float[] window, boolean loud, List<ClipVerdict.Second> verdicts) {}

    private void judgeBatch(List<Waiting> batch) {
        double[] probabilities = probabilities(batch);
        for (int i = 0; i < batch.size(); i++) {
            Waiting waiting = batch.get(i);
            waiting.verdicts().add(new ClipVerdict.Second(probabilities[i], waiting.loud()));
        }
        batch.clear();
    }

    private double[] probabilities(List<Waiting> batch) {
        float[] samples = new float[BATCH * CatsDogsNet.INPUT_LENGTH];
        for (int i = 0; i < batch.size(); i++) {
            System.arraycopy(batch.get(i).window(), 0, samples, i * CatsDogsNet.INPUT_LENGTH, CatsDogsNet.INPUT_LENGTH);
        }
        Device device = network.device();
        try (Scope scope = device.inference()) {
            Shape shape = Shape.of(BATCH, 1, CatsDogsNet.INPUT_LENGTH);
            return sigmoid(network.forward(Tensor.of(device, shape, samples))).toDoubles();
        }
    }
}
