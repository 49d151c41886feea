package dev.vitrine.experiments.nsynth;

import dev.vitrine.audio.feature.Framing;
import dev.vitrine.audio.feature.LogMel;
import dev.vitrine.audio.feature.Stft;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.experiments.model.NsynthOriginalNet;
import dev.vitrine.experiments.model.SpectrogramNet;
import dev.vitrine.experiments.recipe.InputAxis;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the network sees of a note. */
public enum FrontEnd {
    /** 128 mel bands in decibels below the loudest of the note, each band scaled by the training notes. */
    LOG_MEL {
        @Override
        float[] of(Waveform note) {
            double[][] levels = new LogMel(2048, HOP, SIDE).of(fourSeconds(note));
            return Pixels.flat(Pixels.minus(levels, Pixels.largest(levels)));
        }

        @Override
        Shape input() {
            return Shape.of(1, SIDE, FRAMES);
        }

        @Override
        Module network(int families) {
            return new SpectrogramNet(FILTERS, families);
        }
    },
    /** The original's first run: magnitudes on a linear scale as a picture of 128 by 128, from 0 to 255. */
    LINEAR_255 {
        @Override
        float[] of(Waveform note) {
            return Pixels.flat(Pixels.between(picture(note), 0, 255));
        }
    },
    /** The original's second run: the same picture from -1 to 1. */
    LINEAR_1 {
        @Override
        float[] of(Waveform note) {
            return Pixels.flat(Pixels.between(picture(note), -1, 1));
        }
    };

    /** Samples of a note. */
    private static final int LENGTH = 64_000;

    private static final int RATE = 16_000;
    private static final int HOP = 1024;
    private static final int FRAMES = 1 + LENGTH / HOP;
    private static final int SIDE = NsynthOriginalNet.SIDE;

    /** Few where the picture is large and costly. */
    private static final List<Integer> FILTERS = List.of(8, 16, 32, 64, 64);

    /** The original has 1,024 units here, and 59,014,027 weights; its failure needs no more than these. */
    private static final int HIDDEN = 16;

    /** The one as in {@code log-mel}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The picture of a note, row by row, lowest pitch first. */
    abstract float[] of(Waveform note);

    Shape input() {
        return Shape.of(1, SIDE, SIDE);
    }

    /** What the axes of a picture stand for. */
    List<InputAxis> axes() {
        InputAxis pitch =
                this == LOG_MEL ? InputAxis.count("mel band", SIDE) : new InputAxis("frequency", "Hz", 0, RATE / 2.0);
        return List.of(InputAxis.count("channel", 1), pitch, InputAxis.time((double) LENGTH / RATE));
    }

    Module network(int families) {
        return new NsynthOriginalNet(SIDE, HIDDEN, families);
    }

    /** True if each band is scaled by the training notes; what the original did not scale stays as it is. */
    boolean scaled() {
        return this == LOG_MEL;
    }

    private static double[][] picture(Waveform note) {
        double[][] magnitude = new Stft(Framing.centered(1024, 64)).magnitude(fourSeconds(note));
        return Pixels.resized(magnitude, SIDE, SIDE);
    }

    /** The note cut or filled up to 4 seconds. */
    private static Waveform fourSeconds(Waveform note) {
        if (note.sampleRate() != RATE) {
            throw new IllegalArgumentException("its sample rate is " + note.sampleRate() + " Hz; expected 16000 Hz");
        }
        return new Waveform(Arrays.copyOf(note.samples(), LENGTH), RATE);
    }
}
