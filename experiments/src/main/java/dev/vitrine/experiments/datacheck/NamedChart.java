package dev.vitrine.experiments.datacheck;

import dev.vitrine.experiments.report.Chart;

/**
 * A chart of the report.
 *
 * @param stem name of its files, without an ending
 * @param chart to be drawn
 */
public record NamedChart(String stem, Chart chart) {}
