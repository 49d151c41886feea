import dev.vitrine.engine.autograd.*;
import dev.vitrine.engine.device.*;
import dev.vitrine.engine.inspect.*;
import dev.vitrine.engine.io.*;
import dev.vitrine.engine.op.*;
import dev.vitrine.engine.op.pool.*;
import dev.vitrine.engine.optim.*;
import dev.vitrine.engine.tensor.*;
import dev.vitrine.engine.train.*;
import java.util.*;
import static dev.vitrine.engine.op.conv.Conv1d.*;
import static dev.vitrine.engine.op.elementwise.Relu.*;
import static dev.vitrine.engine.op.elementwise.Sigmoid.*;
import static dev.vitrine.engine.op.linear.Linear.*;
import static dev.vitrine.engine.op.loss.BceWithLogits.*;
import static dev.vitrine.engine.op.pool.AdaptiveAvgPool.*;
import static dev.vitrine.engine.op.pool.AvgPool.*;
import static dev.vitrine.engine.op.pool.GlobalAvgPool.*;
import static dev.vitrine.engine.op.pool.GlobalMaxPool.*;
import static dev.vitrine.engine.op.pool.MaxPool.*;

Device device = Devices.open("DEVICE");
Rng rng = new Rng(1);
Shape shape(int... sizes) { return Shape.of(sizes); }
Tensor randn(int... sizes) { return Tensor.randn(device, rng, sizes); }
Tensor zeros(int... sizes) { return Tensor.zeros(device, sizes); }
Tensor tensor(Shape shape, double... values) { return Tensor.of(device, shape, values); }
void show(Tensor t) { System.out.println(Values.text(t)); }
