package dev.vitrine.experiments.features;

/** How features are written. */
public enum FeatureFormat {
    /** One array [bins, frames] for each feature and file: {@code stem.feature.npy}, float32. */
    NPY,
    /** One table, {@code features.csv}: a row for each file, with mean and standard deviation of each bin. */
    CSV
}
