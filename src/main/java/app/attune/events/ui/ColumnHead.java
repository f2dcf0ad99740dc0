package app.attune.events.ui;

import app.attune.events.ColumnFilter;
import app.attune.events.ColumnProfile;
import app.attune.events.EventCells;
import app.attune.events.EventChoice;
import app.attune.events.EventSort;
import app.attune.ui.Texts;
import app.attune.ui.Tips;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The heading of a column: name and order, how its values are spread, how many are missing, and a filter.
///
/// A click, Enter or Space orders by the column: up, down, then not at all.
final class ColumnHead extends VBox {
    /// What the analyst does in a heading.
    ///
    /// @param move to the heading that many places to the right
    record Handlers(Consumer<String> order, Consumer<ColumnFilter> filter, Move move) {}

    /// From one heading to another.
    interface Move {
        void from(ColumnHead head, int places);
    }

    private final EventCells.Field field;
    private final String name;
    private final Texts texts;
    private final Handlers handlers;
    private final FontIcon arrow = new FontIcon("mdoal-arrow_upward");
    private final FontIcon funnel = new FontIcon("mdoal-filter_alt");
    private final SpreadBars spread = new SpreadBars();
    private final Label caption = new Label();
    private final TextField filter = new TextField();
    private final Tooltip tooltip = Tips.of("");
    private final VBox top;
    private String figures;
    private String order = "";
    private boolean following;

    ColumnHead(EventCells.Field field, String name, Texts texts, Handlers handlers) {
        this.field = field;
        this.name = name;
        this.texts = texts;
        this.handlers = handlers;
        this.figures = name;
        Label title = new Label(name);
        HBox line = new HBox(title, arrow, funnel);
        line.getStyleClass().add("column-head-line");
        HBox.setHgrow(title, Priority.SOMETIMES);
        caption.getStyleClass().addAll("caption", "may-clip");
        top = new VBox(line, spread, caption);
        top.getStyleClass().addAll("column-head-top", "focus-ring");
        top.setAccessibleRole(AccessibleRole.BUTTON);
        top.setFocusTraversable(true);
        top.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        top.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        Tooltip.install(top, tooltip);
        arrow.setVisible(false);
        funnel.setVisible(false);
        funnel.managedProperty().bind(funnel.visibleProperty());
        prepareFilter();
        getStyleClass().add("column-head");
        getChildren().addAll(top, filter);
        say();
    }

    private void prepareFilter() {
        filter.getStyleClass().add("column-filter");
        filter.setPromptText(texts.get("data.filter.column.prompt"));
        filter.setAccessibleText(texts.get("data.filter.column", name));
        filter.setMaxWidth(Region.USE_PREF_SIZE);
        filter.prefWidthProperty().bind(widthProperty());
        filter.textProperty().addListener((observed, before, now) -> {
            if (!following) {
                handlers.filter().accept(new ColumnFilter(field.name(), now == null ? "" : now));
            }
        });
        // The heading around it would take these for its own.
        filter.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        filter.addEventHandler(KeyEvent.KEY_PRESSED, KeyEvent::consume);
    }

    EventCells.Field field() {
        return field;
    }

    /// Shows the filter's field while `shown` holds.
    void filterWhile(ReadOnlyBooleanProperty shown) {
        filter.visibleProperty().bind(shown);
        filter.managedProperty().bind(shown);
    }

    /// Shows the name alone while `little` holds.
    void tersely(ReadOnlyBooleanProperty little) {
        for (Region part : List.of(spread, caption)) {
            part.visibleProperty().bind(little.not());
            part.managedProperty().bind(little.not());
        }
    }

    void show(ColumnProfile profile) {
        ProfileWords words = new ProfileWords(texts);
        caption.setText(words.caption(profile));
        figures = words.figures(name, profile);
        spread.show(profile.spread());
        say();
    }

    /// Follows what is chosen.
    void show(EventChoice choice) {
        EventSort sort = choice.sort();
        boolean sorted = sort.field().equals(field.name());
        arrow.setVisible(sorted);
        arrow.setIconLiteral(sort.isUp() ? "mdoal-arrow_upward" : "mdoal-arrow_downward");
        order = sorted ? texts.get(sort.isUp() ? "data.sorted.up" : "data.sorted.down") : texts.get("data.sorted.not");
        Optional<ColumnFilter> set = choice.filter(field.name());
        funnel.setVisible(set.isPresent());
        String wanted = set.map(ColumnFilter::text).orElse("");
        if (!wanted.equals(filter.getText().strip())) {
            following = true;
            filter.setText(wanted);
            following = false;
        }
        say();
    }

    void focus() {
        top.requestFocus();
    }

    private void say() {
        tooltip.setText(figures + "\n" + order);
        top.setAccessibleText(figures.replace("\n", ", ") + ". " + order);
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            handlers.order().accept(field.name());
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER, SPACE -> handlers.order().accept(field.name());
            case LEFT -> handlers.move().from(this, -1);
            case RIGHT -> handlers.move().from(this, 1);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
