package dev.vitrine.audio.feature;

import dev.vitrine.audio.io.Waveform;

/**
 * A mel spectrogram in decibels: librosa's {@code power_to_db(melspectrogram(y), ref=1.0, amin=1e-10, top_db=80)} with
 * periodic Hann window, {@code center=True}, {@code pad_mode="constant"} and Slaney's bands. Other settings:
 * {@link MelSpectrogram} and {@link Decibels}.
 *
 * <p><b>Shape</b>: [M, T], M bands, T = 1 + samples / hop frames.
 *
 * @param fftSize samples of one frame, {@code n_fft}
 * @param hop samples between frames, {@code hop_length}
 * @param bands mel bands, {@code n_mels}
 */
public record LogMel(int fftSize, int hop, int bands) {
    /** The spectrogram of a sound, [M][T], in dB. */
    public double[][] of(Waveform sound) {
        MelSpectrogram mel = new MelSpectrogram(Framing.centered(fftSize, hop), MelBands.slaney(bands));
        return Decibels.power().ofPower(mel.power(sound));
    }
}
