package dev.vitrine.engine.bench;

import dev.vitrine.engine.device.Buffer;
import dev.vitrine.engine.device.Defines;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Devices;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClKernel;
import dev.vitrine.engine.device.Scope;
import dev.vitrine.engine.device.WorkSize;
import dev.vitrine.engine.tensor.Tensor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the host adds to each operation: values of one number, so that the numbers themselves cost nothing. Each is the
 * time of one operation, or of one launch.
 */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class HostBenchmark {
    private static final int CHAIN = 100;

    private final Device java = new JavaDevice();
    private final Device openCl = Devices.open("opencl");
    private final Tensor onJava = Tensor.scalar(java, 1).requiresGrad();
    private final Tensor onOpenCl = Tensor.scalar(openCl, 1).requiresGrad();
    private final Buffer out = openCl.allocateLasting(1);
    private final Buffer other = openCl.allocateLasting(1);
    private final WorkSize one = WorkSize.items(1);
    private final OpenClKernel nothing =
            ((OpenClDevice) openCl).kernel(HostBenchmark.class, "nothing.cl", "nothing", Defines.NONE);

    /** The kernels are compiled before anything is timed. */
    @Setup
    public void compile() {
        openClForwardAndBackward();
        launch();
    }

    @TearDown
    public void close() {
        java.close();
        openCl.close();
    }

    private static Tensor chain(Tensor from) {
        Tensor end = from;
        for (int i = 0; i < CHAIN; i++) {
            end = end.neg();
        }
        return end;
    }

    /** An operation that is remembered for the walk, on the Java device. */
    @Benchmark
    @OperationsPerInvocation(CHAIN)
    public Tensor javaForward() {
        try (Scope scope = java.step()) {
            return chain(onJava);
        }
    }

    /** The same, and the walk back over it. */
    @Benchmark
    @OperationsPerInvocation(CHAIN)
    public Tensor javaForwardAndBackward() {
        try (Scope scope = java.step()) {
            onJava.zeroGrad();
            chain(onJava).backward();
            return onJava;
        }
    }

    /** The same where each operation launches kernels, waited for at the end. */
    @Benchmark
    @OperationsPerInvocation(CHAIN)
    public Tensor openClForwardAndBackward() {
        try (Scope scope = openCl.step()) {
            onOpenCl.zeroGrad();
            chain(onOpenCl).backward();
            openCl.synchronize();
            return onOpenCl;
        }
    }

    /** A launch of a kernel that does nothing, in a queue of a hundred. */
    @Benchmark
    @OperationsPerInvocation(CHAIN)
    public void launch() {
        for (int i = 0; i < CHAIN; i++) {
            nothing.launch(one, out);
        }
        openCl.synchronize();
    }

    /** The same with one argument that changes from launch to launch; each further one adds as much again. */
    @Benchmark
    @OperationsPerInvocation(CHAIN)
    public void launchWithAnotherArgument() {
        for (int i = 0; i < CHAIN; i++) {
            nothing.launch(one, i % 2 == 0 ? out : other);
        }
        openCl.synchronize();
    }

    /** A launch that is waited for. */
    @Benchmark
    public void launchAndWait() {
        nothing.launch(one, out);
        openCl.synchronize();
    }
}
