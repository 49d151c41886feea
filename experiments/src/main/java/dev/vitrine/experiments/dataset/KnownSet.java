package dev.vitrine.experiments.dataset;

import dev.vitrine.audio.audioset.AudioSet;
import dev.vitrine.audio.dataset.CatsDogs;
import dev.vitrine.audio.dataset.ClassFolders;
import dev.vitrine.audio.dataset.Esc50;
import dev.vitrine.audio.dataset.ItemSet;
import dev.vitrine.audio.dataset.NSynth;
import dev.vitrine.audio.dataset.ReadProgress;
import dev.vitrine.audio.dataset.SoundTable;
import dev.vitrine.audio.dataset.Strictness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A kind of data set that can be read. */
public enum KnownSet {
    /** Recordings of cats and dogs; clips that share sound are one recording. */
    CATS_DOGS("cats-dogs", "sound files named cat_* and dog_*, or folders cats and dogs") {
        @Override
        public ItemSet load(Path data, Strictness strictness, ReadProgress progress) throws IOException {
            return CatsDogs.load(data, strictness, progress).items(word());
        }
    },
    /** Environmental sounds of 50 classes. */
    ESC_50("esc50", "ESC-50: meta/esc50.csv and audio/") {
        @Override
        public ItemSet load(Path data, Strictness strictness, ReadProgress progress) throws IOException {
            return Esc50.load(data, Esc50.Part.ESC_50, strictness);
        }
    },
    /** Ten of those classes. */
    ESC_10("esc10", "the ten classes of ESC-50 that may be used freely") {
        @Override
        public ItemSet load(Path data, Strictness strictness, ReadProgress progress) throws IOException {
            return Esc50.load(data, Esc50.Part.ESC_10, strictness);
        }
    },
    /** Notes of instruments. */
    NSYNTH("nsynth", "NSynth: examples.json and audio/, or TFRecord files") {
        @Override
        public ItemSet load(Path data, Strictness strictness, ReadProgress progress) throws IOException {
            return Files.isDirectory(data) && Files.exists(data.resolve(NSynth.TABLE))
                    ? NSynth.load(data, strictness)
                    : NSynth.loadRecords(data, note -> true, progress);
        }
    },
    /** Embeddings of ten-second clips. */
    AUDIO_SET("audioset", "AudioSet's embeddings: TFRecord shards and class_labels_indices.csv") {
        @Override
        public ItemSet load(Path data, Strictness strictness, ReadProgress progress) throws IOException {
            return AudioSet.load(data, clip -> true, progress);
        }
    },
    /** Music and speech, or genres, in folders. */
    GTZAN("gtzan", "GTZAN: a folder of tracks for each class") {
        @Override
        public ItemSet load(Path data, Strictness strictness, ReadProgress progress) throws IOException {
            return ClassFolders.load(data);
        }
    },
    /** Any sounds in folders. */
    FOLDERS("folders", "any folder with a folder of sounds for each class") {
        @Override
        public ItemSet load(Path data, Strictness strictness, ReadProgress progress) throws IOException {
            return ClassFolders.load(data);
        }
    },
    /** Any table of sounds. */
    TABLE("table", "any CSV file with the columns path, label and perhaps group, fold") {
        @Override
        public ItemSet load(Path data, Strictness strictness, ReadProgress progress) throws IOException {
            return SoundTable.load(data, strictness);
        }
    };

    private final String word;
    private final String contents;

    KnownSet(String word, String contents) {
        this.word = word;
        this.contents = contents;
    }

    /** As it is typed. */
    public String word() {
        return word;
    }

    /** What is expected at its place, in words. */
    public String contents() {
        return contents;
    }

    /** The set of that name. */
    public static Optional<KnownSet> named(String word) {
        return Stream.of(values()).filter(set -> set.word.equals(word)).findFirst();
    }

    /**
     * Reads the set. Sounds may stay on the disk until they are wanted.
     *
     * @param data its folder or file
     * @throws IOException if it is not there or not as expected; one line
     */
    public abstract ItemSet load(Path data, Strictness strictness, ReadProgress progress) throws IOException;
}
