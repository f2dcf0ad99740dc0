package app.attune.decide.ui;

import app.attune.decide.Stage;
import app.attune.decide.Strategy;
import app.attune.decide.StrategyWords;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Builds the stages from all items to the list, a line each: how many came, how many were left, and what was done.
final class StagePanel {
    private static final double GAP = 12;
    private static final Texts TEXTS = Texts.of("decide");

    private StagePanel() {}

    static Node of(Strategy strategy, StrategyWords words) {
        GridPane grid = new GridPane(GAP, 0);
        grid.setId("stageGrid");
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(narrow(), narrow(), wide);
        List<Stage> stages = strategy.stages();
        for (int row = 0; row < stages.size(); row++) {
            Stage stage = stages.get(row);
            cell(grid, PreviewPanels.label(StrategyWords.name(stage.name()), "strong"), 0, row);
            Label counts = PreviewPanels.label(counts(stage), "body-compact");
            counts.setAccessibleText(
                    TEXTS.get("preview.stage.counts", Numbers.count(stage.in()), Numbers.count(stage.out())));
            cell(grid, counts, 1, row);
            String done = words.of(stage);
            cell(
                    grid,
                    PreviewPanels.label(done.isEmpty() ? TEXTS.get("preview.stage.nothing") : done, "body-compact"),
                    2,
                    row);
        }
        return grid;
    }

    /// As in "9 items, 5 candidates, 3 listed".
    static String inShort(Strategy strategy) {
        List<Stage> stages = strategy.stages();
        return TEXTS.get(
                "preview.stages",
                Numbers.count(stages.getFirst().in()),
                Numbers.count(stages.getFirst().out()),
                Numbers.count(strategy.listed().size()));
    }

    private static ColumnConstraints narrow() {
        ColumnConstraints column = new ColumnConstraints();
        column.setMinWidth(ColumnConstraints.CONSTRAIN_TO_PREF);
        return column;
    }

    private static String counts(Stage stage) {
        return Numbers.count(stage.in()) + " \u2192 " + Numbers.count(stage.out());
    }

    private static void cell(GridPane grid, Label label, int column, int row) {
        if (column < 2) {
            label.setWrapText(false);
        }
        GridPane.setValignment(label, VPos.TOP);
        GridPane.setMargin(label, new Insets(0, 0, 4, 0));
        grid.add(label, column, row);
    }
}
