package dev.vitrine.engine.nn;

import dev.vitrine.engine.op.Window;
import dev.vitrine.engine.op.Window2d;
import dev.vitrine.engine.op.pool.CountPad;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A window under PyTorch's names, as summaries and checkpoints have it; of an image, height first. */
final class WindowOptions {
    private WindowOptions() {}

    static Map<String, Object> of(Window window) {
        return Map.of(
                "kernel_size", window.kernelSize(),
                "stride", window.stride(),
                "padding", window.padding().toString(),
                "dilation", window.dilation());
    }

    static Map<String, Object> of(Window2d window) {
        Window h = window.height();
        Window w = window.width();
        return Map.of(
                "kernel_size", List.of(h.kernelSize(), w.kernelSize()),
                "stride", List.of(h.stride(), w.stride()),
                "padding", List.of(h.padding().toString(), w.padding().toString()),
                "dilation", List.of(h.dilation(), w.dilation()));
    }

    static Map<String, Object> convolved(Map<String, Object> window, Channels channels, Bias bias) {
        Map<String, Object> options = new TreeMap<>(window);
        options.put("in_channels", channels.in());
        options.put("out_channels", channels.out());
        if (channels.groups() > 1) {
            options.put("groups", channels.groups());
        }
        if (bias == Bias.NONE) {
            options.put("bias", false);
        }
        return options;
    }

    static Map<String, Object> averaged(Map<String, Object> window, CountPad countPad) {
        Map<String, Object> options = new TreeMap<>(window);
        options.put("count_include_pad", countPad == CountPad.INCLUDE);
        return options;
    }
}
