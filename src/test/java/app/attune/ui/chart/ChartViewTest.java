package app.attune.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.chart.ChartSpec;
import app.attune.ui.FxTest;
import app.attune.ui.ScreenWalk;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.junit.jupiter.api.Test;

final class ChartViewTest extends FxTest {
    @Test
    void chartsPassTheWalkInEveryAppearance() {
        Scene scene = show(() -> {
            GridPane grid = new GridPane(24, 24);
            grid.getStyleClass().add("page");
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().addAll(half, half);
            grid.add(chart(SampleCharts.activeUsers()), 0, 0);
            grid.add(chart(SampleCharts.segmentSizes()), 1, 0);
            grid.add(chart(SampleCharts.recommenders()), 0, 1);
            grid.add(chart(SampleCharts.eventTypes()), 1, 1);
            return grid;
        });
        ScreenWalk.check(scene, "charts");
    }

    @Test
    void theKeyTShowsTheNumbersOfTheSpecification() {
        ChartView chart = onFx(() -> chart(SampleCharts.recommenders()));
        show(() -> chart);
        runOnFx(chart::requestFocus);
        robot.type(KeyCode.T);
        TableView<?> table = onFx(() -> (TableView<?>) chart.lookup(".table-view"));
        List<List<String>> expected = SampleCharts.recommenders().table();
        assertTrue(table.isVisible());
        assertEquals(expected.subList(1, expected.size()), List.copyOf(table.getItems()));
        assertEquals(
                expected.getFirst(),
                table.getColumns().stream().map(c -> c.getText()).toList());
    }

    @Test
    void copyPutsThePictureAndTheNumbersOnTheClipboard() {
        ChartView chart = onFx(() -> chart(SampleCharts.recommenders()));
        show(() -> chart);
        Node copy = onFx(() -> chart.lookupAll(".button").stream()
                .filter(node -> "Copy picture and numbers".equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow());
        robot.clickOn(copy);
        String text = onFx(() -> Clipboard.getSystemClipboard().getString());
        assertEquals(4, text.lines().count());
        assertTrue(text.contains("Item neighbours\t0.184\t0.176-0.192\t3,204"));
        assertTrue(onFx(() -> Clipboard.getSystemClipboard().hasImage()));
    }

    @Test
    void aScreenReaderHearsTheFinding() {
        ChartView chart = onFx(() -> chart(SampleCharts.recommenders()));
        assertEquals(SampleCharts.recommenders().title(), onFx(chart::getAccessibleText));
    }

    private static ChartView chart(ChartSpec spec) {
        ChartView view = new ChartView();
        view.show(spec);
        return view;
    }
}
