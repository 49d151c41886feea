package dev.vitrine.experiments.recipe;

import dev.vitrine.audio.dataset.Labelled;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.nn.Mode;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import dev.vitrine.experiments.model.Objective;
import java.util.ArrayList;
import java.util.List;

/** Lets a network judge clips, part by part. */
final class Judge {
    /** Inputs judged at once. The last batch is filled up with zeros: one size of batch needs one set of memory. */
    private static final int BATCH = 16;

    private final Network network;
    private final Objective objective;
    private final Lens lens;

    /** A judge that uses the network as it is now, with its running statistics. */
    Judge(Network network, Objective objective, Lens lens) {
        this.network = network;
        this.objective = objective;
        this.lens = lens;
    }

    /** The verdicts on clips, in their order. Only one batch of inputs is held at a time. */
    List<ClipVerdict> judge(List<Labelled> clips) {
        network.mode(Mode.EVALUATION);
        List<List<ClipVerdict.Part>> parts = new ArrayList<>();
        List<Waiting> batch = new ArrayList<>();
        for (Labelled clip : clips) {
            List<ClipVerdict.Part> judged = new ArrayList<>();
            parts.add(judged);
            for (Lens.View view : lens.views(clip)) {
                batch.add(new Waiting(view, judged));
                if (batch.size() == BATCH) {
                    judgeBatch(batch);
                }
            }
        }
        judgeBatch(batch);
        List<ClipVerdict> verdicts = new ArrayList<>();
        for (int i = 0; i < clips.size(); i++) {
            verdicts.add(new ClipVerdict(clips.get(i).name(), clips.get(i).label(), parts.get(i)));
        }
        return verdicts;
    }

    /** An input that waits for its batch to be full, and where its verdict goes. */
    private record Waiting(Lens.View view, List<ClipVerdict.Part> verdicts) {}

    private void judgeBatch(List<Waiting> batch) {
        List<List<Double>> probabilities = batch.isEmpty() ? List.of() : probabilities(batch);
        for (int i = 0; i < batch.size(); i++) {
            Waiting waiting = batch.get(i);
            waiting.verdicts()
                    .add(new ClipVerdict.Part(
                            probabilities.get(i), waiting.view().counts()));
        }
        batch.clear();
    }

    private List<List<Double>> probabilities(List<Waiting> batch) {
        int size = lens.input().elements();
        float[] inputs = new float[BATCH * size];
        for (int i = 0; i < batch.size(); i++) {
            System.arraycopy(batch.get(i).view().values(), 0, inputs, i * size, size);
        }
        try (Scope scope = network.device().inference()) {
            Shape shape = lens.inputs(BATCH);
            return objective.probabilities(network.forward(Tensor.of(network.device(), shape, inputs)));
        }
    }
}
