package dev.vitrine.experiments.recipe;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a run was made from: with it and the same data the run can be repeated to the same bits on the same device.
 *
 * @param experiment the name, as in {@code cats-dogs}
 * @param settings the choices that are the experiment's own
 * @param plan how it is trained
 * @param data the folder of recordings, or what was synthesised
 * @param sounds what each clip holds, as SHA-256, by name: tells later whether a clip was trained on
 * @param classes their names, in the order of the labels
 * @param splits one per fold: which clips train, validate and test
 * @param device as in {@code opencl:0}
 * @param deviceDescription the device in words, with the shape of its kernels
 * @param versions of this program, Java, the operating system and the OpenCL driver
 */
public record RunConfig(
        String experiment,
        Map<String, String> settings,
        Plan plan,
        DataSource data,
        Map<String, String> sounds,
        List<String> classes,
        List<Split> splits,
        String device,
        String deviceDescription,
        List<String> versions) {

    /** Copies the lists. */
    public RunConfig {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        sounds = Collections.unmodifiableMap(new TreeMap<>(sounds));
        classes = List.copyOf(classes);
        splits = List.copyOf(splits);
        versions = List.copyOf(versions);
    }
}
