package app.attune.rules.ui;

import app.attune.rules.Rule;
import app.attune.rules.RuleCheck;
import app.attune.rules.RuleFinding;
import app.attune.rules.RuleId;
import app.attune.rules.RuleReach;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A rule in the list: place, name, sentence, whom it reaches, what is wrong; can be dragged onto another.
final class RuleCell extends ListCell<RuleRow> {
    private static final double HANDLE_WIDTH = 28;
    private static final double SCROLL_BAR = 16;
    private static final Insets ROOM = new Insets(8, 4, 8, 4);
    private static final String DROP_ABOVE =
            "-fx-border-color: -focus-ring transparent transparent transparent; -fx-border-width: 3 0 0 0;";
    private static final String DROP_BELOW =
            "-fx-border-color: transparent transparent -focus-ring transparent; -fx-border-width: 0 0 3 0;";

    private final Texts texts = Texts.of("rules");
    private final Mover mover;
    private final ObservableValue<? extends Number> listWidth;

    /// Moves a rule to a place, 1 being the top.
    interface Mover {
        void move(RuleId rule, int place);
    }

    RuleCell(Mover mover, ObservableValue<? extends Number> listWidth) {
        this.mover = mover;
        this.listWidth = listWidth;
        setPrefWidth(0);
        listWidth.addListener((observed, before, now) -> requestLayout());
        setOnDragDetected(this::dragStarted);
        setOnDragOver(this::draggedOver);
        setOnDragExited(event -> setStyle(""));
        setOnDragDropped(this::dropped);
    }

    /// As high as the wrapped texts need in the width the list has.
    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() == null
                ? super.computePrefHeight(width)
                : Math.ceil(getGraphic().prefHeight(room()) + snappedTopInset() + snappedBottomInset());
    }

    /// In the width its height was computed for, whether or not the list has a scroll bar now.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getGraphic() != null) {
            getGraphic().resize(room(), getHeight() - snappedTopInset() - snappedBottomInset());
        }
    }

    private double room() {
        return listWidth.getValue().doubleValue() - snappedLeftInset() - snappedRightInset() - SCROLL_BAR;
    }

    @Override
    protected void updateItem(RuleRow row, boolean empty) {
        super.updateItem(row, empty);
        setText("");
        setGraphic(empty || row == null ? null : content(row));
        setAccessibleText(empty || row == null ? "" : spoken(row));
    }

    private String spoken(RuleRow row) {
        return texts.get("rules.spoken", row.place(), row.rule().name(), status(row.rule()), row.sentence());
    }

    private Node content(RuleRow row) {
        Label place = label(String.valueOf(row.place()), "section-title");
        place.setMinWidth(HANDLE_WIDTH);
        FontIcon handle = new FontIcon("mdoal-drag_indicator");
        VBox words = new VBox(head(row), label(row.sentence(), "body-compact"), reach(row));
        row.findings().forEach(finding -> words.getChildren().add(finding(finding)));
        words.getStyleClass().add("rule-words");
        words.setSpacing(2);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox content = new HBox(handle, place, words);
        content.getStyleClass().add("toolbar");
        content.setPadding(ROOM);
        return content;
    }

    private Node head(RuleRow row) {
        Label name = label(row.rule().name(), "strong");
        HBox head = new HBox(name);
        head.getStyleClass().add("toolbar");
        if (!row.rule().isActive()) {
            head.getChildren().add(pill(status(row.rule())));
        }
        if (!RuleCheck.undocumented(List.of(row.rule())).isEmpty()) {
            head.getChildren().add(pill(texts.get("rules.undocumented.pill")));
        }
        return head;
    }

    private static Label pill(String words) {
        Label pill = new Label(words);
        pill.getStyleClass().add("pill");
        pill.setMinWidth(USE_PREF_SIZE);
        return pill;
    }

    private String status(Rule rule) {
        return texts.get("rules.status." + rule.status());
    }

    private Label reach(RuleRow row) {
        if (!row.rule().isActive()) {
            return label(texts.get("rules.reach.inactive"), "body-compact");
        }
        if (row.reach().isPresent() && !row.isRunning()) {
            return label(texts.get("rules.reach.not-running", Numbers.dateTime(row.at())), "body-compact");
        }
        String text = row.reach().map(reach -> reach(row, reach)).orElseGet(() -> texts.get("rules.reach.counting"));
        return label(text, "body-compact");
    }

    private String reach(RuleRow row, RuleReach reach) {
        String words = reach(reach, row.winner());
        return row.rule().limits().context().isAny() ? words : texts.get("rules.reach.context", words);
    }

    private String reach(RuleReach reach, String winner) {
        String matched = Numbers.count(reach.matched());
        String won = Numbers.count(reach.won());
        String text = texts.get("rules.reach", matched, won, Numbers.count(reach.lost()));
        String to = winner.isEmpty() ? "" : texts.get("rules.reach.to", winner);
        String refused = reach.refused() == 0 ? "" : texts.get("rules.reach.refused", reach.refused());
        String held = reach.heldOut() == 0 ? "" : texts.get("rules.reach.held-out", reach.heldOut());
        return text + to + refused + held;
    }

    private Node finding(RuleFinding finding) {
        boolean broken = finding.severity() == RuleFinding.Severity.BROKEN;
        FontIcon icon = new FontIcon(broken ? "mdoal-error" : "mdomz-warning");
        icon.getStyleClass().add(broken ? "status-bad" : "status-warn");
        Label words = label(finding.problem().message(), "body-compact");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(icon, words);
        line.getStyleClass().add("toolbar");
        return line;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void dragStarted(MouseEvent event) {
        if (getItem() != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(getItem().rule().id().value());
            startDragAndDrop(TransferMode.MOVE).setContent(content);
            event.consume();
        }
    }

    private void draggedOver(DragEvent event) {
        if (getItem() != null && event.getDragboard().hasString() && event.getGestureSource() instanceof RuleCell) {
            event.acceptTransferModes(TransferMode.MOVE);
            setStyle(isLowerHalf(event) ? DROP_BELOW : DROP_ABOVE);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (getItem() == null || !(event.getGestureSource() instanceof RuleCell source) || source.getItem() == null) {
            return;
        }
        int from = source.getItem().place();
        int gap = getItem().place() + (isLowerHalf(event) ? 1 : 0);
        mover.move(new RuleId(event.getDragboard().getString()), gap > from ? gap - 1 : gap);
        event.setDropCompleted(true);
        event.consume();
    }

    private boolean isLowerHalf(DragEvent event) {
        return event.getY() > getHeight() / 2;
    }
}
