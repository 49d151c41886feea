package dev.vitrine.audio.feature;

import dev.vitrine.audio.io.Waveform;

/**
 * The power of a sound by mel band and frame: librosa's {@code melspectrogram} with {@code power=2}.
 *
 * <p><b>Shape</b>: [M, T], M bands, T frames.
 *
 * @param framing how the sound is cut
 * @param bands which bands
 */
public record MelSpectrogram(Framing framing, MelBands bands) {
    /** Power, [M][T]. */
    public double[][] power(Waveform sound) {
        MelFilterBank filters = new MelFilterBank(sound.sampleRate(), framing.fftSize(), bands);
        return filters.apply(new Stft(framing).power(sound));
    }
}
