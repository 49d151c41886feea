package dev.vitrine.audio.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * A clip cut into whole windows for judging, scaled as in training.
 *
 * @param windows in order; a rest shorter than a window is left out
 * @param loud for each window, whether it rises above the silence threshold
 */
public record Seconds(List<float[]> windows, List<Boolean> loud) {
    public Seconds {
        windows = List.copyOf(windows);
        loud = List.copyOf(loud);
    }

    /** Cuts a clip without overlap; one shorter than a window is filled up with zeros. */
    public static Seconds of(Clip clip, Segmenting segmenting) {
        return every(segmenting.length(), clip, segmenting);
    }

    /**
     * Cuts a clip into windows that begin every {@code hop} samples, so that more of them vote.
     *
     * @param hop at least 1; less than a window's length to let windows overlap
     */
    public static Seconds every(int hop, Clip clip, Segmenting segmenting) {
        if (hop < 1) {
            throw new IllegalArgumentException("hop must be at least 1, got " + hop);
        }
        Normalised samples = Normalised.clip(clip, segmenting.length());
        List<float[]> windows = new ArrayList<>();
        List<Boolean> loud = new ArrayList<>();
        for (int at = 0; at + segmenting.length() <= samples.length(); at += hop) {
            float[] window = new float[segmenting.length()];
            samples.copy(at, window, 0, window.length);
            if (segmenting.normalisation() == Normalisation.WINDOW) {
                Normalised.window(window, 0, window.length);
            }
            windows.add(window);
            loud.add(samples.isLoud(at, segmenting.length(), segmenting.silence()));
        }
        return new Seconds(windows, loud);
    }
}
