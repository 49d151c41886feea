package dev.vitrine.audio.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A clip cut into whole windows for judging, scaled as in training.
 *
 * @param windows in order, without overlap; a rest shorter than a window is left out
 * @param loud for each window, whether it rises above the silence threshold
 */
public record Seconds(List<float[]> windows, List<Boolean> loud) {
    public Seconds {
        windows = List.copyOf(windows);
        loud = List.copyOf(loud);
    }

    /** Cuts a clip; one shorter than a window is filled up with zeros. */
    public static Seconds of(Clip clip, Segmenting segmenting) {
        float[] samples = Normalised.clip(clip, segmenting.length());
        List<float[]> windows = new ArrayList<>();
        List<Boolean> loud = new ArrayList<>();
        for (int at = 0; at + segmenting.length() <= samples.length; at += segmenting.length()) {
            float[] window = Arrays.copyOfRange(samples, at, at + segmenting.length());
            if (segmenting.normalisation() == Normalisation.WINDOW) {
                Normalised.window(window, 0, window.length);
            }
            windows.add(window);
            loud.add(Normalised.isLoud(samples, at, segmenting.length(), segmenting.silence()));
        }
        return new Seconds(windows, loud);
    }
}
