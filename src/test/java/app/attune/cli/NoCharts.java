package app.attune.cli;

import app.attune.core.chart.ChartSpec;
import app.attune.core.chart.ChartWriter;
import java.nio.file.Path;

/// Draws nothing.
final class NoCharts implements ChartWriter {
    @Override
    public void png(ChartSpec chart, Path file) {
        // Tests of bundles need no pictures.
    }

    @Override
    public void svg(ChartSpec chart, Path file) {
        // Tests of bundles need no pictures.
    }
}
