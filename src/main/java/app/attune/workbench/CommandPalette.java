package app.attune.workbench;

import app.attune.ui.Action;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Finds any action by a few letters and does it. Lies over the window while open.
final class CommandPalette extends StackPane {
    private static final int PAGE = 8;
    private static final double ROW = 2.571;
    private static final double AROUND_LIST = 13;
    private static final double FEWEST_ROWS = 2;
    private static final double MOST_ROWS = 9;

    private final Supplier<List<Action>> source;
    private final TextField query = new TextField();
    private final ListView<Action> list = new ListView<>();
    private final Label nothing = new Label();
    private final List<String> recent = new ArrayList<>();
    private List<Action> actions = List.of();
    private @Nullable Node focusBefore;

    /// @param source asked each time the palette opens
    CommandPalette(Texts texts, Supplier<List<Action>> source) {
        this.source = source;
        setId("palette");
        getStyleClass().add("palette-scrim");
        query.setId("palette-query");
        query.setPromptText(texts.get("palette.prompt"));
        query.setAccessibleText(texts.get("palette.prompt"));
        list.setId("palette-list");
        list.setAccessibleText(texts.get("palette.list"));
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new ActionCell());
        nothing.setText(texts.get("palette.nothing"));
        list.setPlaceholder(nothing);
        VBox box = new VBox(query, list);
        box.getStyleClass().add("palette");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().add(box);
        setVisible(false);
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(this::wholeRows, heightProperty(), nothing.fontProperty()));
        list.minHeightProperty().bind(list.prefHeightProperty());
        query.textProperty().addListener((observed, before, now) -> filter());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setOnMousePressed(event -> close());
        box.setOnMousePressed(javafx.event.Event::consume);
        list.setOnMouseClicked(event -> fire());
    }

    /// As many rows as there is room for between the tabs and the status bar, none of them cut.
    private double wholeRows() {
        double letter = nothing.getFont().getSize();
        double rows = Math.floor((getHeight() / letter - AROUND_LIST) / ROW);
        return letter * ROW * Math.clamp(rows, FEWEST_ROWS, MOST_ROWS);
    }

    void open() {
        focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        actions = source.get();
        query.clear();
        filter();
        setVisible(true);
        query.requestFocus();
    }

    void close() {
        setVisible(false);
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }

    private void filter() {
        String typed = query.getText();
        record Scored(Action action, int score) {}
        list.getItems()
                .setAll(actions.stream()
                        .map(action -> new Scored(action, FuzzyMatch.score(typed, action.title())))
                        .filter(scored -> scored.score() != FuzzyMatch.NONE)
                        .sorted(Comparator.comparingInt((Scored scored) -> -scored.score())
                                .thenComparingInt(scored -> recency(scored.action()))
                                .thenComparing(scored -> !scored.action().isEnabled()))
                        .map(Scored::action)
                        .toList());
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private int recency(Action action) {
        int at = recent.indexOf(action.id());
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER -> fire();
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(PAGE);
            case PAGE_UP -> move(-PAGE);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int last = list.getItems().size() - 1;
        int to = Math.clamp((long) list.getSelectionModel().getSelectedIndex() + by, 0, Math.max(0, last));
        list.getSelectionModel().select(to);
        list.scrollTo(Math.max(0, to - PAGE / 2));
    }

    private void fire() {
        Action chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.isEnabled()) {
            recent.remove(chosen.id());
            recent.addFirst(chosen.id());
            close();
            chosen.fire();
        }
    }

    /// Whether this key opens the palette.
    static boolean opens(KeyEvent event) {
        return event.isShortcutDown()
                && (event.getCode() == KeyCode.K || (event.getCode() == KeyCode.P && event.isShiftDown()));
    }

    /// Title, why not, key.
    private static final class ActionCell extends ListCell<Action> {
        private final Label title = new Label();
        private final Label reason = new Label();
        private final Label key = new Label();
        private final HBox row = new HBox(title, reason, key);

        ActionCell() {
            row.getStyleClass().add("palette-row");
            reason.getStyleClass().addAll("caption", "may-clip");
            reason.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(reason, Priority.ALWAYS);
            key.getStyleClass().add("palette-key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            title.setMinWidth(Region.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable Action action, boolean empty) {
            super.updateItem(action, empty);
            setGraphic(null);
            setText(null);
            if (action != null && !empty) {
                title.setText(action.title());
                reason.setText(action.isEnabled() ? "" : action.disabledReason().getValue());
                title.getStyleClass().remove("muted");
                if (!action.isEnabled()) {
                    title.getStyleClass().add("muted");
                }
                key.setText(action.key()
                        .map(combination -> combination.getDisplayText())
                        .orElse(""));
                key.setVisible(!key.getText().isEmpty());
                setAccessibleText(action.title());
                setGraphic(row);
            }
        }
    }
}
