package dev.vitrine.experiments.datacheck;

import java.util.List;

/**
 * Something that a check found.
 *
 * @param severity how much it matters
 * @param topic what it is about
 * @param sentence what is the case, with numbers
 * @param items names of the items or files concerned; perhaps none
 * @param chart name of the chart that shows it, without an ending
 * @param remedy what to do
 */
public record Finding(
        Severity severity, Topic topic, String sentence, List<String> items, String chart, String remedy) {
    /** Copies the list. */
    public Finding {
        items = List.copyOf(items);
    }
}
