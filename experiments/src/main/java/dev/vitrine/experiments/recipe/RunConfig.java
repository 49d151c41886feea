package dev.vitrine.experiments.recipe;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a run was made from: with it and the same data the run can be repeated to the same bits on the same device.
 *
 * @param experiment the name, as in {@code cats-dogs}
 * @param plan every option
 * @param data the folder of recordings, or what was synthesised
 * @param fingerprint SHA-256 over names and samples of all clips
 * @param sounds what each clip sounds like, as SHA-256, by name: tells later whether a clip was trained on
 * @param classes the names of class 0 and class 1
 * @param splits one per fold: which clips train, validate and test
 * @param device as in {@code opencl:0}
 * @param deviceDescription the device in words, with the shape of its kernels
 * @param versions of this program, Java, the operating system and the OpenCL driver
 */
public record RunConfig(
        String experiment,
        CatsDogsPlan plan,
        DataSource data,
        String fingerprint,
        Map<String, String> sounds,
        List<String> classes,
        List<Split> splits,
        String device,
        String deviceDescription,
        List<String> versions) {

    /** Copies the lists. */
    public RunConfig {
        sounds = Collections.unmodifiableMap(new TreeMap<>(sounds));
        classes = List.copyOf(classes);
        splits = List.copyOf(splits);
        versions = List.copyOf(versions);
    }
}
