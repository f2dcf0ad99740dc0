package app.attune.recommend.ui;

import app.attune.core.chart.ScatterChart;
import app.attune.recommend.Evaluation;
import app.attune.recommend.TradeOffChart;
import app.attune.ui.chart.ChartView;
import java.util.Optional;

/// Accuracy against diversity, where it was measured.
final class TradeOffPane {
    private TradeOffPane() {}

    static void show(ChartView view, Evaluation evaluation) {
        Optional<ScatterChart> chart = TradeOffChart.of(evaluation);
        view.setVisible(chart.isPresent());
        view.setManaged(chart.isPresent());
        chart.ifPresent(view::show);
    }
}
