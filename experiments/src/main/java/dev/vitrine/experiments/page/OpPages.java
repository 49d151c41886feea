package dev.vitrine.experiments.page;

import dev.vitrine.engine.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Brings the pages of a folder up to date: draws their drawings, and fills in two kinds of fenced blocks.
 *
 * <pre>
 * &lt;!-- from path/of/File.java#member --&gt;      a method or kernel, whole
 * &lt;!-- example name --&gt;                        a use of an operation by numbers
 * </pre>
 *
 * <p>All else in a page is written by hand and left as it is.
 */
public final class OpPages {
    private static final Pattern EXCERPT = block("from (\\S+)#(\\w+)");
    private static final Pattern EXAMPLE = block("example (\\w+)");

    private OpPages() {}

    private static Pattern block(String marker) {
        return Pattern.compile("(<!-- " + marker + " -->\\s*\\R```\\w*\\R)(.*?)(```)", Pattern.DOTALL);
    }

    /**
     * Every drawing, and every page of the folder, as it should be.
     *
     * @param root the folder that paths in the pages begin at
     * @param folder where the pages lie
     * @return file names and what the files should hold
     * @throws IOException if a page or a source cannot be read
     * @throws IllegalArgumentException naming the page that asks for what is not there
     */
    public static Map<String, String> of(Path root, Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        drawings().forEach(drawing -> files.put(drawing.name() + ".svg", drawing.svg()));
        Map<String, String> examples = examples();
        for (Path page : pages(folder)) {
            files.put(page.getFileName().toString(), renewed(root, page, examples));
        }
        return files;
    }

    /**
     * Writes them.
     *
     * @return how many files changed
     * @throws IOException if a file cannot be read or written
     * @throws IllegalArgumentException naming the page that asks for what is not there
     */
    public static int renew(Path root, Path folder) throws IOException {
        int changed = 0;
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : of(root, folder).entrySet()) {
            Path target = folder.resolve(file.getKey());
            if (!Files.exists(target) || !Files.readString(target).equals(file.getValue())) {
                AtomicFile.write(target, out -> out.write(file.getValue().getBytes(StandardCharsets.UTF_8)));
                changed++;
            }
        }
        return changed;
    }

    private static List<Path> pages(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Drawing> drawings() {
        return Families.all().stream()
                .flatMap(family -> family.drawings().stream())
                .toList();
    }

    private static Map<String, String> examples() {
        Map<String, String> texts = new LinkedHashMap<>();
        Families.all().forEach(family -> family.examples().forEach(each -> texts.put(each.name(), each.text())));
        return texts;
    }

    private static String renewed(Path root, Path page, Map<String, String> examples) throws IOException {
        Map<Path, String> sources = new LinkedHashMap<>();
        String text = Files.readString(page);
        for (MatchResult found : EXCERPT.matcher(text).results().toList()) {
            Path source = root.resolve(found.group(2));
            if (!Files.exists(source)) {
                throw new IllegalArgumentException(page.getFileName() + ": there is no file " + found.group(2)
                        + " below " + root.toAbsolutePath().normalize());
            }
            sources.put(source, Files.readString(source).replace("\r\n", "\n"));
        }
        String quoted = filled(EXCERPT, text, found -> {
            String source = sources.getOrDefault(root.resolve(found.group(2)), "");
            return found.group(1) + member(page, source, found) + found.group(5);
        });
        return filled(EXAMPLE, quoted, found -> {
            String example = examples.get(found.group(2));
            if (example == null) {
                throw new IllegalArgumentException(page.getFileName() + ": there is no example " + found.group(2));
            }
            return found.group(1) + example + found.group(4);
        });
    }

    private static String member(Path page, String source, MatchResult found) {
        try {
            return Excerpt.of(source, found.group(3));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(page.getFileName() + ": " + found.group(2) + ": " + e.getMessage(), e);
        }
    }

    private static String filled(Pattern block, String text, Function<MatchResult, String> renew) {
        return block.matcher(text).replaceAll(found -> Matcher.quoteReplacement(renew.apply(found)));
    }
}
