package dev.vitrine.audio.audioset;

import dev.vitrine.audio.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tree of classes: {@code ontology.json}. A class may hang below several others.
 *
 * @param byMid in the order of the file
 */
public record Ontology(Map<String, SoundClass> byMid) {
    /** Its usual name. */
    public static final String FILE_NAME = "ontology.json";

    /**
     * A class of sounds.
     *
     * @param mid its identifier, as {@code /m/0bt9lr}
     * @param name as {@code Dog}
     * @param description in words
     * @param children identifiers of the classes below it
     */
    public record SoundClass(String mid, String name, String description, List<String> children) {
        /** Copies the list. */
        public SoundClass {
            children = List.copyOf(children);
        }
    }

    /** Copies the map, in its order. */
    public Ontology {
        byMid = Collections.unmodifiableMap(new LinkedHashMap<>(byMid));
    }

    /**
     * Reads a file.
     *
     * @throws DatasetException if it is no such tree, or a child is missing
     */
    public static Ontology read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DatasetException("no such file: " + file + "; expected AudioSet's tree of classes");
        }
        Map<String, SoundClass> byMid = new LinkedHashMap<>();
        for (JsonNode node : array(file)) {
            SoundClass one = soundClass(file, node);
            byMid.put(one.mid(), one);
        }
        for (SoundClass parent : byMid.values()) {
            for (String child : parent.children()) {
                if (!byMid.containsKey(child)) {
                    throw new DatasetException(
                            file + ": " + parent.name() + " has the child " + child + ", which is not in the file");
                }
            }
        }
        return new Ontology(byMid);
    }

    private static JsonNode array(Path file) throws IOException {
        try {
            JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(file));
            if (!root.isArray()) {
                throw new DatasetException(file + ": begins with " + root.getNodeType() + "; expected a list");
            }
            return root;
        } catch (JacksonException e) {
            throw new DatasetException(file + ": not JSON: " + e.getOriginalMessage());
        }
    }

    private static SoundClass soundClass(Path file, JsonNode node) throws DatasetException {
        String mid = node.path("id").asString("");
        String name = node.path("name").asString("");
        if (mid.isEmpty() || name.isEmpty()) {
            throw new DatasetException(
                    file + ": a class has the id \"" + mid + "\" and the name \"" + name + "\"; expected both");
        }
        List<String> children = new ArrayList<>();
        node.path("child_ids").forEach(child -> children.add(child.asString("")));
        return new SoundClass(mid, name, node.path("description").asString(""), children);
    }

    /** The class of that name, in any case. */
    public Optional<SoundClass> named(String name) {
        return byMid.values().stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The class itself and all below it. */
    public Set<String> family(String mid) {
        Set<String> family = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(mid));
        while (!open.isEmpty()) {
            String next = open.pop();
            SoundClass one = byMid.get(next);
            if (one != null && family.add(next)) {
                open.addAll(one.children());
            }
        }
        return family;
    }
}
