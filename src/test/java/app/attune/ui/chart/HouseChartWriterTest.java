package app.attune.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.chart.ChartSpec;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HouseChartWriterTest {
    private static final List<ChartSpec> ALL = List.of(
            SampleCharts.activeUsers(),
            SampleCharts.segmentSizes(),
            SampleCharts.recommenders(),
            SampleCharts.eventTypes());

    private final HouseChartWriter writer = new HouseChartWriter();

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void svgKeepsItsTitleAsText() throws IOException {
        for (ChartSpec chart : ALL) {
            Path file = folder.resolve(chart.id() + ".svg");
            writer.svg(chart, file);
            assertTrue(Files.readString(file).contains(">" + chart.title() + "<"), chart.id());
        }
    }

    @Test
    void svgLabelsEachLineWithItsName() throws IOException {
        Path file = folder.resolve("lines.svg");
        writer.svg(SampleCharts.segmentSizes(), file);
        String svg = Files.readString(file);
        for (String name : List.of("Frequent buyers", "Lapsed", "New visitors")) {
            assertTrue(svg.contains(">" + name + "<"), name);
        }
    }

    @Test
    void pngIsTwiceTheNominalSizeAndNotBlank() throws IOException {
        for (ChartSpec chart : ALL) {
            Path file = folder.resolve(chart.id() + ".png");
            writer.png(chart, file);
            BufferedImage image = ImageIO.read(file.toFile());
            assertEquals(1800, image.getWidth());
            assertEquals(1000, image.getHeight());
            int[] pixels = image.getRGB(0, 0, 1800, 1000, null, 0, 1800);
            assertTrue(java.util.Arrays.stream(pixels).distinct().count() > 20, chart.id());
        }
    }

    @Test
    void aFolderThatIsNotThereIsAProblemWithAPlace() {
        Path file = folder.resolve("missing").resolve("chart.svg");
        ProblemException e = assertThrows(ProblemException.class, () -> writer.svg(SampleCharts.activeUsers(), file));
        assertEquals("chart.unwritable", e.problem().code());
        assertTrue(e.problem().message().contains("missing"));
    }
}
