package app.attune.decide.ui;

import app.attune.decide.Preview;
import app.attune.segments.ExplainedLine;
import app.attune.segments.Explanation;
import app.attune.ui.Texts;
import app.attune.ui.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Builds the segments of a user: in or not in, opening to every row with its value.
final class SegmentPanel {
    private static final double GAP = 4;
    private static final double INDENT = 24;
    private static final Texts TEXTS = Texts.of("decide");

    private SegmentPanel() {}

    static List<Node> of(Preview preview) {
        if (preview.segments().isEmpty()) {
            return List.of(PreviewPanels.label(TEXTS.get("preview.segments.none"), "muted"));
        }
        List<Node> panes = new ArrayList<>();
        preview.segments().stream()
                .filter(standing -> standing.explanation().matched())
                .forEach(standing -> panes.add(pane(standing)));
        preview.segments().stream()
                .filter(standing -> !standing.explanation().matched())
                .forEach(standing -> panes.add(pane(standing)));
        return panes;
    }

    private static Node pane(Preview.Standing standing) {
        Explanation explanation = standing.explanation();
        VBox rows = rows(explanation);
        if (rows.getChildren().isEmpty()) {
            rows.getChildren().add(PreviewPanels.label(TEXTS.get("preview.segment.everybody"), "body-compact"));
        }
        TitledPane pane = new TitledPane(title(standing), rows);
        pane.setId("segment-" + standing.segment().id());
        pane.getStyleClass().addAll("may-clip", "dense");
        ExplainedLine.Mark mark = explanation.matched() ? ExplainedLine.Mark.HOLDS : ExplainedLine.Mark.FAILS;
        pane.setGraphic(icon(mark, TEXTS.get(name(mark))));
        pane.setMinWidth(0);
        pane.setTooltip(Tips.of(pane.getText()));
        pane.setExpanded(false);
        pane.setAnimated(false);
        VBox box = new VBox(pane);
        failing(explanation).ifPresent(reason -> box.getChildren().add(reason(reason, pane)));
        return box;
    }

    private static String title(Preview.Standing standing) {
        String name = standing.segment().name();
        if (standing.explanation().matched()) {
            return TEXTS.get("preview.segment.in", name);
        }
        return TEXTS.get("preview.segment.out", name);
    }

    /// What keeps the user out, in sight while the rows are not.
    private static Optional<String> failing(Explanation explanation) {
        return explanation.matched()
                ? Optional.empty()
                : explanation.decisive().stream().findFirst().map(InWords::row);
    }

    private static Label reason(String text, TitledPane pane) {
        Label reason = PreviewPanels.label(text, "caption");
        reason.setStyle("-fx-padding: 0.25em 0 0 4em;");
        reason.visibleProperty().bind(pane.expandedProperty().not());
        reason.managedProperty().bind(reason.visibleProperty());
        return reason;
    }

    /// Every row below the headings of its groups.
    static VBox rows(Explanation explanation) {
        VBox rows = new VBox(GAP);
        ExplainedLine.of(explanation).forEach(line -> rows.getChildren().add(row(line)));
        return rows;
    }

    private static Node row(ExplainedLine of) {
        Label words = PreviewPanels.label(InWords.row(of.part()), "body-compact");
        words.setTooltip(Tips.of(meaning(of)));
        HBox line = new HBox(GAP * 2, icon(of), words);
        line.getStyleClass().add("toolbar");
        VBox.setMargin(line, new Insets(0, 0, 0, INDENT * of.depth()));
        return line;
    }

    /// What the mark says in words; of what is not needed, which group around it is as it must be.
    private static String meaning(ExplainedLine of) {
        return of.settledBy()
                .map(group -> TEXTS.get(name(of.mark()), group.heading()))
                .orElseGet(() -> TEXTS.get(name(of.mark())));
    }

    private static FontIcon icon(ExplainedLine of) {
        return icon(of.mark(), meaning(of));
    }

    private static FontIcon icon(ExplainedLine.Mark mark, String meaning) {
        FontIcon icon = new FontIcon(
                switch (mark) {
                    case HOLDS, RIGHTLY_NOT -> "mdoal-check_circle";
                    case NOT_NEEDED -> "mdomz-remove_circle_outline";
                    case FAILS, WRONGLY_HOLDS -> "mdoal-highlight_off";
                });
        icon.getStyleClass()
                .add(
                        switch (mark) {
                            case HOLDS, RIGHTLY_NOT -> "status-good";
                            case NOT_NEEDED -> "muted";
                            case FAILS, WRONGLY_HOLDS -> "status-warn";
                        });
        icon.setAccessibleText(meaning);
        return icon;
    }

    private static String name(ExplainedLine.Mark mark) {
        return switch (mark) {
            case HOLDS -> "preview.holds";
            case RIGHTLY_NOT -> "preview.rightly.not";
            case NOT_NEEDED -> "preview.not.needed";
            case FAILS -> "preview.fails";
            case WRONGLY_HOLDS -> "preview.wrongly.holds";
        };
    }
}
