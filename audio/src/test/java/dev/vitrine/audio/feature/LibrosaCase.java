package dev.vitrine.audio.feature;

import dev.vitrine.audio.io.WavReader;
import dev.vitrine.audio.io.Waveform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/**
 * A sound, options, and what librosa says: made by {@code golden/librosa_numbers.py}, or found in the folder of
 * reference numbers.
 */
record LibrosaCase(String stem, Path folder, Framing framing, MelBands bands, int coefficients, int contrastBands) {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/librosa");
    static final Path REFERENCE =
            Path.of(System.getProperty("vitrine.data", "")).resolve("../reference/librosa");

    @Override
    public String toString() {
        return stem;
    }

    Waveform sound() throws IOException {
        return switch (stem) {
            case "tones" -> made(3000, 8000, tones(8000, 3000));
            case "noise" -> made(3001, 16000, noise(3001));
            case "chirp" -> made(4000, 22050, chirp(22050, 4000));
            case "boxes" -> made(2400, 16000, chirp(16000, 2400));
            default -> WavReader.read(folder.resolve(stem + ".wav"));
        };
    }

    boolean has(String feature) {
        return Files.exists(file(feature));
    }

    double[][] expected(String feature) throws IOException {
        return Npy.read(file(feature));
    }

    private Path file(String feature) {
        return folder.resolve(stem + "." + feature + ".npy");
    }

    /** Cases that code makes: they are everywhere. */
    static Stream<LibrosaCase> made() {
        return Stream.of(
                new LibrosaCase(
                        "tones",
                        GOLDEN,
                        new Framing(512, 160, 512, Taper.HANN, Padding.ZEROS),
                        MelBands.slaney(24),
                        20,
                        4),
                new LibrosaCase(
                        "noise",
                        GOLDEN,
                        new Framing(256, 150, 200, Taper.HAMMING, Padding.REFLECT),
                        new MelBands(16, 100, 7000, MelScale.HTK, MelNorm.NONE),
                        13,
                        6),
                new LibrosaCase(
                        "chirp",
                        GOLDEN,
                        new Framing(300, 200, 300, Taper.BLACKMAN, Padding.NONE),
                        new MelBands(20, 0, 8000, MelScale.HTK, MelNorm.SLANEY),
                        20,
                        6),
                new LibrosaCase(
                        "boxes",
                        GOLDEN,
                        new Framing(200, 200, 200, Taper.RECTANGULAR, Padding.ZEROS),
                        new MelBands(12, 0, Double.POSITIVE_INFINITY, MelScale.SLANEY, MelNorm.NONE),
                        12,
                        6));
    }

    /** Cases with sounds of their own, none where the folder is missing. */
    static List<LibrosaCase> found() {
        if (!Files.isDirectory(REFERENCE)) {
            return List.of();
        }
        MelBands htk = new MelBands(40, 50, 14000, MelScale.HTK, MelNorm.NONE);
        return List.of(
                found("chirp_22050", Framing.centered(2048, 512), MelBands.slaney(128)),
                found("notes_16000", Framing.centered(1024, 256), MelBands.slaney(64)),
                found("chirp_44100_htk", new Framing(2048, 441, 1764, Taper.HANN, Padding.REFLECT), htk),
                found("dog_barking_19", Framing.centered(2048, 512), MelBands.slaney(128)));
    }

    private static LibrosaCase found(String stem, Framing framing, MelBands bands) {
        return new LibrosaCase(stem, REFERENCE, framing, bands, 20, 6);
    }

    private static Waveform made(int count, int rate, IntToDoubleFunction value) {
        float[] samples = new float[count];
        for (int n = 0; n < count; n++) {
            samples[n] = (float) value.applyAsDouble(n);
        }
        return new Waveform(samples, rate);
    }

    private static IntToDoubleFunction tones(int rate, int count) {
        int third = count / 3;
        int[] semitones = {0, 4, 7};
        return n -> {
            double hz = 443 * Math.pow(2, semitones[Math.min(n / third, 2)] / 12.0);
            double level = 0.5 * (1 - (n % third) / (2.0 * third));
            return level * Math.sin(2 * Math.PI * hz * n / rate);
        };
    }

    private static IntToDoubleFunction chirp(int rate, int count) {
        double slope = (rate / 3.0 - 100) / count;
        return n -> 0.7 * Math.sin(2 * Math.PI * (100 + slope * n / 2) * n / rate);
    }

    private static IntToDoubleFunction noise(int count) {
        double[] values = new double[count];
        long x = 12345;
        for (int i = 0; i < count; i++) {
            x = (1664525 * x + 1013904223) & 0xFFFFFFFFL;
            values[i] = i >= count / 3 && i < count / 2 ? 0 : 0.6 * (x / 2147483648.0 - 1);
        }
        return n -> values[n];
    }
}
