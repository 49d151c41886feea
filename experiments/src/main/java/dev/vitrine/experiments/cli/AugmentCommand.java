package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.audio.augment.Augmentation;
import dev.vitrine.audio.augment.BackgroundMix;
import dev.vitrine.audio.augment.FrequencyMask;
import dev.vitrine.audio.augment.Gain;
import dev.vitrine.audio.augment.Mixup;
import dev.vitrine.audio.augment.PitchChange;
import dev.vitrine.audio.augment.Range;
import dev.vitrine.audio.augment.SpeedChange;
import dev.vitrine.audio.augment.TimeMask;
import dev.vitrine.audio.augment.TimeShift;
import dev.vitrine.audio.augment.WhiteNoise;
import dev.vitrine.audio.dsp.Resampler;
import dev.vitrine.audio.io.SoundFile;
import dev.vitrine.audio.io.WavWriter;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.audio.synth.CatsDogsSynth;
import dev.vitrine.experiments.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code vitrine augment}: makes audible how training sounds are varied. */
@Parameters(commandDescription = "Write a sound and every way of varying it for training.")
final class AugmentCommand implements Command {
    private static final double MIXUP_ALPHA = 0.4;

    @Parameter(placeholder = "FILE", description = "A sound file: WAV, FLAC, OGG or MP3.")
    private List<Path> files = new ArrayList<>();

    @Parameter(names = "--out", placeholder = "DIR", description = "Where the WAV files go.", required = true)
    private @Nullable Path out;

    @Parameter(
            names = "--other",
            placeholder = "FILE",
            description = "The sound that is mixed in; without it, a bark that the program makes.")
    private @Nullable Path other;

    @Parameter(names = "--seed", placeholder = "N", description = "Equal seeds give equal sounds.")
    private long seed = 1;

    @Override
    public String name() {
        return "augment";
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example("clip.wav --out varied", "clip.before.wav, clip.gain.wav, clip.pitch.wav, ..."));
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        if (files.size() != 1 || out == null) {
            throw new UserError("augment: expected one sound file, got " + files.size());
        }
        Waveform sound = SoundFile.read(files.get(0));
        Waveform second = second(sound.sampleRate());
        Files.createDirectories(out);
        write("before", sound);
        Map<String, Augmentation> ways = ways(second);
        for (Map.Entry<String, Augmentation> way : ways.entrySet()) {
            write(way.getKey(), way.getValue().apply(sound, seed));
        }
        Mixup.Mixed mixed = new Mixup(MIXUP_ALPHA).apply(sound, second, seed);
        write("mixup", mixed.sound());
        console.say(ways.size() + 2 + " WAV files in " + out);
    }

    private Waveform second(int rate) throws IOException {
        Waveform second = other == null
                ? new Waveform(CatsDogsSynth.bark(seed), CatsDogsSynth.SAMPLE_RATE)
                : SoundFile.read(other);
        return Resampler.resample(second, rate);
    }

    private static Map<String, Augmentation> ways(Waveform second) {
        Map<String, Augmentation> ways = new LinkedHashMap<>();
        ways.put("time-shift", new TimeShift(new Range(-0.5, 0.5)));
        ways.put("gain", new Gain(new Range(-12, 6)));
        ways.put("noise", new WhiteNoise(new Range(5, 20)));
        ways.put("background", new BackgroundMix(second, new Range(0, 10)));
        ways.put("speed", new SpeedChange(new Range(0.8, 1.25)));
        ways.put("pitch", new PitchChange(new Range(-4, 4)));
        ways.put("time-mask", new TimeMask(new Range(0.1, 0.3)));
        ways.put("frequency-mask", new FrequencyMask(new Range(500, 2000)));
        return ways;
    }

    private void write(String what, Waveform sound) throws IOException {
        if (out != null) {
            String name = String.valueOf(files.get(0).getFileName());
            int dot = name.lastIndexOf('.');
            String stem = dot > 0 ? name.substring(0, dot) : name;
            WavWriter.writeFloat(out.resolve(stem + "." + what + ".wav"), sound);
        }
    }
}
