package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.inspect.Layers;
import dev.vitrine.engine.inspect.TrainingTrace;
import dev.vitrine.engine.io.Npz;
import dev.vitrine.engine.io.Precision;
import dev.vitrine.engine.io.Safetensors;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.model.NamedNetwork;
import dev.vitrine.experiments.trace.Tracing;
import dev.vitrine.experiments.trace.Update;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code vitrine trace}: every number of some training steps. */
@Parameters(commandDescription = "Write every activation, gradient and weight of some training steps to a file.")
final class TraceCommand implements Command {
    private static final String SAFETENSORS = ".safetensors";
    private static final String NPZ = ".npz";

    @Parameter(placeholder = "NETWORK", description = "One of the names below.")
    private List<String> network = new ArrayList<>();

    @Parameter(names = "--steps", placeholder = "N", description = "Training steps.")
    private int steps = 1;

    @Parameter(names = "--batch", placeholder = "N", description = "Items in one step.")
    private int batch = 2;

    @Parameter(names = "--optimizer", placeholder = "NAME", description = "sgd, nesterov, rmsprop, adam or adamw.")
    private String optimizer = "adam";

    @Parameter(names = "--seed", placeholder = "N", description = "Of the weights and the batches.")
    private long seed = 1;

    @Parameter(names = "--device", placeholder = "NAME", description = "auto, java, opencl or opencl:N.")
    private String device = "auto";

    @Parameter(names = "--out", placeholder = "FILE", description = "A .safetensors or .npz file.", required = true)
    private @Nullable Path out;

    @Override
    public String name() {
        return "trace";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("cats-dogs --steps 3 --batch 4 --optimizer sgd --out trace.npz", "Three steps, for NumPy."),
                new Example("esc-raw --out trace.safetensors", "A step of the network on raw environmental sounds."));
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(NetworkArgument.notes());
        notes.add(
                "Names in the file: step0/input, step0/target, step0/loss, step0/features.0.weight (before the step),"
                        + " step0/features.0.out, step0/features.0.weight.grad, step0/features.0.out.grad,"
                        + " step0/features.3.mask (of dropout), ..., final/features.0.weight, lr. Batches are made up: random numbers that follow from the seed.");
        notes.add(
                "A .safetensors file also says in its metadata which layers with which options, which loss, optimizer,"
                        + " seed and device it is from: enough to compute every array again elsewhere.");
        notes.add("Learning rates: sgd, nesterov (momentum 0.9) and rmsprop 0.01; adam and adamw 0.001.");
        return notes;
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        NamedNetwork chosen = NetworkArgument.of(name(), network);
        Update update = update();
        require("--steps", steps);
        require("--batch", batch);
        if (out == null || !(endsWith(SAFETENSORS) || endsWith(NPZ))) {
            throw new UserError("--out must end in .safetensors or .npz, got " + out);
        }
        try (Device opened = DeviceChoice.open(device, console)) {
            TrainingTrace trace = Tracing.of(chosen, opened, update, steps, batch, seed);
            Precision precision = opened instanceof JavaDevice ? Precision.FLOAT64 : Precision.FLOAT32;
            if (endsWith(NPZ)) {
                Npz.write(out, trace.values(), precision);
            } else {
                new Safetensors(trace.values(), about(chosen, update, opened)).write(out, precision);
            }
            console.say(trace.values().size() + " arrays of " + steps + (steps == 1 ? " step" : " steps") + " of "
                    + chosen.word() + " on made-up batches: " + out);
        }
    }

    private boolean endsWith(String ending) {
        return out != null && out.toString().endsWith(ending);
    }

    private Map<String, String> about(NamedNetwork chosen, Update update, Device opened) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("network", chosen.word());
        about.put("layers", Layers.json(chosen.module()));
        about.put("loss", chosen.objective().function());
        about.put("optimizer", update.toString());
        about.put("seed", Long.toString(seed));
        about.put("device", opened.name());
        return about;
    }

    private Update update() {
        return Arrays.stream(Update.values())
                .filter(each -> each.toString().equals(optimizer))
                .findFirst()
                .orElseThrow(() -> new UserError("--optimizer must be one of "
                        + Arrays.stream(Update.values()).map(Update::toString).collect(Collectors.joining(", "))
                        + ", got " + optimizer));
    }

    private static void require(String option, int value) {
        if (value < 1 || value > 10_000) {
            throw new UserError(option + " must be from 1 to 10000, got " + value);
        }
    }
}
