package dev.vitrine.audio.audioset;

import dev.vitrine.audio.dataset.DatasetException;
import dev.vitrine.audio.dataset.TableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How often people who listened again agreed with a class's labels: {@code qa_true_counts.csv}.
 *
 * @param byMid the class's identifier and its rating, in the order of the file
 */
public record Ratings(Map<String, Rating> byMid) {
    /** Its usual name. */
    public static final String FILE_NAME = "qa_true_counts.csv";

    /** What becomes of a class whose labels nobody has checked; 70 of 527. */
    public enum Unrated {
        /** It is kept: nothing speaks against it. So did the authors of the experiment on music and speech. */
        KEPT,
        /** It is left out: nothing speaks for it. */
        LEFT_OUT
    }

    /**
     * One class.
     *
     * @param rated labels that were checked
     * @param correct those that were found right
     */
    public record Rating(int rated, int correct) {
        /** The share that was found right; NaN if none was checked. */
        public double agreement() {
            return rated == 0 ? Double.NaN : (double) correct / rated;
        }
    }

    /** Copies the map, in its order. */
    public Ratings {
        byMid = Collections.unmodifiableMap(new LinkedHashMap<>(byMid));
    }

    /**
     * Reads the columns label_id, num_rated and num_true.
     *
     * @throws DatasetException if it is no such table, or more labels were right than were checked
     */
    public static Ratings read(Path file) throws IOException {
        Map<String, Rating> byMid = new LinkedHashMap<>();
        TableFile.each(file, List.of("label_id", "num_rated", "num_true"), row -> {
            Rating rating = new Rating(row.count("num_rated"), row.count("num_true"));
            if (rating.correct() > rating.rated()) {
                throw row.problem(rating.correct() + " labels were right of " + rating.rated() + "; expected no more");
            }
            byMid.put(row.text("label_id"), rating);
        });
        return new Ratings(byMid);
    }

    /**
     * The classes whose labels can be trusted.
     *
     * @param agreement the least share that must have been found right, 0 to 1
     */
    public Set<String> trusted(double agreement, Unrated unrated) {
        Set<String> mids = new LinkedHashSet<>();
        byMid.forEach((mid, rating) -> {
            boolean kept = rating.rated() == 0 ? unrated == Unrated.KEPT : rating.agreement() >= agreement;
            if (kept) {
                mids.add(mid);
            }
        });
        return mids;
    }
}
