package dev.vitrine.experiments.recipe;

import dev.vitrine.engine.io.AtomicFile;
import dev.vitrine.engine.io.WriteProblem;
import dev.vitrine.experiments.UserError;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of one run: {@code config.json}, {@code metrics.csv}, {@code checkpoints/} and {@code
 * charts/}.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

    /** A misspelt or missing option must not pass for its default. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /**
     * Makes {@code runs/name-time/}, or {@code runs/name-time-2/} and so on if that is taken.
     *
     * @param runs where the runs lie; made if missing
     * @param name small letters, digits and dashes
     * @throws IOException if the folder cannot be written
     */
    public static RunFolder create(Path runs, String name, LocalDateTime time) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new UserError(
                    "the name of a run has small letters, digits and dashes, such as cats-dogs; got " + name);
        }
        try {
            Files.createDirectories(runs);
            RunFolder run = new RunFolder(claim(runs, name + "-" + TIME.format(time)));
            Files.createDirectory(run.checkpoints());
            Files.createDirectory(run.charts());
            return run;
        } catch (IOException e) {
            throw WriteProblem.at(runs, e);
        }
    }

    /** Making a folder fails if it exists: of two runs that start together only one gets the name. */
    private static Path claim(Path runs, String name) throws IOException {
        for (int i = 1; ; i++) {
            try {
                return Files.createDirectory(runs.resolve(i == 1 ? name : name + "-" + i));
            } catch (FileAlreadyExistsException taken) {
                // The next number is free, or the one after it.
            }
        }
    }

    /**
     * An existing run.
     *
     * @throws UserError if {@code path} is not the folder of a run
     */
    public static RunFolder open(Path path) {
        RunFolder run = new RunFolder(path);
        if (!Files.isDirectory(path)) {
            throw new UserError("no such run folder: %s; vitrine runs lists them".formatted(path));
        }
        if (!Files.isRegularFile(run.config())) {
            throw new UserError("%s is not a run folder: it has no config.json".formatted(path));
        }
        return run;
    }

    /** Every option, the seed, the device, the versions and the data's fingerprint. */
    public Path config() {
        return path.resolve("config.json");
    }

    /** The measures of each epoch; see {@link MetricsFile}. */
    public Path metrics() {
        return path.resolve("metrics.csv");
    }

    /** The best and the last weights. */
    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** The charts, as SVG, PNG and CSV. */
    public Path charts() {
        return path.resolve("charts");
    }

    /** What came of the run: every verdict and the scores. */
    public Path results() {
        return path.resolve("results.json");
    }

    /** How long training waited for batches, in the last process that worked on the run. */
    public Path timing() {
        return path.resolve("timing.json");
    }

    /** Writes {@code timing.json}. */
    public void writeTiming(Record timing) throws IOException {
        writeJson(timing(), timing);
    }

    /** What the layers did in each epoch; absent in runs of older versions. */
    public Path layers() {
        return path.resolve("layers.csv");
    }

    /** The classes in each batch; absent in runs of older versions. */
    public Path batches() {
        return path.resolve("batches.csv");
    }

    /** What was found before training; absent in runs of older versions. */
    public Path preflight() {
        return path.resolve("preflight.json");
    }

    /** What inputs and labels were made of; absent in runs of older versions. */
    public Path provenance() {
        return path.resolve("provenance.json");
    }

    /** What the network costs, a {@link Cost}; absent in runs of older versions. */
    public Path cost() {
        return path.resolve("cost.json");
    }

    /** What the device was tuned to, as {@code vitrine tune} writes it; absent if to nothing. */
    public Path tuning() {
        return path.resolve("tuning.txt");
    }

    /** Why training broke off, a {@link Failure}; absent if it did not. */
    public Path failure() {
        return path.resolve("failure.json");
    }

    /** Writes a record beside the others, as JSON. */
    public void write(Path file, Record content) throws IOException {
        writeJson(file, content);
    }

    /** Reads one of these records, or nothing if there is no such file. */
    public <T extends Record> Optional<T> read(Path file, Class<T> type) throws IOException {
        return Files.isRegularFile(file) ? Optional.of(readJson(file, type)) : Optional.empty();
    }

    /** Writes {@code results.json}. */
    public void writeResults(Record results) throws IOException {
        writeJson(results(), results);
    }

    /**
     * Writes {@code config.json}.
     *
     * @param config a record
     */
    public void writeConfig(Record config) throws IOException {
        writeJson(config(), config);
    }

    private static void writeJson(Path file, Record content) throws IOException {
        byte[] json = JSON.writeValueAsBytes(content);
        AtomicFile.write(file, out -> {
            out.write(json);
            out.write('\n');
        });
    }

    /**
     * Reads {@code config.json}.
     *
     * @throws UserError if it is not JSON, or not of that record
     */
    public <T extends Record> T readConfig(Class<T> type) throws IOException {
        return readJson(config(), type);
    }

    private <T extends Record> T readJson(Path file, Class<T> type) throws IOException {
        byte[] json = Files.readAllBytes(file);
        try {
            return JSON.readValue(json, type);
        } catch (JacksonException e) {
            String what = file.equals(config()) ? "a configuration" : "a record";
            throw new UserError(
                    "%s: not %s of this version: %s".formatted(file, what, firstWords(e.getOriginalMessage())), e);
        }
    }

    /** Jackson goes on with names of its own classes and settings. */
    private static String firstWords(String message) {
        return message.split(" \\(|;", 2)[0];
    }
}
