package dev.vitrine.experiments.features;

import dev.vitrine.audio.feature.Feature;
import dev.vitrine.audio.feature.FeatureExtractor;
import dev.vitrine.audio.feature.FeatureOptions;
import dev.vitrine.audio.feature.MelScale;
import dev.vitrine.experiments.report.Chart;
import dev.vitrine.experiments.report.HeatMap;
import dev.vitrine.experiments.report.Series;
import dev.vitrine.experiments.report.Strips;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The pictures of one sound: what each feature hears in it. */
final class FeatureCharts {
    private static final String TIME = "time (s)";
    private static final String BELOW_LOUDEST = "level (dB)";
    private static final List<Integer> MEL_TICKS = List.of(125, 250, 500, 1000, 2000, 4000, 8000, 16000);

    private final FeatureOptions options;
    private final String name;
    private final Sound recording;
    private final ChartSink drawn = new ChartSink();
    private final double seconds;

    FeatureCharts(FeatureOptions options, String name, Sound recording) {
        this.options = options;
        this.name = name;
        this.recording = recording;
        new FeatureExtractor(options, ChartSink.WANTED).extract(recording::samples, recording.sampleRate(), drawn);
        this.seconds = (double) drawn.frames() * options.framing().hop() / recording.sampleRate();
    }

    /** Charts by the ending of their names. */
    Map<String, Chart> all() {
        Map<String, Chart> charts = new LinkedHashMap<>();
        charts.put("waveform", waveform());
        charts.put("spectrogram", spectrogram());
        charts.put("mel_spectrogram", mel());
        charts.put("mfcc", mfcc());
        charts.put("chroma", chroma());
        return charts;
    }

    private double[] times(double[] values) {
        double[] times = new double[values.length];
        Arrays.setAll(times, i -> (i + 0.5) * seconds / times.length);
        return times;
    }

    private double[] row(Feature feature) {
        return drawn.of(feature)[0];
    }

    private Chart waveform() {
        long samples = (long) drawn.frames() * options.framing().hop();
        Envelope envelope = Envelope.of(recording.samples(), samples, recording.sampleRate());
        double[] rms = row(Feature.RMS);
        double[] crossings = row(Feature.ZERO_CROSSING_RATE);
        return new Strips(
                name + ": where it is loud, and where it hisses",
                TIME,
                List.of(
                        new Strips.Strip("amplitude", envelope.seconds(), envelope.amplitude()),
                        new Strips.Strip("root of the mean square", times(rms), rms),
                        new Strips.Strip("zero crossings (share of samples)", times(crossings), crossings)));
    }

    private Chart spectrogram() {
        double[][] levels = drawn.levels(Feature.STFT_MAGNITUDE, 20);
        double half = recording.sampleRate() / 2.0;
        double[] centres = new double[levels.length];
        Arrays.setAll(centres, i -> i * half / Math.max(1, centres.length - 1));
        return new HeatMap(
                name
                        + ": centroid, bandwidth around it, and roll-off (85 % of the magnitude below) over the spectrogram",
                TIME,
                seconds,
                new HeatMap.Rows("frequency (Hz)", centres, evenTicks(half)),
                BELOW_LOUDEST,
                levels,
                shapes());
    }

    private List<Series> shapes() {
        double[] centroid = row(Feature.SPECTRAL_CENTROID);
        double[] bandwidth = row(Feature.SPECTRAL_BANDWIDTH);
        double[] rolloff = row(Feature.SPECTRAL_ROLLOFF);
        double[] above = new double[centroid.length];
        Arrays.setAll(above, i -> centroid[i] + bandwidth[i]);
        double[] times = times(centroid);
        return List.of(
                new Series("centroid", times, centroid),
                new Series("roll-off", times, rolloff),
                new Series("centroid + bandwidth", times, above));
    }

    private static List<HeatMap.Tick> evenTicks(double half) {
        long step = 100;
        while (half / step > 10) {
            step *= half / step > 20 ? 5 : 2;
        }
        List<HeatMap.Tick> ticks = new ArrayList<>();
        for (long hz = 0; hz <= half; hz += step) {
            ticks.add(HeatMap.Tick.at(hz));
        }
        return ticks;
    }

    private Chart mel() {
        double[][] levels = drawn.levels(Feature.MEL_POWER, 10);
        double[] centres = options.bands().centres(recording.sampleRate());
        return new HeatMap(
                name + ": energy by mel band, spaced as the ear hears (" + scaleName() + ")",
                TIME,
                seconds,
                new HeatMap.Rows("frequency (Hz)", pick(centres, levels.length), ticksWithin(centres)),
                BELOW_LOUDEST,
                levels,
                List.of());
    }

    private String scaleName() {
        return options.bands().scale() == MelScale.HTK ? "HTK" : "Slaney";
    }

    private static double[] pick(double[] centres, int rows) {
        double[] picked = new double[rows];
        Arrays.setAll(picked, i -> centres[(int) ((long) i * centres.length / rows)]);
        return picked;
    }

    private static List<HeatMap.Tick> ticksWithin(double[] centres) {
        return MEL_TICKS.stream()
                .filter(hz -> hz >= centres[0] && hz <= centres[centres.length - 1])
                .map(HeatMap.Tick::at)
                .toList();
    }

    private Chart mfcc() {
        double[][] values = drawn.of(Feature.MFCC);
        int step = values.length > 24 ? 5 : 1;
        List<HeatMap.Tick> ticks = IntStream.range(0, values.length)
                .filter(k -> k % step == 0)
                .mapToObj(HeatMap.Tick::at)
                .toList();
        String title = name + ": the form of the spectrum in " + values.length + " numbers (MFCC)";
        return numbered(title, new HeatMap.Rows("coefficient", counted(values.length), ticks), "MFCC", values);
    }

    private Chart chroma() {
        double[][] values = drawn.of(Feature.CHROMA_STFT);
        List<HeatMap.Tick> ticks = IntStream.range(0, values.length)
                .mapToObj(c -> new HeatMap.Tick(c, RowStatistics.CLASSES.get(c)))
                .toList();
        String title = name + ": how strong each pitch class is, whatever the octave";
        return numbered(title, new HeatMap.Rows("pitch class", counted(values.length), ticks), "share", values);
    }

    private static double[] counted(int rows) {
        double[] centres = new double[rows];
        Arrays.setAll(centres, i -> i);
        return centres;
    }

    private HeatMap numbered(String title, HeatMap.Rows rows, String value, double[][] values) {
        return new HeatMap(title, TIME, seconds, rows, value, values, List.of());
    }
}
