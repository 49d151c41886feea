package dev.vitrine.engine.inspect;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.io.HostArray;
import dev.vitrine.engine.nn.Dropout;
import dev.vitrine.engine.nn.Mode;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.optim.Optimizer;
import dev.vitrine.engine.optim.Schedule;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import dev.vitrine.engine.train.Batch;
import dev.vitrine.engine.train.Batches;
import dev.vitrine.engine.train.Loss;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every value of some training steps, by path, so that anyone can replay them elsewhere. The network runs unfused.
 *
 * <pre>
 * step0/input, step0/target, step0/loss           what the step is given, and the loss [1]
 * step0/features.0.weight                         each array before the step, running statistics included
 * step0/features.0.out                            what each layer puts out
 * step0/features.0.out.grad                       d(loss)/d(out)
 * step0/features.3.mask                           of a dropout layer: what each value is multiplied with, 0 or 1 / (1 - p)
 * step0/features.0.weight.grad                    d(loss)/d(weight)
 * step1/...
 * final/features.0.weight                         each array after the last step
 * lr                                              the learning rate of each step [steps]
 * </pre>
 *
 * @param values by path, in the order of computation
 */
public record TrainingTrace(Map<String, HostArray> values) {
    public TrainingTrace {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Trains and writes everything down.
     *
     * @param steps at least 1
     * @throws IllegalArgumentException if {@code steps} is below 1
     */
    public static TrainingTrace of(
            Network network, Optimizer optimizer, Loss loss, Schedule schedule, Batches batches, int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("trace: steps must be at least 1, got " + steps);
        }
        Map<String, HostArray> values = new LinkedHashMap<>();
        double[] rates = new double[steps];
        network.mode(Mode.TRAINING);
        for (int step = 0; step < steps; step++) {
            rates[step] = schedule.at(step);
            step(network, optimizer, loss, rates[step], batches.at(step), "step" + step + "/", values);
        }
        network.state().forEach((path, tensor) -> values.put("final/" + path, copy(tensor)));
        values.put("lr", new HostArray(Shape.of(steps), rates));
        return new TrainingTrace(values);
    }

    private static void step(
            Network network,
            Optimizer optimizer,
            Loss loss,
            double rate,
            Batch batch,
            String at,
            Map<String, HostArray> values) {
        Device device = network.device();
        network.state().forEach((path, tensor) -> values.put(at + path, copy(tensor)));
        try (Scope scope = device.step()) {
            Tensor input = Tensor.of(device, batch.inputShape(), batch.inputs());
            Tensor target = Tensor.ofTargets(device, batch.targetShape(), batch.targets());
            values.put(at + "input", copy(input));
            values.put(at + "target", copy(target));
            Map<String, Tensor> outs = new LinkedHashMap<>();
            optimizer.zeroGrad();
            Tensor output = network.forward(input, (path, module, in, out) -> {
                outs.put(under(path, "out"), out.retainGrad());
                if (module instanceof Dropout dropout) {
                    values.put(at + under(path, "mask"), copy(dropout.mask(device, out.shape())));
                }
            });
            Tensor value = loss.of(output, target);
            value.backward();
            outs.forEach((path, out) -> put(at + path, out, values));
            values.put(at + "loss", new HostArray(Shape.of(1), value.toDoubles()));
            network.parameters().tensors().forEach((path, weight) -> putGrad(at + path, weight, values));
            optimizer.step(rate);
        }
    }

    private static String under(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static void put(String path, Tensor tensor, Map<String, HostArray> values) {
        values.put(path, copy(tensor));
        putGrad(path, tensor, values);
    }

    private static void putGrad(String path, Tensor tensor, Map<String, HostArray> values) {
        if (tensor.hasGrad()) {
            values.put(path + ".grad", copy(tensor.grad()));
        }
    }

    private static HostArray copy(Tensor tensor) {
        return new HostArray(tensor.shape(), tensor.toDoubles());
    }
}
