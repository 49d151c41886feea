package dev.vitrine.audio.feature;

/** {@link Delta} of frames that come one after another: a ring of the last {@code width} columns. */
final class DeltaStream {
    private final double[] taps;
    private final double[][] ring;
    private final double[] value;
    private final FeatureSink sink;
    private final Feature feature;
    private final int frames;
    private int next;

    DeltaStream(Delta delta, int rows, int frames, Feature feature, FeatureSink sink) {
        this.taps = delta.taps();
        this.ring = new double[delta.width()][rows];
        this.value = new double[rows];
        this.frames = frames;
        this.feature = feature;
        this.sink = sink;
        sink.begin(feature, rows, frames);
    }

    /** Takes a column, and gives those that are now known. */
    void push(double[] column) {
        System.arraycopy(column, 0, ring[next % taps.length], 0, column.length);
        next++;
        if (next < taps.length) {
            return;
        }
        slope();
        int middle = next - 1 - taps.length / 2;
        int first = next == taps.length ? 0 : middle;
        int last = next == frames ? frames - 1 : middle;
        for (int t = first; t <= last; t++) {
            sink.column(feature, t, value);
        }
    }

    private void slope() {
        for (int row = 0; row < value.length; row++) {
            value[row] = 0;
            for (int i = 0; i < taps.length; i++) {
                value[row] += taps[i] * ring[(next + i) % taps.length][row];
            }
        }
    }
}
