package app.attune.ui.chart;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.chart.ChartSpec;
import app.attune.core.chart.ChartWriter;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jfree.svg.SVGGraphics2D;

/// Writes charts as files, on a light background; needs no window.
public final class HouseChartWriter implements ChartWriter {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 500;
    private static final HouseChart.Size SIZE = new HouseChart.Size(WIDTH, HEIGHT);
    private static final int PNG_SCALE = 2;

    @Override
    public void png(ChartSpec chart, Path file) {
        BufferedImage image = image(HouseChart.titled(chart, ChartStyle.light(), SIZE), WIDTH, HEIGHT, PNG_SCALE);
        try {
            if (!ImageIO.write(image, "png", file.toFile())) {
                throw new IOException("No writer for PNG");
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    @Override
    public void svg(ChartSpec chart, Path file) {
        SVGGraphics2D graphics = new SVGGraphics2D(WIDTH, HEIGHT);
        // Else it is the time, and no two files of one chart are the same.
        graphics.setDefsKeyPrefix(chart.id());
        HouseChart.titled(chart, ChartStyle.light(), SIZE).draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        try {
            Files.writeString(file, graphics.getSVGDocument(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /// `width` by `height` points of `scale` pixels each, without transparency.
    static BufferedImage image(JFreeChart chart, double width, double height, double scale) {
        int columns = (int) Math.max(1, Math.ceil(width * scale));
        int rows = (int) Math.max(1, Math.ceil(height * scale));
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.transform(AffineTransform.getScaleInstance(scale, scale));
        chart.draw(graphics, new Rectangle2D.Double(0, 0, columns / scale, rows / scale));
        graphics.dispose();
        return image;
    }

    private static ProblemException unwritable(Path file, IOException cause) {
        return new ProblemException(
                new Problem(
                        "chart.unwritable",
                        "Can't write the chart to " + file + ": " + cause.getMessage(),
                        "Choose another folder, or make room on the disk."),
                cause);
    }
}
