package dev.vitrine.experiments.datacheck;

import java.io.IOException;

/** Looks at one side of a set. */
interface Probe {
    /** Facts, findings and charts. */
    Outcome look(Survey survey, CheckOptions options) throws IOException;
}
