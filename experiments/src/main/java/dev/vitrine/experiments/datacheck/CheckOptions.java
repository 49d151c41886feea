package dev.vitrine.experiments.datacheck;

import dev.vitrine.experiments.UserError;
import java.util.List;

/**
 * What the set is to be used for.
 *
 * @param partings how it is split, the chosen way first; the others are only compared with it
 * @param order in which items come to the network
 * @param batch items of a batch
 * @param buffer elements of a shuffle buffer
 * @param window samples that a network sees at once, or {@link #WHOLE}
 * @param fftSize samples of a frame of the features, {@code n_fft}
 * @param seed of everything random
 */
public record CheckOptions(
        List<Parting> partings, BatchOrder order, int batch, int buffer, int window, int fftSize, long seed) {
    /** The network sees items whole. */
    public static final int WHOLE = 0;

    /** Copies the list and checks the ranges. */
    public CheckOptions {
        partings = List.copyOf(partings);
        require("--batch", batch, 1);
        require("--buffer", buffer, 1);
        require("--window", window, 0);
        require("--n-fft", fftSize, 2);
    }

    /** Shuffled epochs in batches of 32, whole items, frames of 2,048 samples. */
    public static CheckOptions usual(List<Parting> partings) {
        return new CheckOptions(partings, BatchOrder.SHUFFLED, 32, 1000, WHOLE, 2048, 1);
    }

    private static void require(String option, int value, int least) {
        if (value < least) {
            throw new UserError("%s must be at least %d, got %d".formatted(option, least, value));
        }
    }
}
