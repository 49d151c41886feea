package dev.vitrine.engine.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A mistake that someone could make in a kernel or in a loop, and how it must come out.
 *
 * @param name what is wrong
 * @param file the source, below {@code engine/src/main/java/dev/vitrine/engine}
 * @param right what stands there, once
 * @param wrong what stands there with the mistake
 * @param test the test class that must refuse it, below {@code dev.vitrine.engine}
 * @param check the method of the test that must refuse it
 * @param saying what the message must hold to point at the mistake
 */
record Mistake(String name, String file, String right, String wrong, String test, String check, String saying) {
    private static final String ROOT = "dev/vitrine/engine/";

    /** The sources of the engine. */
    static Path sources() {
        return Path.of(System.getProperty("vitrine.root"), "engine", "src", "main", "java");
    }

    /** The source with the mistake in it. */
    String text() throws IOException {
        Path source = sources().resolve(ROOT + file);
        String text = Files.readString(source);
        assertThat(text.split(Pattern.quote(right), -1))
                .as("%s must hold once: %s", file, right)
                .hasSize(2);
        return text.replace(right, wrong);
    }

    /** The path of the source as a resource, as in {@code dev/vitrine/engine/op/conv/conv1d.cl}. */
    String resource() {
        return ROOT + file;
    }

    @Override
    public String toString() {
        return file.substring(file.lastIndexOf('/') + 1) + ": " + name;
    }
}
