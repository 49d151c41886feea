package dev.vitrine.experiments.report;

/**
 * A horizontal reference line, such as the majority class or a baseline.
 *
 * @param name what the line stands for, as it is written beside it
 * @param y height, in the unit of the chart's y axis
 */
public record Level(String name, double y) {}
