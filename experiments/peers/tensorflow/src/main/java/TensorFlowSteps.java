import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/**
 * Times training steps of one work in TensorFlow: WORK BATCH THREADS WARM_UP SECONDS FEWEST MOST PROCESSOR.
 *
 * <p>A step is forward, backward and Adam in float32 on data that is in memory already, four batches in turn; after
 * some seconds of warm-up so many seconds or steps count. Prints one line of JSON. The networks are those that Vitrine
 * trains, by the same layers and sizes; signals are images of height 1, and channels come last, as TensorFlow is
 * fastest on a processor.
 */
public final class TensorFlowSteps {
    private static final String PROGRAM = "1.1.0";
    private static final int BATCHES = 4;
    private static final int STEPS_ON_ONE_BATCH = 10;

    /** A layer, by what it does to an image of some height and width. */
    private sealed interface Layer {}

    /** Convolution, batch norm and ReLU. */
    private record Conv(int channels, int height, int width, int stride, String padding) implements Layer {}

    private record MaxPool(int height, int width) implements Layer {}

    private record GlobalAverage() implements Layer {}

    private record Flatten(int size) implements Layer {}

    private record Dense(int size, boolean relu) implements Layer {}

    /** What is trained: the shape of an item, its layers, and 1 output for yes or no. */
    private record Network(long[] item, int outputs, List<Layer> layers) {}

    private enum Mode {
        TRAINING,
        EVALUATION
    }

    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final Random random = new Random(1);
    private final Network network;
    private final int batch;

    /** In the order in which the layers ask for them; the second pass over the layers takes them again. */
    private final List<Variable<TFloat32>> variables = new ArrayList<>();

    private final List<Variable<TFloat32>> trained = new ArrayList<>();
    private final List<Op> firstValues = new ArrayList<>();
    private final List<Op> updates = new ArrayList<>();
    private Iterator<Variable<TFloat32>> again = List.<Variable<TFloat32>>of().iterator();

    private final Placeholder<TFloat32> input;
    private final Placeholder<TFloat32> target = tf.placeholder(TFloat32.class);
    private final Operand<TFloat32> loss;
    private final Operand<TFloat32> answer;

    private TensorFlowSteps(Network network, int batch) {
        this.network = network;
        this.batch = batch;
        input = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(items(-1))));
        loss = loss(forward(Mode.TRAINING));
        again = List.copyOf(variables).iterator();
        answer = forward(Mode.EVALUATION);
        adam();
    }

    private static Network network(String work) {
        return switch (work) {
            case "W1" -> new Network(
                    new long[] {1, 16_000, 1}, 1, signals(10, new Conv(10, 1, 3, 2, "SAME"), new Dense(1, false)));
            case "W2" -> new Network(
                    new long[] {10, 128, 1},
                    1,
                    stages(
                            List.of(16, 32),
                            new Flatten(2 * 32 * 32),
                            new Dense(64, true),
                            new Dense(1, false)));
            case "W3" -> new Network(
                    new long[] {25},
                    2,
                    List.of(new Dense(256, true), new Dense(128, true), new Dense(64, true), new Dense(2, false)));
            case "W4" -> new Network(
                    new long[] {128, 126, 1},
                    11,
                    stages(List.of(16, 32, 64, 64), new GlobalAverage(), new Dense(11, false)));
            case "W5" -> new Network(
                    new long[] {1, 110_250, 1},
                    50,
                    List.of(
                            new Conv(16, 1, 64, 4, "VALID"),
                            new MaxPool(1, 8),
                            new Conv(32, 1, 16, 2, "VALID"),
                            new MaxPool(1, 8),
                            new Conv(64, 1, 8, 2, "VALID"),
                            new GlobalAverage(),
                            new Dense(50, false)));
            default -> throw new IllegalArgumentException("no such work: " + work);
        };
    }

    private static List<Layer> signals(int count, Conv each, Dense last) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            layers.add(each);
        }
        layers.add(new GlobalAverage());
        layers.add(last);
        return layers;
    }

    private static List<Layer> stages(List<Integer> channels, Layer... head) {
        List<Layer> layers = new ArrayList<>();
        for (int each : channels) {
            layers.add(new Conv(each, 3, 3, 1, "SAME"));
            layers.add(new MaxPool(2, 2));
        }
        layers.addAll(List.of(head));
        return layers;
    }

    private long[] items(long count) {
        long[] shape = new long[network.item().length + 1];
        shape[0] = count;
        System.arraycopy(network.item(), 0, shape, 1, network.item().length);
        return shape;
    }

    private Operand<TFloat32> forward(Mode mode) {
        Operand<TFloat32> x = input;
        int channels = (int) network.item()[network.item().length - 1];
        for (Layer layer : network.layers()) {
            if (layer instanceof Conv conv) {
                x = convolved(x, channels, conv, mode);
                channels = conv.channels();
            } else if (layer instanceof MaxPool pool) {
                var window = tf.constant(new int[] {1, pool.height(), pool.width(), 1});
                x = tf.nn.maxPool(x, window, window, "VALID");
            } else if (layer instanceof GlobalAverage) {
                x = tf.math.mean(x, tf.constant(new int[] {1, 2}));
            } else if (layer instanceof Flatten flatten) {
                x = tf.reshape(x, tf.constant(new int[] {-1, flatten.size()}));
                channels = flatten.size();
            } else if (layer instanceof Dense dense) {
                Variable<TFloat32> weight = weight(Math.sqrt(2.0 / channels), channels, dense.size());
                x = tf.nn.biasAdd(tf.linalg.matMul(x, weight), trained(0, dense.size()));
                x = dense.relu() ? tf.nn.relu(x) : x;
                channels = dense.size();
            }
        }
        return x;
    }

    private Operand<TFloat32> convolved(Operand<TFloat32> x, int channels, Conv conv, Mode mode) {
        int terms = conv.height() * conv.width() * channels;
        Variable<TFloat32> weight =
                weight(Math.sqrt(2.0 / terms), conv.height(), conv.width(), channels, conv.channels());
        Variable<TFloat32> bias = trained(0, conv.channels());
        Variable<TFloat32> scale = trained(1, conv.channels());
        Variable<TFloat32> offset = trained(0, conv.channels());
        Variable<TFloat32> mean = kept(0, conv.channels());
        Variable<TFloat32> variance = kept(1, conv.channels());
        // A signal has height 1, and its stride is along the width.
        long down = conv.height() == 1 ? 1 : conv.stride();
        Operand<TFloat32> sum = tf.nn.biasAdd(
                tf.nn.conv2d(x, weight, List.of(1L, down, (long) conv.stride(), 1L), conv.padding()), bias);
        if (mode == Mode.EVALUATION) {
            return tf.nn.relu(
                    tf.nn.fusedBatchNorm(sum, scale, offset, mean, variance, FusedBatchNorm.isTraining(false), EPSILON)
                            .y());
        }
        Operand<TFloat32> none = tf.constant(new float[0]);
        FusedBatchNorm<TFloat32, TFloat32> norm =
                tf.nn.fusedBatchNorm(sum, scale, offset, none, none, FusedBatchNorm.isTraining(true), EPSILON);
        updates.add(follow(mean, norm.batchMean()));
        updates.add(follow(variance, norm.batchVariance()));
        return tf.nn.relu(norm.y());
    }

    private static final FusedBatchNorm.Options EPSILON = FusedBatchNorm.epsilon(1e-5f);

    /** A running value takes a tenth of the new one. */
    private Op follow(Variable<TFloat32> running, Operand<TFloat32> value) {
        return tf.assignSub(running, tf.math.mul(tf.constant(0.1f), tf.math.sub(running, value)));
    }

    private Variable<TFloat32> weight(double deviation, long... shape) {
        return variable(deviation, 0, true, shape);
    }

    private Variable<TFloat32> trained(double value, long size) {
        return variable(0, value, true, size);
    }

    private Variable<TFloat32> kept(double value, long size) {
        return variable(0, value, false, size);
    }

    private Variable<TFloat32> variable(double deviation, double mean, boolean isTrained, long... shape) {
        if (again.hasNext()) {
            return again.next();
        }
        Variable<TFloat32> made = tf.variable(Shape.of(shape), TFloat32.class);
        float[] values = new float[(int) Shape.of(shape).size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (mean + deviation * random.nextGaussian());
        }
        firstValues.add(tf.assign(made, tf.reshape(tf.constant(values), tf.constant(shape))));
        variables.add(made);
        if (isTrained) {
            trained.add(made);
        }
        return made;
    }

    private Operand<TFloat32> loss(Operand<TFloat32> z) {
        Operand<TFloat32> each;
        if (network.outputs() == 1) {
            // Binary cross-entropy of a logit: max(z, 0) - z y + log(1 + exp(-|z|)).
            Operand<TFloat32> tail = tf.math.log1p(tf.math.exp(tf.math.neg(tf.math.abs(z))));
            Operand<TFloat32> head = tf.math.sub(tf.nn.relu(z), tf.math.mul(z, target));
            each = tf.reshape(tf.math.add(head, tail), tf.constant(new int[] {-1}));
        } else {
            each = tf.nn.softmaxCrossEntropyWithLogits(z, target).loss();
        }
        return tf.math.mean(each, tf.constant(new int[] {0}));
    }

    private void adam() {
        Output<?>[] wanted = trained.stream().map(Variable::asOutput).toArray(Output<?>[]::new);
        Output<?>[] gradients = graph.addGradients(loss.asOutput(), wanted);
        Variable<TFloat32> power1 = scalar(0.9f);
        Variable<TFloat32> power2 = scalar(0.999f);
        List<Op> applied = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
            long[] shape = wanted[i].shape().asArray();
            @SuppressWarnings("unchecked") // of a float32 variable
            Output<TFloat32> gradient = (Output<TFloat32>) gradients[i];
            applied.add(tf.train.applyAdam(
                    trained.get(i),
                    variable(0, 0, false, shape),
                    variable(0, 0, false, shape),
                    power1,
                    power2,
                    tf.constant(1e-3f),
                    tf.constant(0.9f),
                    tf.constant(0.999f),
                    tf.constant(1e-8f),
                    gradient));
        }
        updates.addAll(applied);
        Ops after = tf.withControlDependencies(applied);
        updates.add(after.assign(power1, after.math.mul(power1, after.constant(0.9f))));
        updates.add(after.assign(power2, after.math.mul(power2, after.constant(0.999f))));
    }

    private Variable<TFloat32> scalar(float value) {
        Variable<TFloat32> made = tf.variable(Shape.scalar(), TFloat32.class);
        firstValues.add(tf.assign(made, tf.constant(value)));
        return made;
    }

    private TFloat32 gaussian(long[] shape) {
        float[] values = new float[(int) Shape.of(shape).size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return TFloat32.tensorOf(Shape.of(shape), DataBuffers.of(values));
    }

    private TFloat32 targets() {
        int outputs = network.outputs();
        float[] values = new float[batch * outputs];
        for (int i = 0; i < batch; i++) {
            if (outputs == 1) {
                values[i] = random.nextInt(2);
            } else {
                values[i * outputs + random.nextInt(outputs)] = 1;
            }
        }
        return TFloat32.tensorOf(Shape.of(batch, outputs), DataBuffers.of(values));
    }

    private double step(Session session, TFloat32 x, TFloat32 y) {
        Session.Runner runner = session.runner().feed(input, x).feed(target, y).fetch(loss);
        updates.forEach(runner::addTarget);
        try (Result result = runner.run()) {
            return ((TFloat32) result.get(0)).getFloat();
        }
    }

    private double infer(Session session, TFloat32 x) {
        try (Result result = session.runner().feed(input, x).fetch(answer).run()) {
            return ((TFloat32) result.get(0)).getFloat(0, 0);
        }
    }

    private void time(int threads, double warmUp, double seconds, int fewest, int most) {
        ConfigProto threading = ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(threads)
                .setInterOpParallelismThreads(1)
                .build();
        try (Session session = new Session(graph, threading)) {
            Session.Runner first = session.runner();
            firstValues.forEach(first::addTarget);
            first.run().close();
            List<TFloat32> inputs = new ArrayList<>();
            List<TFloat32> targets = new ArrayList<>();
            for (int i = 0; i < BATCHES; i++) {
                inputs.add(gaussian(items(batch)));
                targets.add(targets());
            }
            List<Double> losses = new ArrayList<>();
            for (int i = 0; i < STEPS_ON_ONE_BATCH; i++) {
                losses.add(step(session, inputs.get(0), targets.get(0)));
            }
            int[] count = {0};
            List<Double> steps = clock(warmUp, seconds, fewest, most, () -> {
                int turn = count[0]++ % BATCHES;
                return step(session, inputs.get(turn), targets.get(turn));
            });
            TFloat32 item = gaussian(items(1));
            List<Double> answers = clock(warmUp / 2, seconds / 2, fewest, most, () -> infer(session, item));
            long parameters = trained.stream()
                    .mapToLong(each -> each.asOutput().shape().size())
                    .sum();
            System.out.printf(
                    Locale.ROOT,
                    "{\"version\": \"%s (Java %s)\", \"parameters\": %d, \"losses\": %s, \"milliseconds\": %s,"
                            + " \"item\": %s}%n",
                    TensorFlow.version(), PROGRAM, parameters, losses, steps, answers);
        }
    }

    private static List<Double> clock(double warmUp, double seconds, int fewest, int most, DoubleSupplier run) {
        long start = System.nanoTime();
        for (int i = 0; i < 3 || since(start) < warmUp; i++) {
            run.getAsDouble();
        }
        List<Double> times = new ArrayList<>();
        start = System.nanoTime();
        while (times.size() < fewest || (since(start) < seconds && times.size() < most)) {
            long before = System.nanoTime();
            run.getAsDouble();
            times.add(since(before) * 1e3);
        }
        return times;
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** WORK BATCH THREADS WARM_UP SECONDS FEWEST MOST PROCESSOR; the last must be {@code cpu}. */
    public static void main(String[] words) {
        if (words.length != 8 || !words[7].equals("cpu")) {
            System.err.println("this TensorFlow runs on a processor: WORK BATCH THREADS WARM_UP SECONDS FEWEST MOST cpu,"
                    + " got " + Arrays.stream(words).collect(Collectors.joining(" ")));
            System.exit(2);
        }
        TensorFlowSteps steps = new TensorFlowSteps(network(words[0]), Integer.parseInt(words[1]));
        steps.time(
                Integer.parseInt(words[2]),
                Double.parseDouble(words[3]),
                Double.parseDouble(words[4]),
                Integer.parseInt(words[5]),
                Integer.parseInt(words[6]));
    }
}
