package app.attune.core.chart;

import java.nio.file.Path;

/// Writes a chart as a picture. The drawing belongs to the kit; whoever composes the program hands it over.
public interface ChartWriter {
    /// A PNG at twice the nominal size, light theme.
    void png(ChartSpec chart, Path file);

    /// An SVG whose text is text.
    void svg(ChartSpec chart, Path file);
}
