package dev.vitrine.engine.device;

import static org.jocl.CL.*;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.cl_buffer_region;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_context_properties;
import org.jocl.cl_event;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;
import org.jocl.cl_program;
import org.jspecify.annotations.Nullable;

/**
 * An OpenCL 1.2 device: float32, one in-order queue, memory from a pool.
 *
 * <p>Nothing waits for the device but reading values and {@link #synchronize()}; a training step is queued as a whole.
 * Memory is freed by scopes and never by the garbage collector, and counted here.
 */
public final class OpenClDevice extends Device {
    private final OpenClInfo info;
    private final Profile profile;
    private final Tuning tuning;
    private final FreshMemory freshMemory;
    private final cl_context context;
    private cl_command_queue queue;
    private @Nullable LaunchClock clock;
    private final Map<Integer, Deque<cl_mem>> pool = new HashMap<>();
    private final Map<String, cl_program> programs = new HashMap<>();
    private final Map<Asking, OpenClKernel> compiled = new HashMap<>();
    private final List<cl_kernel> handles = new ArrayList<>();
    private final Map<Asked, Settings> settings = new HashMap<>();
    private final Map<String, Long> launches = new HashMap<>();
    private final List<List<Buffer>> flats = new ArrayList<>();
    private final Uploads uploads = new Uploads();
    /** Oclgrind 21.10 breaks off where a write that no one waits for stands before a kernel in its queue. */
    private final boolean isChecker;

    private final long budget;
    private @Nullable MemoryKernels memoryKernels;
    private long inUse;
    private long pooled;
    private long peak;
    private long reads;

    /** Who asks for settings; the sizes compare as numbers, which is quicker than as the words of a {@link Site}. */
    private record Asked(String pass, Record sizes) {}

    /** Which kernel is wanted. */
    private record Asking(Class<?> room, String file, String name, Defines defines, Profile shape) {}

    OpenClDevice(OpenClInfo info, Profile profile, Tuning tuning, FreshMemory freshMemory) {
        this(info, profile, tuning, freshMemory, info.memoryBytes() / 4 * 3);
    }

    /** A device that refuses to hold more than {@code budget} bytes: drivers accept more than there is. */
    OpenClDevice(OpenClInfo info, Profile profile, Tuning tuning, FreshMemory freshMemory, long budget) {
        this.info = info;
        this.profile = profile;
        this.tuning = tuning;
        this.freshMemory = freshMemory;
        this.budget = budget;
        isChecker = info.platformName().contains("Oclgrind");
        cl_context_properties properties = new cl_context_properties();
        properties.addProperty(CL_CONTEXT_PLATFORM, info.platformId());
        context = clCreateContext(properties, 1, info.deviceIds(), null, null, null);
        queue = createQueue(0);
    }

    @SuppressWarnings("deprecation") // the call that replaces it is OpenCL 2.0; we ask for 1.2
    private cl_command_queue createQueue(long properties) {
        return clCreateCommandQueue(context, info.deviceId(), properties, null);
    }

    @Override
    public String name() {
        return "opencl:" + info.index() + (fuses() ? "" : ":" + profile.rung().word());
    }

    @Override
    public String description() {
        return name() + ": " + info.deviceName() + " (" + info.platformName() + "), vectors of " + profile.vectorWidth()
                + ", groups of " + profile.groupSize() + " (" + info.kind() + " profile)"
                + (tuning.isNone() ? "" : ", tuned (" + tuning.fingerprint() + ")");
    }

    /** What is known of the device. */
    public OpenClInfo info() {
        return info;
    }

    /** The shape that kernels are compiled in. */
    public Profile profile() {
        return profile;
    }

    /** What it takes instead of the usual numbers. */
    public Tuning tuning() {
        return tuning;
    }

    /**
     * How a pass shall run: as it says itself, unless the device is tuned for it.
     *
     * @param pass as in {@code conv1d.forward}
     * @param sizes all numbers that the pass depends on
     */
    public Settings settings(String pass, Record sizes) {
        return settings.computeIfAbsent(
                new Asked(pass, sizes), asked -> new Settings(profile, tuning.at(Site.of(pass, sizes))));
    }

    /** What can be tuned of all that has run here so far, each with the usual number. */
    public Map<Site, Map<Knob, Integer>> tunable() {
        Map<Site, Map<Knob, Integer>> tunable = new TreeMap<>();
        settings.forEach((asked, each) -> tunable.put(Site.of(asked.pass, asked.sizes), each.usual()));
        return tunable;
    }

    @Override
    public boolean fuses() {
        return profile.rung() == Rung.FUSED;
    }

    cl_command_queue queue() {
        return queue;
    }

    @Override
    public void synchronize() {
        try {
            clFinish(queue);
        } catch (CLException e) {
            throw failed("finishing its work", e);
        }
    }

    @Override
    public Mark mark() {
        try {
            cl_event event = new cl_event();
            clEnqueueMarkerWithWaitList(queue, 0, null, event);
            clFlush(queue);
            return new OpenClMark(this, event);
        } catch (CLException e) {
            throw failed("marking how far its work goes", e);
        }
    }

    @Override
    public MemoryUse memory() {
        return new MemoryUse(inUse, pooled, peak);
    }

    /** How often each kernel has been launched so far; one is named as in {@code conv1d.forward}. */
    public Map<String, Long> launches() {
        return Map.copyOf(launches);
    }

    /** How often the host has waited for values from the device so far. */
    public long reads() {
        return reads;
    }

    void launched(String kernel) {
        launches.merge(kernel, 1L, Long::sum);
    }

    @Nullable
    LaunchClock clock() {
        return clock;
    }

    /**
     * Runs {@code work} and times every kernel that it launches, in order, by the device's own clock. Each launch costs
     * some microseconds more than otherwise, but those are not counted.
     *
     * @throws IllegalStateException if launches are being timed already
     */
    public List<Launch> timed(Runnable work) {
        if (clock != null) {
            throw new IllegalStateException(name() + ": launches are being timed already");
        }
        LaunchClock running = new LaunchClock();
        exchangeQueue(CL_QUEUE_PROFILING_ENABLE);
        clock = running;
        try {
            work.run();
            synchronize();
            return running.read();
        } finally {
            clock = null;
            exchangeQueue(0);
        }
    }

    private void exchangeQueue(long properties) {
        synchronize();
        clReleaseCommandQueue(queue);
        queue = createQueue(properties);
    }

    /**
     * A kernel compiled for this device, with {@code V}, {@code WGS} and the given defines set. Compiled once.
     *
     * @param room a class beside whose file the source lies
     * @param file the source, as in {@code conv1d.cl}
     * @param name the kernel's name in the source
     * @throws DeviceException with the compiler's words if the source does not compile
     */
    public OpenClKernel kernel(Class<?> room, String file, String name, Defines defines) {
        return kernel(room, file, name, defines, profile);
    }

    /** The same in another shape than the device's own. */
    public OpenClKernel kernel(Class<?> room, String file, String name, Defines defines, Profile shape) {
        return compiled.computeIfAbsent(new Asking(room, file, name, defines, shape), this::compile);
    }

    private OpenClKernel compile(Asking asking) {
        Profile shape = asking.shape;
        String options = "-DV=" + shape.vectorWidth() + " -DWGS=" + shape.groupSize() + asking.defines.options();
        cl_program program = programs.computeIfAbsent(
                asking.room.getPackageName() + "/" + asking.file + " " + options,
                key -> build(asking.room, asking.file, options));
        String name = asking.file.replaceFirst("[.]cl$", "") + "." + asking.name;
        return new OpenClKernel(this, name, () -> {
            cl_kernel handle = clCreateKernel(program, asking.name, null);
            handles.add(handle);
            return handle;
        });
    }

    private cl_program build(Class<?> room, String file, String shapeAndDefines) {
        String source = text(OpenClDevice.class, "vector.cl") + "\n#line 1 \"" + file + "\"\n" + text(room, file);
        cl_program program = clCreateProgramWithSource(context, 1, new String[] {source}, null, null);
        String options = "-cl-std=CL1.2 " + shapeAndDefines;
        try {
            clBuildProgram(program, 1, info.deviceIds(), options, null, null);
        } catch (CLException e) {
            throw new DeviceException(
                    file + " does not compile on " + info.deviceName() + " with " + options + ":\n" + buildLog(program),
                    e);
        }
        return program;
    }

    private String buildLog(cl_program program) {
        long[] length = new long[1];
        clGetProgramBuildInfo(program, info.deviceId(), CL_PROGRAM_BUILD_LOG, 0, null, length);
        byte[] log = new byte[(int) length[0]];
        clGetProgramBuildInfo(program, info.deviceId(), CL_PROGRAM_BUILD_LOG, log.length, Pointer.to(log), null);
        return new String(log, StandardCharsets.UTF_8).replace("\0", "").strip();
    }

    private static String text(Class<?> room, String file) {
        try (InputStream in = room.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no kernel source " + file + " beside " + room.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MemoryKernels memoryKernels() {
        if (memoryKernels == null) {
            memoryKernels = new MemoryKernels(this);
        }
        return memoryKernels;
    }

    @Override
    Buffer take(Scope scope, int size) {
        OpenClBuffer buffer = new OpenClBuffer(this, scope, takeMemory(size), size);
        if (freshMemory == FreshMemory.POISONED) {
            buffer.fill(Double.NaN);
        }
        return buffer;
    }

    private cl_mem takeMemory(int size) {
        Deque<cl_mem> free = pool.get(size);
        cl_mem memory;
        if (free != null && !free.isEmpty()) {
            memory = free.pop();
            pooled -= bytes(size);
        } else {
            memory = create(size);
        }
        inUse += bytes(size);
        peak = Math.max(peak, inUse + pooled);
        return memory;
    }

    private cl_mem create(int size) {
        if (inUse + pooled + bytes(size) > budget) {
            dropPool();
        }
        if (inUse + bytes(size) > budget) {
            throw outOfMemory(size);
        }
        try {
            return clCreateBuffer(context, CL_MEM_READ_WRITE, bytes(size), null, null);
        } catch (CLException e) {
            throw outOfMemory(size);
        }
    }

    /** What to say when the driver fails: what was being done, the driver's word, and the memory in use. */
    DeviceException failed(String doing, CLException e) {
        return new DeviceException(
                String.format(
                        Locale.ROOT,
                        "%s failed %s: %s; %.1f MB are in use of %.1f MB; %s",
                        name(),
                        doing,
                        CL.stringFor_errorCode(e.getStatus()),
                        inUse / 1e6,
                        budget / 1e6,
                        advice(e.getStatus())),
                e);
    }

    private static String advice(int status) {
        return switch (status) {
            case CL_OUT_OF_RESOURCES, CL_OUT_OF_HOST_MEMORY, CL_MEM_OBJECT_ALLOCATION_FAILURE ->
                "it may be out of memory: use a smaller batch";
            case CL_DEVICE_NOT_AVAILABLE, CL_INVALID_COMMAND_QUEUE, CL_INVALID_CONTEXT ->
                "the device is lost: start again, from the last checkpoint or with --device java";
            default -> "see 'vitrine doctor', or use --device java";
        };
    }

    private DeviceException outOfMemory(int size) {
        return new DeviceException(String.format(
                Locale.ROOT,
                "%s is out of memory: asked for %.1f MB, %.1f MB are in use of %.1f MB; use a smaller batch",
                name(),
                bytes(size) / 1e6,
                inUse / 1e6,
                budget / 1e6));
    }

    void reuse(cl_mem memory, int size) {
        inUse -= bytes(size);
        pooled += bytes(size);
        pool.computeIfAbsent(size, s -> new ArrayDeque<>()).push(memory);
    }

    private static long bytes(int size) {
        return (long) size * Float.BYTES;
    }

    private void dropPool() {
        pool.values().forEach(free -> free.forEach(memory -> clReleaseMemObject(memory)));
        pool.clear();
        pooled = 0;
    }

    /** Inside of a step nobody waits; what is written before the first, as weights are, need not be kept twice. */
    void write(cl_mem memory, float[] values) {
        try {
            if (isInScope() && !isChecker && Uploads.takes(values.length)) {
                uploads.write(queue, memory, values);
            } else {
                clEnqueueWriteBuffer(
                        queue, memory, CL_TRUE, 0, bytes(values.length), Pointer.to(values), 0, null, null);
            }
        } catch (CLException e) {
            throw failed("taking " + values.length + " values", e);
        }
    }

    float[] read(cl_mem memory, int size) {
        float[] values = new float[size];
        try {
            clEnqueueReadBuffer(queue, memory, CL_TRUE, 0, bytes(size), Pointer.to(values), 0, null, null);
        } catch (CLException e) {
            throw failed("handing out " + size + " values", e);
        }
        reads++;
        return values;
    }

    @Override
    public FlatBuffer allocateFlat(int... sizes) {
        if (sizes.length == 0) {
            return new FlatBuffer(List.of(), List.of()); // OpenCL knows no buffer of no bytes
        }
        int unit = Math.max(1, info.alignmentBytes() / Float.BYTES);
        int total = Arrays.stream(sizes).map(size -> roundUp(size, unit)).sum();
        OpenClBuffer whole = (OpenClBuffer) allocateLasting(total);
        whole.write(new float[total]);
        List<Buffer> parts = new ArrayList<>();
        int offset = 0;
        for (int size : sizes) {
            parts.add(new OpenClBuffer(this, lasting(), slice(whole, offset, size), size));
            offset += roundUp(size, unit);
        }
        flats.add(parts);
        return new FlatBuffer(parts, List.of(whole));
    }

    private cl_mem slice(OpenClBuffer whole, int offset, int size) {
        cl_buffer_region region = new cl_buffer_region((long) offset * Float.BYTES, (long) size * Float.BYTES);
        return clCreateSubBuffer(whole.memory(), CL_MEM_READ_WRITE, CL_BUFFER_CREATE_TYPE_REGION, region, null);
    }

    private static int roundUp(int size, int unit) {
        return (size + unit - 1) / unit * unit;
    }

    @Override
    <K> K make(KernelPair<K> pair) {
        return pair.openCl().apply(this);
    }

    @Override
    public void close() {
        synchronize();
        uploads.drop();
        super.close();
        flats.forEach(parts -> parts.forEach(part -> clReleaseMemObject(((OpenClBuffer) part).memory())));
        dropPool();
        handles.forEach(kernel -> clReleaseKernel(kernel));
        programs.values().forEach(program -> clReleaseProgram(program));
        clReleaseCommandQueue(queue);
        clReleaseContext(context);
    }
}
