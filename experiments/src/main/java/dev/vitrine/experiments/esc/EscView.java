package dev.vitrine.experiments.esc;

import dev.vitrine.audio.dataset.Esc50;
import dev.vitrine.audio.dsp.Resampler;
import dev.vitrine.audio.feature.ClipStatistics;
import dev.vitrine.audio.feature.LogMel;
import dev.vitrine.audio.feature.Mfcc;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.engine.nn.Module;
import dev.vitrine.engine.tensor.Shape;
import dev.vitrine.experiments.model.EscFeaturesNet;
import dev.vitrine.experiments.model.EscRawNet;
import dev.vitrine.experiments.model.MultilayerPerceptron;
import dev.vitrine.experiments.model.SpectrogramNet;
import dev.vitrine.experiments.pretrained.TransferNet;
import dev.vitrine.experiments.recipe.Claim;
import dev.vitrine.experiments.recipe.DataSource;
import dev.vitrine.experiments.recipe.InputAxis;
import dev.vitrine.experiments.recipe.Variation;
import java.util.Arrays;
import java.util.List;

/** What a network sees of a clip of five seconds, and which network it is. */
public enum EscView {
    /** 110,250 samples at 22,050 Hz. */
    RAW(1, "65.0 %") {
        @Override
        float[] of(Waveform sound) {
            return samples(sound);
        }

        @Override
        Module network(int classes) {
            return new EscRawNet(classes);
        }

        @Override
        Variation variation() {
            return Turn.of(SAMPLES).then(LOUDNESS);
        }
    },
    /** 40 MFCC by 216 frames: the original's network of 49,762 weights. */
    ORIGINAL(EscFeaturesNet.COEFFICIENTS, Claim.NONE) {
        @Override
        float[] of(Waveform sound) {
            return flat(Mfcc.of(EscFeaturesNet.COEFFICIENTS).of(MFCC_BANDS.of(fiveSeconds(sound))));
        }

        @Override
        Module network(int classes) {
            return new EscFeaturesNet(classes);
        }
    },
    /** 64 mel bands in decibels by 216 frames: the smallest network that does the job. */
    FEATURES(EscView.BANDS, "85.0 %, at most 15,000 weights") {
        @Override
        float[] of(Waveform sound) {
            return flat(LOG_MEL.of(fiveSeconds(sound)));
        }

        @Override
        Module network(int classes) {
            return new SpectrogramNet(List.of(8, 16, 24, 32), classes);
        }

        @Override
        Variation variation() {
            return Turn.of(FRAMES).then(Mask.ofRows(FRAMES, 10)).then(Mask.ofColumns(FRAMES, 30));
        }
    },
    /** The means of 40 MFCC. */
    MLP(EscFeaturesNet.COEFFICIENTS, Claim.NONE) {
        @Override
        float[] of(Waveform sound) {
            double[][] rows = Mfcc.of(EscFeaturesNet.COEFFICIENTS).of(MFCC_BANDS.of(fiveSeconds(sound)));
            float[] means = new float[rows.length];
            for (int k = 0; k < rows.length; k++) {
                means[k] = (float) ClipStatistics.Row.of(rows[k]).mean();
            }
            return means;
        }

        @Override
        Module network(int classes) {
            return new MultilayerPerceptron(EscFeaturesNet.COEFFICIENTS, List.of(256, 256), classes);
        }
    },
    /** Log-mel bands as a picture of 64 by 108, from 0 to 1, for a network that was trained on pictures. */
    TRANSFER(0, "88.0 %") {
        @Override
        float[] of(Waveform sound) {
            return Spectrogram.picture(MFCC_BANDS.of(fiveSeconds(sound)));
        }

        @Override
        Module network(int classes) {
            return new TransferNet(classes);
        }

        @Override
        Variation variation() {
            return Turn.of(WIDTH);
        }
    };

    private static final int SAMPLE_RATE = 22_050;
    private static final int SAMPLES = 5 * SAMPLE_RATE;
    private static final int HOP = 512;
    private static final int BANDS = 64;
    private static final int HEIGHT = 64;
    private static final int WIDTH = 108;
    private static final int FRAMES = 1 + SAMPLES / HOP;
    private static final LogMel MFCC_BANDS = new LogMel(2048, HOP, 128);
    private static final LogMel LOG_MEL = new LogMel(2048, HOP, BANDS);

    /** How near something is says nothing of what it is: 6 dB up or down, and either sign. */
    private static final Variation LOUDNESS = (x, draw) -> {
        double gain = Math.pow(2, 2 * draw.next() - 1) * (draw.below(2) == 0 ? 1 : -1);
        for (int i = 0; i < x.length; i++) {
            x[i] *= (float) gain;
        }
    };

    private final int rows;
    private final String aim;

    EscView(int rows, String aim) {
        this.rows = rows;
        this.aim = aim;
    }

    Shape input() {
        return switch (this) {
            case RAW -> Shape.of(1, SAMPLES);
            case ORIGINAL -> Shape.of(1, EscFeaturesNet.COEFFICIENTS, FRAMES);
            case FEATURES -> Shape.of(1, BANDS, FRAMES);
            case TRANSFER -> Shape.of(3, HEIGHT, WIDTH);
            case MLP -> Shape.of(EscFeaturesNet.COEFFICIENTS);
        };
    }

    List<InputAxis> axes() {
        InputAxis time = InputAxis.time((double) SAMPLES / SAMPLE_RATE);
        InputAxis channel = InputAxis.count("channel", 1);
        return switch (this) {
            case RAW -> List.of(channel, time);
            case ORIGINAL -> List.of(channel, InputAxis.count("MFCC", EscFeaturesNet.COEFFICIENTS), time);
            case FEATURES -> List.of(channel, InputAxis.count("mel band", BANDS), time);
            case TRANSFER -> List.of(InputAxis.count("colour", 3), new InputAxis("mel band", "", 2 * HEIGHT, 0), time);
            case MLP -> List.of(InputAxis.count("mean of MFCC", EscFeaturesNet.COEFFICIENTS));
        };
    }

    int rows() {
        return rows;
    }

    abstract float[] of(Waveform sound);

    abstract Module network(int classes);

    Variation variation() {
        return Variation.NONE;
    }

    List<Claim> claims(Esc50.Part set, DataSource source) {
        return source.synthesises() || set == Esc50.Part.ESC_50 || aim.equals(Claim.NONE)
                ? List.of()
                : List.of(new Claim("aim, ESC-10, official folds", Claim.NONE, aim));
    }

    private static float[] samples(Waveform sound) {
        return Arrays.copyOf(Resampler.resample(sound, SAMPLE_RATE).samples(), SAMPLES);
    }

    private static Waveform fiveSeconds(Waveform sound) {
        return new Waveform(samples(sound), SAMPLE_RATE);
    }

    private static float[] flat(double[][] rows) {
        float[] x = new float[rows.length * rows[0].length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) rows[i / rows[0].length][i % rows[0].length];
        }
        return x;
    }
}
