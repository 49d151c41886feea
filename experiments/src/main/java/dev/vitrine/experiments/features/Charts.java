package dev.vitrine.experiments.features;

/** Whether each file gets charts. */
public enum Charts {
    /** Arrays or a table alone. */
    NONE,
    /** Waveform, spectrogram, mel spectrogram, MFCC and chroma of each file, as SVG, PNG and CSV. */
    DRAWN
}
