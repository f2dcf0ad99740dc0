/// What a chart says, free of any drawing library: made by features, drawn by the kit, written by the command line.
@NullMarked
package app.attune.core.chart;

import org.jspecify.annotations.NullMarked;
