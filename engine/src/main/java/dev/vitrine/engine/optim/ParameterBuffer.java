package dev.vitrine.engine.optim;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.FlatBuffer;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a network side by side in one stretch of memory, and their gradients in another.
 *
 * <p>Each parameter is a tensor of its own, known by its path; the backward walk writes its gradient into its part of
 * the second stretch.
 */
public final class ParameterBuffer {
    private final Device device;
    private final FlatBuffer values;
    private final FlatBuffer gradients;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    private ParameterBuffer(Device device, Map<String, Shape> shapes) {
        this.device = device;
        int[] sizes = shapes.values().stream().mapToInt(Shape::elements).toArray();
        values = device.allocateFlat(sizes);
        gradients = device.allocateFlat(sizes);
        int i = 0;
        for (Map.Entry<String, Shape> entry : shapes.entrySet()) {
            Tensor tensor = Tensor.of(device, entry.getValue(), values.parts().get(i));
            tensor.placeGrad(gradients.parts().get(i));
            tensors.put(entry.getKey(), tensor);
            i++;
        }
    }

    /** Parameters of zeros that ask for gradients. */
    public static ParameterBuffer trained(Device device, Map<String, Shape> shapes) {
        ParameterBuffer buffer = new ParameterBuffer(device, shapes);
        buffer.tensors.values().forEach(Tensor::requiresGrad);
        return buffer;
    }

    /** Arrays of zeros that take no gradient. */
    public static ParameterBuffer kept(Device device, Map<String, Shape> shapes) {
        return new ParameterBuffer(device, shapes);
    }

    /** The parameter with this path. */
    public Tensor get(String path) {
        Tensor tensor = tensors.get(path);
        if (tensor == null) {
            throw new IllegalArgumentException("no parameter " + path + "; there are " + tensors.keySet());
        }
        return tensor;
    }

    /**
     * Leaves the parameters at and below a path as they are: they take no gradient, and optimisers and clipping pass
     * them by.
     *
     * @throws IllegalArgumentException if there is none
     */
    public void freeze(String path) {
        Paths.require("freeze: path", path, tensors.keySet());
        int i = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            Buffer gradient = gradients.parts().get(i++);
            if (Paths.isIn(entry.getKey(), path)) {
                entry.getValue().requiresNoGrad();
                gradient.fill(0); // so that the norm of all gradients is that of the others
            }
        }
    }

    /**
     * Lets the parameters at and below a path learn again.
     *
     * @throws IllegalArgumentException if there is none
     */
    public void unfreeze(String path) {
        Paths.require("unfreeze: path", path, tensors.keySet());
        tensors.forEach((name, tensor) -> {
            if (Paths.isIn(name, path)) {
                tensor.requiresGrad();
            }
        });
    }

    /** All parameters by path, in the order given. */
    public Map<String, Tensor> tensors() {
        return Collections.unmodifiableMap(tensors);
    }

    Device device() {
        return device;
    }

    FlatBuffer values() {
        return values;
    }

    FlatBuffer gradients() {
        return gradients;
    }

    /** The numbers, in order, of the parameters that are not frozen. */
    List<Integer> moving() {
        List<Integer> moving = new ArrayList<>();
        int i = 0;
        for (Tensor tensor : tensors.values()) {
            if (tensor.wantsGrad()) {
                moving.add(i);
            }
            i++;
        }
        return moving;
    }

    /** One more stretch of zeros of the same layout, for an optimiser's memory. */
    FlatBuffer beside() {
        return device.allocateFlat(
                values.parts().stream().mapToInt(Buffer::size).toArray());
    }

    void forgetGradients() {
        tensors.values().forEach(Tensor::zeroGrad);
    }

    /** What every step begins with: each parameter has a gradient; its values are about to change. */
    void requireGradients() {
        tensors.forEach((path, tensor) -> {
            if (tensor.wantsGrad() && !tensor.hasGrad()) {
                throw new IllegalStateException("optimiser: parameter " + path
                        + " has no gradient; the loss does not depend on it, or backward() was not called");
            }
        });
        values.changed();
    }
}
