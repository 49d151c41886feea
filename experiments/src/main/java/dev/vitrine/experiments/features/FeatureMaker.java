package dev.vitrine.experiments.features;

import dev.vitrine.audio.feature.Feature;
import dev.vitrine.audio.feature.FeatureExtractor;
import dev.vitrine.audio.feature.FeatureSink;
import dev.vitrine.audio.io.AudioFileException;
import dev.vitrine.engine.io.WriteProblem;
import dev.vitrine.experiments.report.Chart;
import dev.vitrine.experiments.report.ChartWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the outputs of one file, or finds that they are there. For several threads. */
final class FeatureMaker {
    private final FeaturePlan plan;
    private final Ledger ledger;
    private final FeatureExtractor extractor;

    FeatureMaker(FeaturePlan plan, Ledger ledger) {
        this.plan = plan;
        this.ledger = ledger;
        this.extractor = new FeatureExtractor(plan.options(), plan.features());
    }

    /**
     * What came of one file.
     *
     * @param entry what was made; empty if there was a problem
     * @param remembered whether an earlier run had made it
     * @param problem why the file cannot be used, one line
     */
    record Made(Ledger.Entry entry, boolean remembered, Optional<String> problem) {
        static Made failed(String problem) {
            return new Made(new Ledger.Entry(List.of(), List.of(), List.of()), false, Optional.of(problem));
        }
    }

    Made make(SoundFiles.Item item) throws IOException {
        try {
            String where = plan.format() == FeatureFormat.NPY || plan.charts() == Charts.DRAWN
                    ? item.stem().toString()
                    : "";
            String parameters = plan.parameters() + " " + where;
            Optional<String> shortcut = Ledger.shortcut(item.file(), parameters, Instant.now());
            Optional<Ledger.Entry> known = shortcut.isPresent() ? ledger.find(shortcut.get()) : Optional.empty();
            if (known.isPresent()) {
                return new Made(known.get(), true, Optional.empty());
            }
            Made made = byContent(item, parameters);
            if (shortcut.isPresent()) {
                ledger.add(shortcut.get(), made.entry());
            }
            return made;
        } catch (AudioFileException e) {
            return Made.failed(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof AudioFileException problem) {
                return Made.failed(String.valueOf(problem.getMessage()));
            }
            throw e;
        } catch (FileSystemException e) {
            return Made.failed(item.file() + ": cannot be read (" + reason(e) + "); see that you may read it");
        } catch (IllegalArgumentException e) {
            return Made.failed(item.file() + ": " + e.getMessage());
        }
    }

    private Made byContent(SoundFiles.Item item, String parameters) throws IOException {
        String key = Ledger.key(item.file(), parameters);
        Optional<Ledger.Entry> known = ledger.find(key);
        return known.isPresent() ? new Made(known.get(), true, Optional.empty()) : made(item, key);
    }

    private Made made(SoundFiles.Item item, String key) throws IOException {
        try (Recording recording = Recording.open(item.file(), plan.sampleRate())) {
            Ledger.Entry entry = plan.format() == FeatureFormat.NPY ? arrays(item, recording) : row(recording, item);
            ledger.add(key, entry);
            return new Made(entry, false, Optional.empty());
        }
    }

    private static String reason(FileSystemException e) {
        return e.getReason() == null ? e.getClass().getSimpleName().replace("Exception", "") : e.getReason();
    }

    private Ledger.Entry arrays(SoundFiles.Item item, Recording recording) throws IOException {
        Path stem = plan.out().resolve(item.stem());
        makeFolderOf(stem);
        try (NpyFiles files = new NpyFiles(stem, ledger.workshop())) {
            List<String> notes = extract(item, recording, files);
            List<Path> outputs = new ArrayList<>(files.finish());
            outputs.addAll(charts(item, recording));
            return new Ledger.Entry(relative(outputs), List.of(), notes);
        }
    }

    private List<Path> relative(List<Path> outputs) {
        return outputs.stream().map(plan.out()::relativize).toList();
    }

    private List<Path> charts(SoundFiles.Item item, Recording recording) throws IOException {
        List<Path> outputs = new ArrayList<>();
        if (plan.charts() == Charts.NONE) {
            return outputs;
        }
        Path stem = plan.out().resolve(item.stem());
        makeFolderOf(stem);
        Path folder = stem.resolveSibling(".").normalize();
        String name = String.valueOf(stem.getFileName());
        for (Map.Entry<String, Chart> chart :
                new FeatureCharts(plan.options(), name, recording).all().entrySet()) {
            String file = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.", "_") + "." + chart.getKey();
            ChartWriter.write(chart.getValue(), folder, file);
            for (String ending : List.of(".svg", ".png", ".csv")) {
                outputs.add(folder.resolve(file + ending));
            }
        }
        return outputs;
    }

    /** What goes wrong here is no fault of the sound. */
    private static void makeFolderOf(Path stem) throws IOException {
        try {
            Files.createDirectories(stem.resolveSibling(".").normalize());
        } catch (FileSystemException e) {
            throw WriteProblem.at(stem, e);
        }
    }

    private Ledger.Entry row(Recording recording, SoundFiles.Item item) throws IOException {
        RowStatistics row = new RowStatistics();
        List<String> notes = extract(item, recording, row);
        List<Path> outputs = relative(charts(item, recording));
        return new Ledger.Entry(outputs, List.of(String.join(",", row.cells(plan.options(), plan.features()))), notes);
    }

    private List<String> extract(SoundFiles.Item item, Recording recording, FeatureSink sink) {
        Map<Feature, String> leftOut = extractor.extract(recording::samples, recording.sampleRate(), sink);
        List<String> notes = new ArrayList<>();
        leftOut.forEach((feature, why) -> notes.add(item.file() + ": no " + feature.word() + ": " + why));
        return notes;
    }
}
