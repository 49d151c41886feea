package dev.vitrine.experiments.tune;

import dev.vitrine.engine.device.Device;
import dev.vitrine.engine.device.Devices;
import dev.vitrine.engine.device.JavaDevice;
import dev.vitrine.engine.device.Knob;
import dev.vitrine.engine.device.OpenClDevice;
import dev.vitrine.engine.device.OpenClInfo;
import dev.vitrine.engine.device.Site;
import dev.vitrine.engine.device.Tuning;
import dev.vitrine.engine.inspect.Summary;
import dev.vitrine.engine.nn.Network;
import dev.vitrine.engine.nn.Sequential;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.experiments.bench.Work;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Finds out what there is to tune, by running layers once and listening to what their kernels ask. */
final class Questions {
    private Questions() {}

    /** Those of the layers of a work, each once, in the order of computation. */
    static List<Question> of(OpenClInfo info, Work work, int batch, Predicate<Site> wanted) {
        Map<Site, Question> questions = new LinkedHashMap<>();
        for (Layer layer : Layer.of(work, batch)) {
            tunable(info, layer).forEach((site, usual) -> {
                boolean idle = layer.first() && Part.of(site) == Part.DATA;
                // With one knob or none there is no landscape to look at.
                if (wanted.test(site) && !idle && usual.size() > 1) {
                    questions.putIfAbsent(site, question(info, layer, site, usual));
                }
            });
        }
        return List.copyOf(questions.values());
    }

    private static Map<Site, Map<Knob, Integer>> tunable(OpenClInfo info, Layer layer) {
        OpenClDevice device = Devices.open(info, info.fittingProfile());
        try (LayerPart all = new LayerPart(device, layer, Part.ALL)) {
            all.arrays();
            return device.tunable();
        }
    }

    private static Question question(OpenClInfo info, Layer layer, Site site, Map<Knob, Integer> usual) {
        Part part = Part.of(site);
        return new Question(
                layer.words(),
                site,
                usual,
                numbers -> new LayerPart(
                        Devices.open(info, info.fittingProfile(), Tuning.NONE.with(site, numbers)), layer, part),
                () -> expected(layer, part));
    }

    private static Expected expected(Layer layer, Part part) {
        long multiplyAdds = multiplyAdds(layer);
        try (LayerPart java = new LayerPart(new JavaDevice(), layer, part)) {
            return new Expected(java.arrays(), java.terms(multiplyAdds));
        }
    }

    private static long multiplyAdds(Layer layer) {
        int[] one = layer.input().toArray();
        int batch = one[0];
        one[0] = 1;
        try (Device java = new JavaDevice()) {
            Network network = Network.of(java, new Sequential(layer.modules().get()), 1);
            return batch * Summary.of(network, Shape.of(one)).multiplyAdds();
        }
    }
}
