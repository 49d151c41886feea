package dev.vitrine.experiments.diagnosis;

import dev.vitrine.experiments.report.Chart;

/** What a run says about a fault. */
public sealed interface Answer {
    /**
     * It has the fault.
     *
     * @param sentence what is wrong, with the numbers
     * @param advice what to do about it
     * @param chart that proves it
     */
    record Found(String sentence, String advice, Chart chart) implements Answer {}

    /** There is no sign of it. */
    record Clear() implements Answer {}

    /** The run does not hold what is needed to tell. */
    record NotRecorded() implements Answer {}

    /** There is no sign of it. */
    static Answer clear() {
        return new Clear();
    }

    /** The run does not hold what is needed to tell. */
    static Answer notRecorded() {
        return new NotRecorded();
    }
}
