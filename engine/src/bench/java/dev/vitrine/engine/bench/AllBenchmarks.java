package dev.vitrine.engine.bench;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Lets Maven start JMH: {@code mvn -pl engine -Pbench test}. */
class AllBenchmarks {
    @Test
    void run() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(System.getProperty("bench.only", ".*"))
                        .build())
                .run();
    }
}
