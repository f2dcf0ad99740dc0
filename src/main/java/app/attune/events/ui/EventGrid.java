package app.attune.events.ui;

import app.attune.events.EventCells;
import app.attune.events.EventRows;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The chosen events as a grid of any length: user and time stay in place, the other columns scroll sideways.
///
/// The tables hold only the rows to be seen, so that a step costs the same in a thousand rows and in ten million.
final class EventGrid {
    private static final double ROW = 2;
    private static final double LEAST_THUMB = 0.06;

    /// The parts of the grid.
    ///
    /// @param box   takes the keys; its parts do not
    /// @param under keeps the columns in place as high as those above the scroll bar
    record Parts(HBox box, TableView<Integer> fixed, Region under, TableView<Integer> table, ScrollBar bar) {}

    private final Parts parts;
    private final Texts texts;
    private final GridSelection selection;
    private final List<GridRow> drawn = new ArrayList<>();
    private final ReadOnlyBooleanWrapper selected = new ReadOnlyBooleanWrapper();
    private Optional<EventRows> rows = Optional.empty();
    private int visible = 1;
    private double unscrolled;

    EventGrid(Parts parts, Texts texts, LongConsumer tooMany) {
        this.parts = parts;
        this.texts = texts;
        this.selection = new GridSelection(DataViewModel.MOST_COPIED, tooMany, this::selectionChanged);
        for (TableView<Integer> table : List.of(parts.fixed(), parts.table())) {
            table.setSelectionModel(null);
            table.setPlaceholder(new Region());
            table.setFocusTraversable(false);
            table.setRowFactory(made -> row());
        }
        parts.bar().valueProperty().addListener((observed, before, now) -> fill());
        parts.bar().setFocusTraversable(false);
        parts.table().heightProperty().addListener((observed, before, now) -> measure());
        parts.table().needsLayoutProperty().addListener((observed, before, now) -> measure());
        parts.box().addEventFilter(ScrollEvent.SCROLL, this::scroll);
        parts.box().addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private TableRow<Integer> row() {
        GridRow row = new GridRow(selection, this::pressed);
        drawn.add(row);
        return row;
    }

    /// Rows as high as two lines of this letter size.
    void letters(double size) {
        double height = Math.rint(ROW * size);
        parts.fixed().setFixedCellSize(height);
        parts.table().setFixedCellSize(height);
        measure();
    }

    /// Shows these rows from the first on.
    void show(EventRows now) {
        rows = Optional.of(now);
        parts.bar().setValue(0);
        selection.reset(now.size());
        measure();
        fill();
    }

    /// Whether any row is selected.
    ReadOnlyBooleanProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    GridSelection selection() {
        return selection;
    }

    /// The frame's rows that are selected, in the order of the grid.
    int[] selectedRows() {
        return rows.map(now -> selection.places().map(now::row).toArray()).orElseGet(() -> new int[0]);
    }

    /// The frame's row last stepped on.
    Optional<Integer> lead() {
        return rows.filter(now -> selection.lead() >= 0 && selection.lead() < now.size())
                .map(now -> now.row(selection.lead()));
    }

    /// Brings a row into view and makes it the only one selected.
    void goTo(int place) {
        selection.choose(place, GridSelection.Reach.ONLY);
        reveal(Math.max(0, place - visible / 2));
        reveal(place);
        parts.box().requestFocus();
    }

    /// The first and the number of the rows to be seen.
    int firstShown() {
        return (int) Math.round(parts.bar().getValue());
    }

    int shown() {
        return visible;
    }

    /// What a cell says.
    String text(EventCells.Field field, int place) {
        return rows.filter(now -> place < now.size())
                .map(now -> now.cells().shown(field, now.row(place)))
                .orElse("");
    }

    int size() {
        return rows.map(EventRows::size).orElse(0);
    }

    /// How many whole rows there is room for.
    private void measure() {
        double height = parts.table().getFixedCellSize();
        if (height <= 0 || parts.table().getHeight() <= 0) {
            return;
        }
        double head = height(parts.table().lookup(".column-header-background"));
        double sideways = parts.table().lookupAll(".scroll-bar").stream()
                .filter(node -> node instanceof ScrollBar bar
                        && bar.getOrientation() == Orientation.HORIZONTAL
                        && bar.isVisible())
                .mapToDouble(EventGrid::height)
                .findFirst()
                .orElse(0);
        parts.under().setMinHeight(sideways);
        parts.under().setPrefHeight(sideways);
        int room = (int) Math.floor((parts.table().getHeight() - head - sideways - 2) / height);
        if (Math.max(1, room) != visible || parts.bar().getMax() != Math.max(0, size() - visible)) {
            visible = Math.max(1, room);
            fitBar();
            fill();
        }
    }

    private static double height(@Nullable Node node) {
        return node == null ? 0 : node.getLayoutBounds().getHeight();
    }

    private void fitBar() {
        int last = Math.max(0, size() - visible);
        ScrollBar bar = parts.bar();
        bar.setMax(last);
        bar.setVisibleAmount(last == 0 ? 1 : last * Math.max(LEAST_THUMB, (double) visible / size()));
        bar.setUnitIncrement(1);
        bar.setBlockIncrement(visible);
        bar.setDisable(last == 0);
        if (bar.getValue() > last) {
            bar.setValue(last);
        }
    }

    private void fill() {
        int first = firstShown();
        int last = Math.min(size(), first + visible);
        List<Integer> places =
                IntStream.range(first, Math.max(first, last)).boxed().toList();
        parts.fixed().getItems().setAll(places);
        parts.table().getItems().setAll(places);
    }

    private void scroll(ScrollEvent event) {
        if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY()) || event.isShiftDown()) {
            return;
        }
        unscrolled -= event.getDeltaY() / Math.max(1, parts.table().getFixedCellSize());
        int steps = (int) unscrolled;
        unscrolled -= steps;
        showFrom(firstShown() + steps);
        event.consume();
    }

    private void showFrom(int first) {
        parts.bar().setValue(Math.clamp(first, 0, Math.max(0, size() - visible)));
    }

    private void reveal(int place) {
        if (place < firstShown()) {
            showFrom(place);
        } else if (place >= firstShown() + visible) {
            showFrom(place - visible + 1);
        }
    }

    private void pressed(int place, MouseEvent event) {
        parts.box().requestFocus();
        selection.choose(place, reach(event.isShiftDown(), event.isShortcutDown()));
    }

    private static GridSelection.Reach reach(boolean shift, boolean shortcut) {
        if (shift) {
            return GridSelection.Reach.UP_TO;
        }
        return shortcut ? GridSelection.Reach.TOGGLE : GridSelection.Reach.ONLY;
    }

    private void key(KeyEvent event) {
        int lead = Math.max(0, selection.lead());
        boolean none = selection.lead() < 0;
        if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
            selection.chooseAll();
            event.consume();
            return;
        }
        int to = switch (event.getCode()) {
            case DOWN -> none ? firstShown() : lead + 1;
            case UP -> none ? firstShown() : lead - 1;
            case PAGE_DOWN -> lead + visible;
            case PAGE_UP -> lead - visible;
            case HOME -> 0;
            case END -> size() - 1;
            default -> Integer.MIN_VALUE;
        };
        if (to != Integer.MIN_VALUE && size() > 0) {
            selection.choose(to, reach(event.isShiftDown(), false));
            reveal(selection.lead());
            event.consume();
        } else if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
            sideways(event.getCode() == KeyCode.LEFT ? -1 : 1);
            event.consume();
        }
    }

    private void sideways(int steps) {
        parts.table().lookupAll(".scroll-bar").stream()
                .filter(node -> node instanceof ScrollBar bar && bar.getOrientation() == Orientation.HORIZONTAL)
                .map(ScrollBar.class::cast)
                .findFirst()
                .ifPresent(bar -> bar.setValue(Math.clamp(
                        bar.getValue() + steps * 4 * parts.table().getFixedCellSize(), bar.getMin(), bar.getMax())));
    }

    private void selectionChanged() {
        selected.set(!selection.isEmpty());
        drawn.forEach(GridRow::mark);
        parts.box().setAccessibleText(spoken());
    }

    private String spoken() {
        String table = texts.get("data.grid", Numbers.count(size()));
        return lead().map(row -> texts.get(
                        "data.grid.row",
                        table,
                        Numbers.count(selection.lead() + 1L),
                        said(row),
                        Numbers.count(selection.count())))
                .orElse(table);
    }

    private String said(int row) {
        EventCells cells = rows.orElseThrow().cells();
        return String.join(
                ", ",
                cells.fields().stream()
                        .limit(EventColumnsShown.FIXED + 2L)
                        .map(field -> cells.shown(field, row))
                        .toList());
    }
}
