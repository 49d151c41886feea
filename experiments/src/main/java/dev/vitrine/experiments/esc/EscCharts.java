package dev.vitrine.experiments.esc;

import dev.vitrine.audio.feature.LogMel;
import dev.vitrine.audio.feature.Mfcc;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.experiments.report.ChartWriter;
import dev.vitrine.experiments.report.SmallMultiples;
import dev.vitrine.experiments.report.Tiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One clip of each class as networks may see it: wave, spectrum, mel bands, MFCC. */
final class EscCharts {
    private static final int COLUMNS = 5;
    private static final int POINTS = 250;
    private static final int COEFFICIENTS = 13;
    private static final LogMel BANDS = new LogMel(2048, 1024, 40);

    private final Map<String, Waveform> sounds;

    /** Charts of one sound of each class, by the class's name, in order. */
    EscCharts(Map<String, Waveform> sounds) {
        this.sounds = sounds;
    }

    void write(Path folder) throws IOException {
        ChartWriter.write(
                new SmallMultiples(
                        "One clip of each class: the wave", "time (s)", "amplitude", COLUMNS, panels(EscCharts::wave)),
                folder,
                "waveforms");
        ChartWriter.write(
                new SmallMultiples(
                        "One clip of each class: its mean spectrum",
                        "mel band, from low to high",
                        "level (dB)",
                        COLUMNS,
                        panels(EscCharts::spectrum)),
                folder,
                "spectra");
        ChartWriter.write(
                new Tiles(
                        "One clip of each class: 40 mel bands over time, low pitch at the top",
                        "mel band",
                        "frame of 1024 samples",
                        "level (dB)",
                        COLUMNS,
                        matrices(levels -> levels)),
                folder,
                "mel-bands");
        ChartWriter.write(
                new Tiles(
                        "One clip of each class: MFCC 1 to 12 over time",
                        "coefficient",
                        "frame of 1024 samples",
                        "MFCC",
                        COLUMNS,
                        matrices(EscCharts::coefficients)),
                folder,
                "mfcc");
    }

    /** What a sound looks like in a panel. */
    @FunctionalInterface
    private interface Look {
        SmallMultiples.Panel of(String name, Waveform sound);
    }

    private List<SmallMultiples.Panel> panels(Look look) {
        List<SmallMultiples.Panel> panels = new ArrayList<>();
        sounds.forEach((name, sound) -> panels.add(look.of(name, sound)));
        return panels;
    }

    /** The highest and the lowest sample of each stretch, one after the other. */
    private static SmallMultiples.Panel wave(String name, Waveform sound) {
        float[] samples = sound.samples();
        double[] seconds = new double[2 * POINTS];
        double[] values = new double[2 * POINTS];
        for (int i = 0; i < POINTS; i++) {
            int from = (int) ((long) i * samples.length / POINTS);
            int to = Math.max(from + 1, (int) ((i + 1L) * samples.length / POINTS));
            for (int at = from; at < to; at++) {
                values[2 * i] = Math.max(values[2 * i], samples[at]);
                values[2 * i + 1] = Math.min(values[2 * i + 1], samples[at]);
            }
            seconds[2 * i] = (double) from / sound.sampleRate();
            seconds[2 * i + 1] = (from + to) / 2.0 / sound.sampleRate();
        }
        return new SmallMultiples.Panel(name, seconds, values);
    }

    private static SmallMultiples.Panel spectrum(String name, Waveform sound) {
        double[][] levels = BANDS.of(sound);
        double[] bands = new double[levels.length];
        double[] means = new double[levels.length];
        for (int band = 0; band < bands.length; band++) {
            bands[band] = band + 1;
            means[band] = Arrays.stream(levels[band]).average().orElseThrow();
        }
        return new SmallMultiples.Panel(name, bands, means);
    }

    private List<Tiles.Matrix> matrices(UnaryOperator<double[][]> look) {
        List<Tiles.Matrix> matrices = new ArrayList<>();
        sounds.forEach((name, sound) -> {
            double[][] levels = BANDS.of(sound);
            matrices.add(new Tiles.Matrix(name, look.apply(levels)));
        });
        return matrices;
    }

    /** Without the first, which is the level and would drown the others. */
    private static double[][] coefficients(double[][] levels) {
        double[][] all = Mfcc.of(COEFFICIENTS).of(levels);
        return Arrays.copyOfRange(all, 1, all.length);
    }
}
