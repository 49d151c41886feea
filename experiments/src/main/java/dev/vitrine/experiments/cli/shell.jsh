import dev.vitrine.engine.autograd.*;
import dev.vitrine.engine.device.*;
import dev.vitrine.engine.inspect.*;
import dev.vitrine.engine.io.*;
import dev.vitrine.engine.op.*;
import dev.vitrine.engine.op.norm.*;
import dev.vitrine.engine.op.pool.*;
import dev.vitrine.engine.op.reduce.*;
import dev.vitrine.engine.optim.*;
import dev.vitrine.engine.tensor.*;
import dev.vitrine.engine.train.*;
import java.util.*;
import static dev.vitrine.engine.op.arithmetic.Add.*;
import static dev.vitrine.engine.op.arithmetic.BroadcastTo.*;
import static dev.vitrine.engine.op.arithmetic.Div.*;
import static dev.vitrine.engine.op.arithmetic.Matmul.*;
import static dev.vitrine.engine.op.arithmetic.Mul.*;
import static dev.vitrine.engine.op.arithmetic.Pow.*;
import static dev.vitrine.engine.op.arithmetic.Sub.*;
import static dev.vitrine.engine.op.conv.Conv1d.*;
import static dev.vitrine.engine.op.conv.Conv2d.*;
import static dev.vitrine.engine.op.dropout.Dropout.*;
import static dev.vitrine.engine.op.elementwise.Abs.*;
import static dev.vitrine.engine.op.elementwise.Clamp.*;
import static dev.vitrine.engine.op.elementwise.Exp.*;
import static dev.vitrine.engine.op.elementwise.LeakyRelu.*;
import static dev.vitrine.engine.op.elementwise.Log.*;
import static dev.vitrine.engine.op.elementwise.Neg.*;
import static dev.vitrine.engine.op.elementwise.Relu.*;
import static dev.vitrine.engine.op.elementwise.Sigmoid.*;
import static dev.vitrine.engine.op.elementwise.Sqrt.*;
import static dev.vitrine.engine.op.elementwise.Tanh.*;
import static dev.vitrine.engine.op.linear.Linear.*;
import static dev.vitrine.engine.op.loss.BceWithLogits.*;
import static dev.vitrine.engine.op.loss.CrossEntropy.*;
import static dev.vitrine.engine.op.loss.MeanSquaredError.*;
import static dev.vitrine.engine.op.norm.BatchNorm.*;
import static dev.vitrine.engine.op.norm.LayerNorm.*;
import static dev.vitrine.engine.op.pool.AdaptiveAvgPool.*;
import static dev.vitrine.engine.op.pool.AvgPool.*;
import static dev.vitrine.engine.op.pool.GlobalAvgPool.*;
import static dev.vitrine.engine.op.pool.GlobalMaxPool.*;
import static dev.vitrine.engine.op.pool.MaxPool.*;
import static dev.vitrine.engine.op.reduce.Max.*;
import static dev.vitrine.engine.op.reduce.Sum.*;
import static dev.vitrine.engine.op.softmax.LogSoftmax.*;
import static dev.vitrine.engine.op.softmax.Softmax.*;
import static dev.vitrine.engine.op.view.Concat.*;
import static dev.vitrine.engine.op.view.Pad.*;
import static dev.vitrine.engine.op.view.Permute.*;
import static dev.vitrine.engine.op.view.Reshape.*;
import static dev.vitrine.engine.op.view.Slice.*;

Device device = Devices.open("DEVICE");
Rng rng = new Rng(1);
Shape shape(int... sizes) { return Shape.of(sizes); }
Tensor randn(int... sizes) { return Tensor.randn(device, rng, sizes); }
Tensor zeros(int... sizes) { return Tensor.zeros(device, sizes); }
Tensor tensor(Shape shape, double... values) { return Tensor.of(device, shape, values); }
void show(Tensor t) { System.out.println(Values.text(t)); }
