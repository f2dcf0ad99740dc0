package app.attune.events.ui;

import app.attune.events.ColumnProfile;
import app.attune.events.EventCells;
import app.attune.events.EventChoice;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The columns of the grid: those that stay in place, those that scroll, and which of them are to be seen.
final class EventColumnsShown {
    /// Time and user stay where they are.
    static final int FIXED = 2;

    /// More than these make a table slow to show; the others wait in the chooser.
    static final int MOST_AT_FIRST = 30;

    private static final double PLACE = 5.5;
    private static final double BORDERS = 4;
    private static final double LOW = 20;

    /// The tables and where columns are chosen.
    record Parts(TableView<Integer> fixed, TableView<Integer> table, MenuButton chooser) {}

    private record Shown(TableColumn<Integer, String> column, ColumnHead head, CheckMenuItem choice) {}

    private final Parts parts;
    private final Texts texts;
    private final ReadOnlyBooleanProperty filtering;
    private final ColumnHead.Handlers handlers;
    private final Consumer<String> user;
    private final Map<EventCells.Field, Shown> columns = new LinkedHashMap<>();
    private final ReadOnlyBooleanWrapper little = new ReadOnlyBooleanWrapper();
    private double letter = 14;
    private double height;

    /// @param filtering whether the headings show their filters
    /// @param user      is told whose id was clicked
    EventColumnsShown(Parts parts, ReadOnlyBooleanProperty filtering, DataViewModel model, Consumer<String> user) {
        this.parts = parts;
        this.texts = Texts.of("events");
        this.filtering = filtering;
        this.user = user;
        this.handlers = new ColumnHead.Handlers(model::orderBy, model::filter, this::move);
    }

    /// Columns for other data, and a place in the chooser for each that may go.
    void show(EventCells cells, PlaceText cell) {
        columns.clear();
        parts.chooser().getItems().clear();
        for (EventCells.Field field : cells.fields()) {
            Shown shown = column(cells, field, cell);
            shown.column().setVisible(columns.size() < MOST_AT_FIRST);
            columns.put(field, shown);
            if (columns.size() > FIXED) {
                shown.choice()
                        .selectedProperty()
                        .bindBidirectional(shown.column().visibleProperty());
                parts.chooser().getItems().add(shown.choice());
            }
        }
        List<TableColumn<Integer, String>> all =
                columns.values().stream().map(Shown::column).toList();
        List<TableColumn<Integer, ?>> fixed = new ArrayList<>(List.of(places()));
        fixed.addAll(all.subList(0, FIXED));
        parts.fixed().getColumns().setAll(fixed);
        parts.table().getColumns().setAll(all.subList(FIXED, all.size()));
        letters(letter);
    }

    /// What a cell says, by the place of its row in the grid.
    interface PlaceText {
        String at(EventCells.Field field, int place);
    }

    private static TableColumn<Integer, Integer> places() {
        TableColumn<Integer, Integer> place =
                new TableColumn<>(Texts.of("events").get("data.column.row"));
        place.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        place.setCellFactory(column -> new PlaceCell());
        place.getStyleClass().addAll("number-column", "place-column");
        place.setSortable(false);
        place.setReorderable(false);
        return place;
    }

    private Shown column(EventCells cells, EventCells.Field field, PlaceText cell) {
        TableColumn<Integer, String> column = new TableColumn<>();
        ColumnHead head = new ColumnHead(field, name(field), texts, handlers);
        head.filterWhile(filtering);
        head.tersely(little.getReadOnlyProperty());
        head.prefWidthProperty().bind(column.widthProperty().subtract(2));
        column.setGraphic(head);
        column.setSortable(false);
        column.setReorderable(columns.size() >= FIXED);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cell.at(field, row.getValue())));
        if (cells.isNumber(field)) {
            column.getStyleClass().add("number-column");
        }
        if (field.kind() == EventCells.Kind.USER) {
            column.setCellFactory(made -> new UserCell(user));
        }
        CheckMenuItem choice = new CheckMenuItem(name(field));
        choice.setMnemonicParsing(false);
        return new Shown(column, head, choice);
    }

    private String name(EventCells.Field field) {
        return field.kind() == EventCells.Kind.PROPERTY ? field.name() : texts.get("data.column." + field.kind());
    }

    /// Columns as wide as this letter size asks for.
    void letters(double size) {
        letter = size;
        fit(height);
        if (!parts.fixed().getColumns().isEmpty()) {
            parts.fixed().getColumns().getFirst().setPrefWidth(PLACE * size);
        }
        columns.forEach((field, shown) -> shown.column().setPrefWidth(wide(field) * size));
        double fixed = parts.fixed().getColumns().stream()
                        .mapToDouble(TableColumn::getPrefWidth)
                        .sum()
                + BORDERS;
        parts.fixed().setMinWidth(fixed);
        parts.fixed().setPrefWidth(fixed);
        parts.fixed().setMaxWidth(fixed);
    }

    private static double wide(EventCells.Field field) {
        return switch (field.kind()) {
            case TIME -> 12;
            case ITEM_NAME -> 15;
            case USER -> 9.5;
            case VALUE, TYPE, ITEM, PROPERTY -> 11;
        };
    }

    /// Headings with what the columns hold.
    void show(List<ColumnProfile> profiles) {
        profiles.forEach(profile -> {
            Shown shown = columns.get(profile.field());
            if (shown != null) {
                shown.head().show(profile);
                shown.choice()
                        .setText(texts.get(
                                "data.columns.choice", name(profile.field()), Numbers.percent(profile.missingShare())));
            }
        });
    }

    /// Headings with arrow and filter where they belong.
    void show(EventChoice choice) {
        columns.values().forEach(shown -> shown.head().show(choice));
    }

    /// Headings take room from the rows: in a low grid they give some back.
    void fit(double gridHeight) {
        height = gridHeight;
        little.set(height < LOW * letter);
    }

    /// To the first heading, for keys alone.
    void focusHeads() {
        columns.values().stream().findFirst().ifPresent(shown -> shown.head().focus());
    }

    private void move(ColumnHead from, int places) {
        List<ColumnHead> heads = columns.values().stream()
                .filter(shown -> shown.column().isVisible())
                .map(Shown::head)
                .toList();
        int to = Math.clamp((long) heads.indexOf(from) + places, 0, heads.size() - 1);
        heads.get(to).focus();
        if (to >= FIXED) {
            parts.table().scrollToColumnIndex(to - FIXED);
        }
    }

    /// The columns to be seen, from left to right.
    List<EventCells.Field> visible() {
        List<TableColumn<Integer, ?>> seen = new ArrayList<>(parts.fixed().getVisibleLeafColumns());
        seen.addAll(parts.table().getVisibleLeafColumns());
        List<EventCells.Field> fields = new ArrayList<>();
        for (TableColumn<Integer, ?> column : seen) {
            columns.forEach((field, shown) -> {
                if (shown.column().equals(column)) {
                    fields.add(field);
                }
            });
        }
        return List.copyOf(fields);
    }
}
