package dev.vitrine.experiments.recipe;

import dev.vitrine.engine.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a record as JSON, for other programs to read. */
public final class JsonFile {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonFile() {}

    /**
     * Writes the file whole or not at all.
     *
     * @throws IOException if it cannot be written; one line
     */
    public static void write(Path file, Record content) throws IOException {
        byte[] json = JSON.writeValueAsBytes(content);
        AtomicFile.write(file, out -> {
            out.write(json);
            out.write('\n');
        });
    }
}
