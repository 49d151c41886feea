package dev.vitrine.experiments.cli;

/** Words in lines of at most 80 columns. */
final class Wrapped {
    static final int WIDTH = 80;

    private Wrapped() {}

    /** Words after {@code start}; further lines begin below the first word. A longer word gets a line of its own. */
    static String of(String start, String words) {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder(start);
        boolean empty = true;
        for (String word : words.split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(" ".repeat(start.length()));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        return text.append(line).toString();
    }
}
