package dev.vitrine.experiments.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Which Vitrine this is, and on what it runs. */
final class Version {
    private Version() {}

    /** The version that Maven wrote into the build, such as {@code 0.1.0}. */
    static String number() {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(Version.class.getResourceAsStream("version.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    static String line() {
        return "vitrine %s (Java %s, %s %s)"
                .formatted(
                        number(),
                        System.getProperty("java.version"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
    }
}
