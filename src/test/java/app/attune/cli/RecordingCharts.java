package app.attune.cli;

import app.attune.core.chart.ChartSpec;
import app.attune.core.chart.ChartWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the kind of picture and the chart's title instead of a picture.
final class RecordingCharts implements ChartWriter {
    @Override
    public void png(ChartSpec chart, Path file) {
        write(file, "png " + chart.title());
    }

    @Override
    public void svg(ChartSpec chart, Path file) {
        write(file, "svg " + chart.title());
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
