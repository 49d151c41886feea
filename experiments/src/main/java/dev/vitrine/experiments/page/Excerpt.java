package dev.vitrine.experiments.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A method of a Java file or a function of an OpenCL file, whole: the comment above it, its head and its body, without
 * the indentation that all lines share and without {@code @Override}. In comments entities are written as they read.
 */
final class Excerpt {
    private Excerpt() {}

    /**
     * Finds a member.
     *
     * @param source the text of the file
     * @param member its name; the first declaration with a body counts
     * @throws IllegalArgumentException if there is none
     */
    static String of(String source, String member) {
        List<String> lines = source.lines().toList();
        int head = head(lines, member);
        if (head < 0) {
            throw new IllegalArgumentException("there is no " + member + "(...) { ... }");
        }
        List<String> found = new ArrayList<>(lines.subList(first(lines, head), end(lines, head)));
        found.removeIf(line -> line.strip().equals("@Override"));
        int indentation = lines.get(head).indexOf(lines.get(head).strip());
        return String.join(
                        "\n",
                        found.stream()
                                .map(line -> line.substring(Math.min(indentation, indent(line))))
                                .map(Excerpt::readable)
                                .toList())
                + "\n";
    }

    private static String readable(String line) {
        String text = line.strip();
        return text.startsWith("*") || text.startsWith("/*")
                ? line.replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")
                : line;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** The line with the name, if what follows its parameters is a body. */
    private static int head(List<String> lines, String member) {
        Pattern declared = Pattern.compile("^\\s*[\\w<>\\[\\], @]*[\\w>\\]] " + Pattern.quote(member) + "\\(");
        for (int line = 0; line < lines.size(); line++) {
            Matcher found = declared.matcher(lines.get(line));
            if (found.find() && !found.group().contains("return ") && opensABody(lines, line)) {
                return line;
            }
        }
        return -1;
    }

    private static boolean opensABody(List<String> lines, int head) {
        for (int line = head; line < lines.size(); line++) {
            String text = lines.get(line);
            int brace = text.indexOf('{');
            int semicolon = text.indexOf(';');
            if (brace >= 0) {
                return semicolon < 0 || brace < semicolon;
            }
            if (semicolon >= 0) {
                return false;
            }
        }
        return false;
    }

    /** Comments and annotations above belong to the member. */
    private static int first(List<String> lines, int head) {
        int first = head;
        while (first > 0 && belongs(lines.get(first - 1).strip())) {
            first--;
        }
        return first;
    }

    private static boolean belongs(String line) {
        return line.startsWith("//") || line.startsWith("/*") || line.startsWith("*") || line.startsWith("@");
    }

    private static int end(List<String> lines, int head) {
        int depth = 0;
        for (int line = head; line < lines.size(); line++) {
            String code = lines.get(line).replaceAll("//.*", "");
            depth += count(code, '{') - count(code, '}');
            if (depth == 0 && code.contains("}")) {
                return line + 1;
            }
        }
        return lines.size();
    }

    private static int count(String text, char wanted) {
        return (int) text.chars().filter(c -> c == wanted).count();
    }
}
