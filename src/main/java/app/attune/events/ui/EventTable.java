package app.attune.events.ui;

import app.attune.events.EventCells;
import app.attune.events.EventChoice.Order;
import app.attune.events.EventRows;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The table of events: its columns follow the data, its order is asked for and comes from elsewhere.
final class EventTable {
    private static final int MOST_PROPERTIES = 12;
    private static final double ROW = 2;
    private static final double PLACE = 5.5;
    private static final double TIME = 11.5;
    private static final double WIDE = 15;
    private static final double NORMAL = 8.5;
    private static final double SORTED = 10.5;

    /// What the analyst does in the table.
    record Handlers(Consumer<Order> order, Consumer<String> user) {}

    private final TableView<Integer> table;
    private final Label ruler;
    private final Texts texts;
    private final Handlers handlers;
    private final Map<EventCells.Field, TableColumn<Integer, String>> columns = new LinkedHashMap<>();
    private boolean following;

    /// @param ruler a label in normal text size: rows and columns grow with it
    EventTable(TableView<Integer> table, Label ruler, Texts texts, Handlers handlers) {
        this.table = table;
        this.ruler = ruler;
        this.texts = texts;
        this.handlers = handlers;
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setSortPolicy(sorted -> {
            askForOrder();
            return true;
        });
        size();
        ruler.fontProperty().addListener((observed, before, now) -> size());
    }

    private void size() {
        double letter = ruler.getFont().getSize();
        table.setFixedCellSize(Math.rint(ROW * letter));
        columns.forEach((field, column) -> column.setPrefWidth(letters(field) * letter));
    }

    private static double letters(EventCells.Field field) {
        return switch (field.kind()) {
            case TIME -> TIME;
            case ITEM_NAME -> WIDE;
            case VALUE -> SORTED;
            case USER, TYPE, ITEM, PROPERTY -> NORMAL;
        };
    }

    /// Columns for other data, and a place in `chooser` for each.
    void columns(EventCells cells, MenuButton chooser) {
        columns.clear();
        cells.fields().forEach(field -> columns.put(field, column(cells, field)));
        List<TableColumn<Integer, ?>> all = new ArrayList<>();
        all.add(places());
        all.addAll(columns.values());
        following = true;
        table.getSortOrder().clear();
        table.getColumns().setAll(all);
        following = false;
        size();
        chooser.getItems().clear();
        columns.forEach((field, column) -> chooser.getItems().add(choice(field, column)));
    }

    private TableColumn<Integer, String> places() {
        TableColumn<Integer, String> place = new TableColumn<>(texts.get("data.column.row"));
        place.setCellFactory(column -> new PlaceCell());
        place.setPrefWidth(PLACE * ruler.getFont().getSize());
        place.getStyleClass().add("number-column");
        place.setSortable(false);
        return place;
    }

    private TableColumn<Integer, String> column(EventCells cells, EventCells.Field field) {
        TableColumn<Integer, String> column = new TableColumn<>(heading(field));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cells.shown(field, row.getValue())));
        boolean property = field.kind() == EventCells.Kind.PROPERTY;
        column.setVisible(!property || field.position() < MOST_PROPERTIES);
        if (cells.isNumber(field)) {
            column.getStyleClass().add("number-column");
        }
        switch (field.kind()) {
            case USER -> column.setCellFactory(made -> new UserCell(handlers.user()));
            case TIME, VALUE -> column.setSortable(true);
            case TYPE, ITEM, ITEM_NAME, PROPERTY -> column.setSortable(false);
        }
        return column;
    }

    private String name(EventCells.Field field) {
        return field.kind() == EventCells.Kind.PROPERTY ? field.name() : texts.get("data.column." + field.kind());
    }

    /// The name, and below it how many events lack it.
    private String heading(EventCells.Field field) {
        return field.missing() > 0 ? name(field) + "\n" + missing(field) : name(field);
    }

    private String missing(EventCells.Field field) {
        return texts.get("data.missing", Numbers.percent(field.missing()));
    }

    private CheckMenuItem choice(EventCells.Field field, TableColumn<Integer, String> column) {
        CheckMenuItem item = new CheckMenuItem(name(field) + ", " + missing(field));
        item.setMnemonicParsing(false);
        item.selectedProperty().bindBidirectional(column.visibleProperty());
        return item;
    }

    private void askForOrder() {
        if (following) {
            return;
        }
        Order order = Order.NEWEST_FIRST;
        if (!table.getSortOrder().isEmpty()) {
            TableColumn<Integer, ?> first = table.getSortOrder().getFirst();
            boolean up = first.getSortType() == TableColumn.SortType.ASCENDING;
            for (Map.Entry<EventCells.Field, TableColumn<Integer, String>> entry : columns.entrySet()) {
                if (entry.getValue().equals(first)) {
                    order = order(entry.getKey().kind(), up);
                }
            }
        }
        handlers.order().accept(order);
    }

    private static Order order(EventCells.Kind kind, boolean up) {
        return switch (kind) {
            case USER -> up ? Order.USER_UP : Order.USER_DOWN;
            case VALUE -> up ? Order.LOWEST_VALUE_FIRST : Order.HIGHEST_VALUE_FIRST;
            case TIME, TYPE, ITEM, ITEM_NAME, PROPERTY -> up ? Order.OLDEST_FIRST : Order.NEWEST_FIRST;
        };
    }

    /// Shows these rows; a table that gets other rows forgets its order, so the arrow is put back.
    void rows(EventRows rows) {
        following = true;
        table.setItems(new RowList(rows));
        following = false;
        showOrder(rows.choice().order());
    }

    /// Puts the arrow where it belongs.
    void showOrder(Order order) {
        EventCells.Kind kind = switch (order) {
            case NEWEST_FIRST, OLDEST_FIRST -> EventCells.Kind.TIME;
            case USER_UP, USER_DOWN -> EventCells.Kind.USER;
            case HIGHEST_VALUE_FIRST, LOWEST_VALUE_FIRST -> EventCells.Kind.VALUE;
        };
        boolean up = order == Order.OLDEST_FIRST || order == Order.USER_UP || order == Order.LOWEST_VALUE_FIRST;
        following = true;
        columns.forEach((field, column) -> {
            if (field.kind() == kind) {
                column.setSortType(up ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
                if (table.getSortOrder().size() != 1
                        || !table.getSortOrder().getFirst().equals(column)) {
                    table.getSortOrder().setAll(List.of(column));
                }
            }
        });
        following = false;
    }

    /// The columns to be seen, in the data's order.
    List<EventCells.Field> visible() {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue().isVisible())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The frame's rows that are selected.
    int[] selected() {
        List<Integer> items = table.getItems();
        return table.getSelectionModel().getSelectedIndices().stream()
                .mapToInt(items::get)
                .toArray();
    }

    /// Brings a row into view and makes it the only one selected.
    void goTo(int place) {
        table.getSelectionModel().clearAndSelect(place);
        table.getFocusModel().focus(place);
        table.scrollTo(place);
        table.requestFocus();
    }
}
