package app.attune.rules.ui;

import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.matrix.DecisionMatrix;
import app.attune.rules.matrix.MatrixWords;
import app.attune.rules.matrix.PairVerdict;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The grid of rules by rules: a word in each cell, the sentence as its tooltip. Arrow keys go from cell to cell.
final class MatrixGrid {
    private static final double NAME = 14;
    private static final double MARK = 5.2;
    private static final double TOOLTIP = 400;

    private final TableView<Rule> table;
    private final Label ruler;
    private final Texts texts = Texts.of("rules");
    private final Consumer<MatrixViewModel.Cell> chosen;
    private final Consumer<RuleId> opened;
    private DecisionMatrix matrix = DecisionMatrix.empty();

    /// Where the grid is.
    record Place(TableView<Rule> table, Label ruler) {}

    /// @param place  the table, and a label whose letters measure its columns
    /// @param chosen hears of the cell that is looked at
    /// @param opened hears of the rule of the row when Enter is pressed
    MatrixGrid(Place place, Consumer<MatrixViewModel.Cell> chosen, Consumer<RuleId> opened) {
        this.table = place.table();
        this.ruler = place.ruler();
        ruler.fontProperty().addListener(observed -> widen());
        this.chosen = chosen;
        this.opened = opened;
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.getSelectionModel().getSelectedCells().addListener((javafx.beans.InvalidationListener)
                observed -> choose());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.focusedProperty().addListener((observed, before, now) -> startAtFirst(now));
    }

    void show(DecisionMatrix shown) {
        matrix = shown;
        MatrixWords words = new MatrixWords(shown);
        List<TableColumn<Rule, ?>> columns = new ArrayList<>();
        columns.add(column(
                texts.get("matrix.rule"),
                rule -> new Shown(texts.get("matrix.row", place(rule.id()), rule.name()), words.name(rule.id()))));
        for (Rule other : shown.rules()) {
            TableColumn<Rule, Shown> column =
                    column(String.valueOf(place(other.id())), rule -> shown(rule.id(), other.id(), words));
            column.setUserData(other.id());
            columns.add(column);
        }
        table.getColumns().setAll(columns);
        widen();
        table.getItems().setAll(shown.rules());
    }

    /// What a cell says in short and in full.
    private record Shown(String mark, String sentence) {}

    private TableColumn<Rule, Shown> column(String title, Function<Rule, Shown> content) {
        TableColumn<Rule, Shown> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(content.apply(row.getValue())));
        column.setCellFactory(any -> new WordCell());
        return column;
    }

    private void widen() {
        for (int i = 0; i < table.getColumns().size(); i++) {
            table.getColumns()
                    .get(i)
                    .setPrefWidth((i == 0 ? NAME : MARK) * ruler.getFont().getSize());
        }
    }

    private int place(RuleId id) {
        return matrix.rules().stream().map(Rule::id).toList().indexOf(id) + 1;
    }

    private Shown shown(RuleId row, RuleId column, MatrixWords words) {
        if (row.equals(column)) {
            return new Shown(texts.get("matrix.self"), texts.get("matrix.self.spoken", words.name(row)));
        }
        Optional<PairVerdict> pair = matrix.pair(row, column);
        if (pair.isEmpty()) {
            return new Shown(texts.get("matrix.unread"), texts.get("matrix.unread"));
        }
        String mark = texts.get("matrix.mark." + pair.get().relation());
        boolean finding = matrix.about(row).stream().anyMatch(one -> one.rules().contains(column));
        return new Shown(finding ? texts.get("matrix.mark.finding", mark) : mark, words.sentence(pair.get()));
    }

    /// So that arrow keys have a cell to go from.
    private void startAtFirst(boolean focused) {
        if (focused
                && table.getSelectionModel().getSelectedCells().isEmpty()
                && table.getColumns().size() > 1) {
            TableColumn<Rule, ?> first = table.getColumns().get(1);
            table.getSelectionModel().clearAndSelect(0, first);
            table.getFocusModel().focus(0, first);
        }
    }

    private void choose() {
        table.getSelectionModel().getSelectedCells().stream().findFirst().ifPresent(position -> {
            if (position.getTableColumn() != null && position.getTableColumn().getUserData() instanceof RuleId column) {
                rule(position).ifPresent(row -> chosen.accept(new MatrixViewModel.Cell(row, column)));
            }
        });
    }

    private Optional<RuleId> rule(TablePosition<?, ?> position) {
        int row = position.getRow();
        return row >= 0 && row < table.getItems().size()
                ? Optional.of(table.getItems().get(row).id())
                : Optional.empty();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            table.getSelectionModel().getSelectedCells().stream()
                    .findFirst()
                    .flatMap(this::rule)
                    .ifPresent(opened);
            event.consume();
        }
    }

    private static final class WordCell extends TableCell<Rule, Shown> {
        @Override
        protected void updateItem(Shown item, boolean empty) {
            super.updateItem(item, empty);
            boolean nothing = empty || item == null;
            setText(nothing ? "" : item.mark());
            setTooltip(nothing ? null : tooltip(item.sentence()));
            setAccessibleText(nothing ? "" : item.sentence());
        }

        private static Tooltip tooltip(String sentence) {
            Tooltip tooltip = new Tooltip(sentence);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(TOOLTIP);
            return tooltip;
        }
    }
}
