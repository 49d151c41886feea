package dev.vitrine.experiments.tune;

import java.util.List;

/** Something that computes and can be timed: a part of a layer, on a device with some numbers. */
interface Subject extends AutoCloseable {
    /** All that it computes. */
    List<double[]> arrays();

    /** What its kernels take, once. */
    double milliseconds();

    @Override
    void close();
}
