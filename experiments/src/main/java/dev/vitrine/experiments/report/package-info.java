/**
 * The report room: charts, terminal tables and intervals, made from plain arrays.
 *
 * <p>Begin with {@link dev.vitrine.experiments.report.ChartWriter}: it takes any
 * {@link dev.vitrine.experiments.report.Chart} and writes it as SVG, as PNG and as the CSV of the numbers behind it.
 * Each kind of chart is one record that refuses what it cannot draw. The frame of every picture (title, axes, tick
 * labels, legend) is painted by this room, in one style and as real text; the curves and bars inside the frame are
 * XChart's.
 *
 * <p>This room depends on neither engine nor audio, and no other room may use XChart.
 */
@NullMarked
package dev.vitrine.experiments.report;

import org.jspecify.annotations.NullMarked;
