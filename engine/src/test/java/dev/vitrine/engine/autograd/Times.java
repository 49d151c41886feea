package dev.vitrine.engine.autograd;

import static dev.vitrine.engine.device.JavaBuffer.values;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.engine.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** y[i] = a[i] * b[i]: the smallest op that shows how gradients meet. Java only; it lives in the tests. */
final class Times implements Op {
    /** A mistake to plant in the gradient of b. */
    enum Mistake {
        NONE,
        SIGN
    }

    private final Mistake mistake;

    private Times(Mistake mistake) {
        this.mistake = mistake;
    }

    static Tensor times(Tensor a, Tensor b) {
        return times(a, b, Mistake.NONE);
    }

    static Tensor times(Tensor a, Tensor b, Mistake mistake) {
        return Op.apply(new Times(mistake), a, b);
    }

    @Override
    public String name() {
        return "times";
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return inputs.get(0);
    }

    @Override
    public void forward(Device device, List<Buffer> inputs, Buffer out) {
        multiply(inputs.get(0), inputs.get(1), out, 1);
    }

    @Override
    public void backward(
            Device device, List<Buffer> inputs, Buffer out, Buffer gradOut, @Nullable Buffer[] gradInputs) {
        Buffer da = gradInputs[0];
        Buffer db = gradInputs[1];
        if (da != null) {
            multiply(gradOut, inputs.get(1), da, 1);
        }
        if (db != null) {
            multiply(gradOut, inputs.get(0), db, mistake == Mistake.SIGN ? -1 : 1);
        }
    }

    private static void multiply(Buffer a, Buffer b, Buffer to, double sign) {
        for (int i = 0; i < to.size(); i++) {
            values(to)[i] = sign * values(a)[i] * values(b)[i];
        }
    }
}
