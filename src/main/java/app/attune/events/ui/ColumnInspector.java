package app.attune.events.ui;

import app.attune.events.AmountSentences;
import app.attune.events.AmountUnit;
import app.attune.events.ColumnCount;
import app.attune.events.ImportCheck;
import app.attune.events.MappedColumn;
import app.attune.events.Mapping;
import app.attune.events.OddCells;
import app.attune.ui.InWords;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What more there is to say of one column: what its values are, and in what its amounts are. Also tells of columns
/// whose names say so.
final class ColumnInspector extends VBox {
    private static final int GAP = 12;
    private static final String WIDE = "-fx-pref-width: 18em;";

    private final Texts texts = Texts.of("events");
    private final ImportViewModel model;
    private final Label title = OptionLabels.styled("", "form-label");
    private final ComboBox<ValueForm> form = new ComboBox<>();
    private final ComboBox<AmountUnit> unit = new ComboBox<>();
    private final Label why = OptionLabels.caption("");
    private final EntryList hints = new EntryList("hints");
    private Optional<String> shown = Optional.empty();
    private boolean filling;

    ColumnInspector(ImportViewModel model) {
        this.model = model;
        setId("inspector");
        getStyleClass().add("section");
        title.setId("inspectedColumn");
        why.setId("inspectedWhy");
        unit.setId("unit");
        unit.getItems().setAll(AmountUnit.values());
        unit.setConverter(InWords.of(AmountUnit::label));
        unit.valueProperty().addListener((observed, before, now) -> changed(column -> column.counting(now)));
        form.setId("form");
        form.setConverter(InWords.of(one -> texts.get("columns.form." + one)));
        form.valueProperty().addListener((observed, before, now) -> {
            if (now != null) {
                changed(now::take);
            }
        });
        FlowPane line = new FlowPane(2 * GAP, GAP, title, titled("columns.form", form), titled("columns.unit", unit));
        line.setRowValignment(VPos.CENTER);
        line.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(hints, line, why);
        model.settingsProperty().addListener((observed, before, now) -> refresh());
        model.checkProperty().addListener((observed, before, now) -> showHints());
    }

    private HBox titled(String key, ComboBox<?> box) {
        Label label = new Label(texts.get(key));
        label.setLabelFor(box);
        label.setMinWidth(USE_PREF_SIZE);
        box.setStyle(WIDE);
        HBox both = new HBox(GAP, label, box);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    /// Shows this column from now on.
    void show(Optional<String> column) {
        shown = column;
        refresh();
    }

    private void refresh() {
        Optional<Mapping> mapping = model.mapping();
        Optional<MappedColumn> column = mapping.flatMap(now -> shown.flatMap(name -> now.column(name)));
        filling = true;
        boolean amounts = column.isPresent() && AmountSentences.hasUnit(mapping.orElseThrow(), column.orElseThrow());
        title.setText(column.map(one -> texts.get("columns.inspected", one.column()))
                .orElseGet(() -> texts.get("columns.inspected.none")));
        showForm(column);
        unit.setAccessibleText(
                texts.get("columns.unit.of", column.map(MappedColumn::column).orElse("")));
        unit.setValue(column.map(MappedColumn::unit).orElse(AmountUnit.ONES));
        unit.setDisable(!amounts);
        OptionLabels.say(why, amounts || column.isEmpty() ? "" : why(column.orElseThrow()));
        filling = false;
        showHints();
    }

    private String why(MappedColumn column) {
        return texts.get(ValueForm.of(column.role()).isEmpty() ? "columns.form.none" : "columns.unit.none");
    }

    private void showForm(Optional<MappedColumn> column) {
        List<ValueForm> forms = column.map(one -> ValueForm.of(one.role())).orElse(List.of());
        form.setAccessibleText(
                texts.get("columns.form.of", column.map(MappedColumn::column).orElse("")));
        if (!form.getItems().equals(forms)) {
            form.setValue(null);
            form.getItems().setAll(forms);
        }
        form.setValue(forms.isEmpty() ? null : column.map(ValueForm::of).orElse(null));
        form.setDisable(forms.isEmpty());
    }

    private void showHints() {
        List<HBox> found = model.settingsProperty().get().map(this::rows).orElse(List.of());
        hints.show(found, form::requestFocus);
        hints.setVisible(!found.isEmpty());
        hints.setManaged(!found.isEmpty());
    }

    private List<HBox> rows(ImportSettings settings) {
        Mapping mapping = settings.mapping();
        Optional<ImportCheck> check = model.checkProperty().get();
        List<ColumnCount> counted = check.map(ImportCheck::columns).orElse(List.of());
        return Stream.concat(
                        AmountSentences.hints(mapping, settings.preview()).stream()
                                .map(this::unit),
                        OddCells.in(mapping, settings.preview(), counted).stream()
                                .filter(hint -> isWords(hint, check))
                                .map(this::odd))
                .toList();
    }

    /// Odd cells of rows that are rejected anyway leave the column one of numbers.
    private static boolean isWords(OddCells.Hint hint, Optional<ImportCheck> check) {
        return check.isEmpty() || check.get().report().keptAsText(hint.column().keptName());
    }

    private HBox unit(AmountSentences.Hint hint) {
        String column = hint.column().column();
        Button take = new Button(texts.get("columns.unit.take", hint.unit().words()));
        take.setId("take-" + column);
        take.setAccessibleText(
                texts.get("columns.unit.take.of", column, hint.unit().words()));
        take.setOnAction(event ->
                model.changeMapping(mapping -> mapping.with(hint.column().counting(hint.unit()))));
        Label words = OptionLabels.warning(hint.sentence());
        words.setId("hint-" + column);
        return row(words, take);
    }

    private HBox odd(OddCells.Hint hint) {
        String column = hint.column().column();
        Button take = new Button(texts.get("columns.form.NUMBERS"));
        take.setId("numbers-" + column);
        take.setAccessibleText(texts.get("columns.form.take.of", column));
        take.setOnAction(event -> model.changeMapping(mapping -> mapping.with(ValueForm.NUMBERS.take(hint.column()))));
        Label words = OptionLabels.warning(texts.get("columns.form.odd", column, hint.count()));
        words.setId("odd-" + column);
        return row(words, take);
    }

    private static HBox row(Label words, Button take) {
        take.getStyleClass().add("small");
        take.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(GAP, words, take);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void changed(UnaryOperator<MappedColumn> change) {
        if (!filling) {
            shown.ifPresent(name -> model.changeMapping(mapping ->
                    mapping.column(name).map(change).map(mapping::with).orElse(mapping)));
        }
    }
}
