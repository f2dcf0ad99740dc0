/// Charts in the house style: a control that shows a chart specification, and a writer of PNG and SVG files.
@NullMarked
package app.attune.ui.chart;

import org.jspecify.annotations.NullMarked;
