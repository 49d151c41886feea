package dev.vitrine.experiments.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import dev.vitrine.audio.audioset.ClassLabels;
import dev.vitrine.audio.audioset.EmbeddingSynth;
import dev.vitrine.audio.io.WavWriter;
import dev.vitrine.audio.io.Waveform;
import dev.vitrine.audio.synth.SynthClip;
import dev.vitrine.audio.synth.SynthSet;
import dev.vitrine.audio.tfrecord.RecordWriter;
import dev.vitrine.engine.io.AtomicFile;
import dev.vitrine.experiments.UserError;
import dev.vitrine.experiments.drawn.DrawnImages;
import dev.vitrine.experiments.drawn.Png;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code vitrine synth}: writes the sounds and pictures that the program makes itself. */
@Parameters(commandDescription = "Write the sounds and pictures that the program makes itself.")
final class SynthCommand implements Command {
    private static final String TABLE = "table.csv";
    private static final String EMBEDDINGS = "embeddings";
    private static final String SHARD = "clips.tfrecord";
    private static final String FRAMES = "ten frames of 128 numbers, as AudioSet's";
    private static final String PICTURES = "letters, digits, shapes and textures of 64 x 64 pixels";

    @Parameter(placeholder = "SET", description = "The name of the set, as in the examples.")
    private List<String> sets = new ArrayList<>();

    @Parameter(names = "--out", placeholder = "DIR", description = "Where the files go.", required = true)
    private @Nullable Path out;

    @Parameter(names = "--clips", placeholder = "N", description = "Clips or pictures of each class.")
    private int clips = 10;

    @Parameter(names = "--seed", placeholder = "N", description = "Equal seeds give equal files.")
    private long seed = 1;

    @Override
    public String name() {
        return "synth";
    }

    @Override
    public List<Example> examples() {
        Stream<Example> sounds = SynthSet.all().stream()
                .map(set -> new Example(
                        set.name() + " --out sounds",
                        "Ten of each class: " + set.contents() + ". " + TABLE + " tells which is what."));
        Example pictures = new Example(
                DrawnImages.NAME + " --out pictures --clips 100",
                "A hundred of each of " + DrawnImages.classes().size() + " classes: " + PICTURES + ", as PNG files.");
        Example embeddings = new Example(
                EMBEDDINGS + " --out embeddings --clips 100",
                "A hundred clips of each of " + EmbeddingSynth.CLASSES.size() + " classes: " + FRAMES + ".");
        return Stream.concat(sounds, Stream.of(embeddings, pictures)).toList();
    }

    @Override
    public void run(Console console, StopSignal stop) throws IOException {
        if (out == null || clips < 1 || clips > 10_000) {
            throw new UserError("--clips must be from 1 to 10000, got " + clips);
        }
        String name = String.join(" ", sets);
        if (name.equals(DrawnImages.NAME)) {
            draw(out, console);
        } else if (name.equals(EMBEDDINGS)) {
            embed(out, console);
        } else {
            sound(set(name), out, console);
        }
    }

    private void draw(Path folder, Console console) throws IOException {
        Files.createDirectories(folder);
        List<String> classes = DrawnImages.classes();
        int all = clips * classes.size();
        StringBuilder table = new StringBuilder("path,label,group\n");
        try (Progress progress = console.progress("pictures", all, 0)) {
            for (int i = 0; i < all; i++) {
                int label = i % classes.size();
                int index = i / classes.size();
                String file = String.format(Locale.ROOT, "%s_%04d.png", classes.get(label), index + 1);
                BufferedImage picture = DrawnImages.picture(label, index, seed, DrawnImages.USUAL_SIZE);
                AtomicFile.write(folder.resolve(file), stream -> Png.write(picture, stream));
                table.append("%s,%s,%s\n".formatted(file, classes.get(label), file));
                progress.at(i + 1, Progress.Measures.NONE);
            }
        }
        writeTable(folder, table);
        console.say("%d PNG files and %s in %s: %s".formatted(all, TABLE, folder, PICTURES));
    }

    private void embed(Path folder, Console console) throws IOException {
        Files.createDirectories(folder);
        int classes = EmbeddingSynth.CLASSES.size();
        Path shard = folder.resolve(SHARD);
        AtomicFile.write(shard, stream -> {
            RecordWriter records = new RecordWriter(stream);
            for (int i = 0; i < clips * classes; i++) {
                records.write(
                        EmbeddingSynth.clip(i % classes, i / classes, seed).bytes());
            }
        });
        StringBuilder labels = new StringBuilder("index,mid,display_name\n");
        List<ClassLabels.ClassLabel> known = EmbeddingSynth.labels().classes();
        for (int i = 0; i < classes; i++) {
            labels.append(
                    "%d,%s,%s\n".formatted(i, known.get(i).mid(), known.get(i).name()));
        }
        write(folder.resolve(ClassLabels.FILE_NAME), labels);
        console.say("%d clips in %s, their classes in %s: %s"
                .formatted(clips * classes, shard, ClassLabels.FILE_NAME, FRAMES));
    }

    private static void writeTable(Path folder, StringBuilder table) throws IOException {
        write(folder.resolve(TABLE), table);
    }

    private static void write(Path file, StringBuilder table) throws IOException {
        byte[] bytes = table.toString().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, stream -> stream.write(bytes));
    }

    private void sound(SynthSet set, Path folder, Console console) throws IOException {
        Files.createDirectories(folder);
        int classes = set.classes().size();
        int all = clips * classes;
        StringBuilder table = new StringBuilder("path,label,group\n");
        try (Progress progress = console.progress("sounds", all, 0)) {
            for (int i = 0; i < all; i++) {
                SynthClip clip = set.clip(i % classes, i / classes, seed);
                WavWriter.write(folder.resolve(clip.name()), new Waveform(clip.samples(), SynthSet.SAMPLE_RATE));
                table.append("%s,%s,%s\n".formatted(clip.name(), set.classes().get(clip.label()), clip.group()));
                progress.at(i + 1, Progress.Measures.NONE);
            }
        }
        writeTable(folder, table);
        console.say("%d WAV files and %s in %s: %s".formatted(all, TABLE, folder, set.contents()));
    }

    private static SynthSet set(String name) {
        return SynthSet.named(name)
                .orElseThrow(() -> new UserError("synth: expected the set "
                        + SynthSet.all().stream().map(SynthSet::name).collect(Collectors.joining(" or "))
                        + " or " + EMBEDDINGS + " or " + DrawnImages.NAME + ", got "
                        + (name.isEmpty() ? "nothing" : name)));
    }
}
