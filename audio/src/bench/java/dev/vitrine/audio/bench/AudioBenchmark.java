package dev.vitrine.audio.bench;

import dev.vitrine.audio.dataset.EpochSampler;
import dev.vitrine.audio.dsp.Fft;
import dev.vitrine.audio.dsp.Resampler;
import dev.vitrine.audio.feature.ComplexSpectrogram;
import dev.vitrine.audio.feature.Decibels;
import dev.vitrine.audio.feature.Framing;
import dev.vitrine.audio.feature.LogMel;
import dev.vitrine.audio.feature.MelBands;
import dev.vitrine.audio.feature.MelSpectrogram;
import dev.vitrine.audio.feature.Mfcc;
import dev.vitrine.audio.feature.Stft;
import dev.vitrine.audio.io.Waveform;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The stages of one minute of sound, 22.05 kHz, librosa's defaults; {@code fft} is one frame; and the sampler. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class AudioBenchmark {
    private static final int RATE = 22050;
    private static final int SIZE = 2048;

    private final Framing framing = Framing.centered(SIZE, 512);
    private final MelSpectrogram mel = new MelSpectrogram(framing, MelBands.slaney(128));
    private final Stft stft = new Stft(framing);
    private final Fft fft = new Fft(SIZE);
    private final double[] frame = new double[SIZE];
    private final double[] power = new double[SIZE / 2 + 1];
    private final EpochSampler sampler = new EpochSampler(100_000, 32, 1);
    private long step;
    private Waveform sound = new Waveform(new float[0], RATE);
    private Waveform high = sound;
    private double[][] bands = new double[0][];
    private double[][] levels = bands;

    /** Noise: what it is does not matter for the time. */
    @Setup
    public void noise() {
        sound = noise(RATE);
        high = noise(44100);
        bands = mel.power(sound);
        levels = Decibels.power().ofPower(bands);
    }

    private static Waveform noise(int rate) {
        Random random = new Random(1);
        float[] samples = new float[60 * rate];
        for (int n = 0; n < samples.length; n++) {
            samples[n] = (float) (0.1 * random.nextGaussian());
        }
        return new Waveform(samples, rate);
    }

    /** One power spectrum of 2048 samples. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public double[] fft() {
        for (int n = 0; n < SIZE; n++) {
            frame[n] = sound.samples()[n];
        }
        fft.power(frame, power);
        return power;
    }

    @Benchmark
    public ComplexSpectrogram stft() {
        return stft.of(sound);
    }

    @Benchmark
    public double[][] melPower() {
        return mel.power(sound);
    }

    @Benchmark
    public double[][] decibels() {
        return Decibels.power().ofPower(bands);
    }

    @Benchmark
    public double[][] mfcc() {
        return Mfcc.of(20).of(levels);
    }

    /** All of it: sound to levels to coefficients. */
    @Benchmark
    public double[][] logMelAndMfcc() {
        return Mfcc.of(20).of(new LogMel(SIZE, 512, 128).of(sound));
    }

    @Benchmark
    public Waveform resample44100To22050() {
        return Resampler.resample(high, RATE);
    }

    @Benchmark
    public Waveform resample44100To16000() {
        return Resampler.resample(high, 16000);
    }

    /** Which 32 of 100,000 items make the batch of a step, in a random order. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public int[] sampler() {
        return sampler.batch(step++);
    }
}
