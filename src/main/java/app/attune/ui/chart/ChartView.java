package app.attune.ui.chart;

import app.attune.core.chart.ChartSpec;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Shows a chart: its finding, the picture, and the same numbers as a table.
public final class ChartView extends VBox {
    private final Label title = new Label();
    private final Label subtitle = new Label();

    public ChartView() {
        getStyleClass().add("chart-view");
        getChildren().addAll(title, subtitle);
    }

    /// Draws `spec` in place of what was shown.
    public void show(ChartSpec spec) {
        title.setText(spec.title());
        subtitle.setText(spec.subtitle());
        setAccessibleText(spec.title());
    }
}
