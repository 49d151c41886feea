package dev.vitrine.experiments.recipe;

/**
 * Where clips come from.
 *
 * @param folder of recordings, or empty where they are synthesised
 * @param clipsPerClass synthesised clips of each class, 0 for recordings
 * @param seed of the synthesis
 */
public record DataSource(String folder, int clipsPerClass, long seed) {
    /** Recordings in a folder. */
    public static DataSource recordings(String folder) {
        return new DataSource(folder, 0, 0);
    }

    /** Sounds that the program makes itself. */
    public static DataSource synthesised(int clipsPerClass, long seed) {
        return new DataSource("", clipsPerClass, seed);
    }

    /** True if the sounds are made by the program. */
    public boolean synthesises() {
        return folder.isEmpty();
    }

    /** In words. */
    public String words() {
        return synthesises() ? "%d synthesised clips of each class (seed %d)".formatted(clipsPerClass, seed) : folder;
    }
}
