package dev.vitrine.audio.augment;

import dev.vitrine.audio.io.Waveform;
import java.util.List;

/**
 * Several augmentations, one after the other.
 *
 * @param steps each draws from a seed of its own
 */
public record Chain(List<Augmentation> steps) implements Augmentation {
    public Chain {
        steps = List.copyOf(steps);
    }

    @Override
    public Waveform apply(Waveform sound, long seed) {
        Chance chance = new Chance(seed);
        Waveform varied = sound;
        for (Augmentation step : steps) {
            varied = step.apply(varied, chance.seed());
        }
        return varied;
    }
}
