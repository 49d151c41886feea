package dev.vitrine.audio.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The split that came with the recordings. It is not free of leaks: see {@link #leaks}.
 *
 * @param train names of files
 * @param test names of files
 */
public record OfficialSplit(Set<String> train, Set<String> test) {
    /** Its usual name, beside the recordings. */
    public static final String FILE_NAME = "train_test_split.csv";

    private static final List<String> TRAIN = List.of("train_cat", "train_dog");
    private static final List<String> TEST = List.of("test_cat", "test_dog");

    public OfficialSplit {
        train = Set.copyOf(train);
        test = Set.copyOf(test);
    }

    /**
     * Reads a table with the columns test_cat, test_dog, train_cat and train_dog, in any order and among others. Empty
     * cells are passed over: columns are not equally long.
     *
     * @throws DatasetException if it is no such table, or if it names a file on both sides
     */
    public static OfficialSplit read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DatasetException("no such file: " + file + "; expected a table of the split");
        }
        Set<String> train = new HashSet<>();
        Set<String> test = new HashSet<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                requireColumns(file, row);
                collect(row, TRAIN, train);
                collect(row, TEST, test);
            }
        } catch (CsvParseException | MalformedInputException e) {
            throw new DatasetException(file + ": not a CSV file: " + e.getMessage());
        }
        requireBothSides(file, train, test);
        return new OfficialSplit(train, test);
    }

    private static void requireColumns(Path file, NamedCsvRecord row) throws DatasetException {
        for (List<String> side : List.of(TRAIN, TEST)) {
            for (String column : side) {
                if (!row.getHeader().contains(column)) {
                    throw new DatasetException(file + ": no column " + column + " among " + row.getHeader()
                            + "; expected test_cat, test_dog, train_cat and train_dog");
                }
            }
        }
    }

    private static void collect(NamedCsvRecord row, List<String> columns, Set<String> names) {
        for (String column : columns) {
            row.findField(column).filter(name -> !name.isBlank()).ifPresent(name -> names.add(name.strip()));
        }
    }

    private static void requireBothSides(Path file, Set<String> train, Set<String> test) throws DatasetException {
        if (train.isEmpty() || test.isEmpty()) {
            throw new DatasetException(file + ": names " + train.size() + " files to train and " + test.size()
                    + " to test; expected at least one of each");
        }
        Set<String> both = new TreeSet<>(train);
        both.retainAll(test);
        if (!both.isEmpty()) {
            throw new DatasetException(file + ": " + both + " stand on both sides; expected each file on one");
        }
    }

    /** The clips to train on. */
    public List<Clip> train(Collection<Clip> clips) {
        return named(clips, train);
    }

    /** The clips to test on. */
    public List<Clip> test(Collection<Clip> clips) {
        return named(clips, test);
    }

    /** Clips of the split whose recording stands on both sides, sorted by name. */
    public List<Clip> leaks(Collection<Clip> clips) {
        Set<String> trained = groups(train(clips));
        Set<String> tested = groups(test(clips));
        List<Clip> leaks = new ArrayList<>();
        for (Clip clip : named(clips, both())) {
            if (trained.contains(clip.group()) && tested.contains(clip.group())) {
                leaks.add(clip);
            }
        }
        leaks.sort(Comparator.comparing(Clip::name));
        return leaks;
    }

    private Set<String> both() {
        Set<String> names = new HashSet<>(train);
        names.addAll(test);
        return names;
    }

    private static Set<String> groups(List<Clip> clips) {
        Set<String> groups = new HashSet<>();
        clips.forEach(clip -> groups.add(clip.group()));
        return groups;
    }

    /** A clip's name may begin with folders. */
    private static List<Clip> named(Collection<Clip> clips, Set<String> names) {
        return clips.stream()
                .filter(clip -> names.contains(clip.name().substring(clip.name().lastIndexOf('/') + 1)))
                .toList();
    }
}
