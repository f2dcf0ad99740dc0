/// Tests of drawing charts.
@NullMarked
package app.attune.ui.chart;

import org.jspecify.annotations.NullMarked;
