package dev.vitrine.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks over the pages (Markdown): links lead to files that exist, and excerpts stand in the file that they are from.
 *
 * <p>An excerpt is a fenced block below a line {@code <!-- from path/of/the/file -->}. Its lines stand in the file in
 * this order, one after the other; a line {@code ...} leaves some out. Indentation and {@code @Override} do not count.
 * A member may be named, {@code path/of/the/file#member}: the command {@code vitrine pages} then fills the block.
 */
final class Pages {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern EXCERPT =
            Pattern.compile("<!-- from ([^\\s#]+)(?:#\\w+)? -->\\s*\\R```\\w*\\R(.*?)```", Pattern.DOTALL);

    private Pages() {}

    /** The pages in the root folder and below {@code docs}. */
    static List<Path> of(Path root) throws IOException {
        try (Stream<Path> top = Files.list(root);
                Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** What is wrong in a page, one line each. */
    static List<String> faults(Path root, Path page) throws IOException {
        List<String> faults = new ArrayList<>();
        String text = Files.readString(page);
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            String target = link.group(1);
            if (!target.contains(":") && !Files.exists(page.resolveSibling(target))) {
                faults.add(root.relativize(page) + ": there is no " + target);
            }
        }
        Matcher excerpt = EXCERPT.matcher(text);
        while (excerpt.find()) {
            String missing = firstMissing(excerpt.group(2), root.resolve(excerpt.group(1)));
            if (!missing.isEmpty()) {
                faults.add(root.relativize(page) + ": not in " + excerpt.group(1) + ": " + missing);
            }
        }
        return faults;
    }

    /** The number of excerpts in a page. */
    static long excerpts(Path page) throws IOException {
        return EXCERPT.matcher(Files.readString(page)).results().count();
    }

    /** The first part that does not stand in the file, empty if all do. */
    private static String firstMissing(String excerpt, Path file) throws IOException {
        if (!Files.exists(file)) {
            return "the file itself";
        }
        String text = unindented(Files.readString(file));
        int from = 0;
        for (String part : unindented(excerpt).split("\n\\.\\.\\.\n", -1)) {
            int at = text.indexOf(part.strip(), from);
            if (at < 0) {
                return part.strip().lines().findFirst().orElse("");
            }
            from = at + part.strip().length();
        }
        return "";
    }

    private static String unindented(String text) {
        return text.replace("&gt;", ">")
                        .replace("&lt;", "<")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.equals("@Override"))
                        .reduce("", (all, line) -> all + "\n" + line)
                + "\n";
    }
}
