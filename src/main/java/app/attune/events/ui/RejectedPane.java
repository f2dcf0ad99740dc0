package app.attune.events.ui;

import app.attune.events.MendedRow;
import app.attune.events.RejectedRow;
import app.attune.events.RejectedRows;
import app.attune.ui.Action;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// Rejected rows, each of which can be edited as it was written and read again.
@SuppressWarnings("NullAway.Init") // filled from FXML
final class RejectedPane {
    /// Rows that are shown at most.
    static final int SHOWN = 1_000;

    @FXML
    private Label sentence;

    @FXML
    private TableView<RejectedRow> rejected;

    @FXML
    private TableColumn<RejectedRow, String> rejectedFile;

    @FXML
    private TableColumn<RejectedRow, String> rejectedLine;

    @FXML
    private TableColumn<RejectedRow, String> rejectedColumn;

    @FXML
    private TableColumn<RejectedRow, String> rejectedReason;

    @FXML
    private TableColumn<RejectedRow, String> rejectedFound;

    @FXML
    private TableColumn<RejectedRow, String> rejectedEdited;

    @FXML
    private TableColumn<RejectedRow, String> rejectedRow;

    @FXML
    private VBox editing;

    @FXML
    private Label editorLabel;

    @FXML
    private TextArea editor;

    @FXML
    private Button readAgain;

    @FXML
    private Button asWritten;

    private final Texts texts = Texts.of("events");
    private final ObservableMap<RejectedRow, String> edits = FXCollections.observableHashMap();
    private final Parent root;
    private final List<Action> actions;
    private boolean filling;

    /// @param id     what the actions' ids begin with
    /// @param busy   why nothing can be read again now; empty when it can
    /// @param reader gets the edited rows
    RejectedPane(String id, ObservableValue<String> busy, Consumer<List<MendedRow>> reader) {
        this.root = Views.load(this);
        Action again = Action.of(id + ".read-again", texts.get("action.read-again"), () -> reader.accept(edited()))
                .disabledBy(Bindings.createStringBinding(
                        () -> edits.isEmpty() ? texts.get("rejected.reason.unedited") : busy.getValue(), edits, busy));
        Action undo = Action.of(
                        id + ".as-written",
                        texts.get("action.as-written"),
                        () -> chosen().ifPresent(
                                        row -> editor.setText(row.rejection().raw())))
                .disabledBy(Bindings.createStringBinding(
                        () -> chosen().filter(edits::containsKey).isPresent()
                                ? ""
                                : texts.get("rejected.reason.as-written"),
                        edits,
                        rejected.getSelectionModel().selectedItemProperty()));
        again.attachTo(readAgain);
        undo.attachTo(asWritten);
        this.actions = List.of(again, undo);
        show(List.of());
    }

    Parent root() {
        return root;
    }

    List<Action> actions() {
        return actions;
    }

    @FXML
    private void initialize() {
        column(rejectedFile, RejectedRow::file);
        column(rejectedLine, row -> Numbers.count(row.rejection().line()));
        column(rejectedColumn, row -> row.column().isEmpty() ? Numbers.NONE : row.column());
        column(rejectedReason, row -> row.rejection().reason().words());
        column(rejectedFound, row -> row.rejection().detail());
        column(rejectedEdited, row -> edits.containsKey(row) ? texts.get("rejected.edited.yes") : "");
        column(rejectedRow, this::text);
        ColumnWidths.follow(rejected, sentence.fontProperty(), 8, 5, 8, 13, 20, 5, 24);
        rejected.setPlaceholder(new Label(texts.get("rejected.none")));
        rejected.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> edit());
        editor.textProperty().addListener((observed, before, now) -> typed(now));
    }

    private static void column(TableColumn<RejectedRow, String> column, Function<RejectedRow, String> text) {
        column.setCellValueFactory(row -> new SimpleStringProperty(text.apply(row.getValue())));
    }

    /// Of a file that is not imported yet: they are only looked at.
    void show(List<RejectedRow> checked) {
        fill(checked, "", false);
    }

    /// Those of imports, to be edited. Edits of rows that are still there stay.
    void show(RejectedRows rows) {
        fill(rows.rows(), rows.rejected() == 0 ? "" : rows.words(), rows.open() > 0);
    }

    private void fill(List<RejectedRow> rows, String words, boolean editable) {
        int place = Math.max(0, rejected.getSelectionModel().getSelectedIndex());
        edits.keySet().retainAll(rows);
        rejected.getItems().setAll(rows);
        rejectedFile.setVisible(rows.stream().map(RejectedRow::file).distinct().count() > 1);
        rejectedEdited.setVisible(editable);
        sentence.setText(words);
        sentence.setVisible(!words.isEmpty());
        sentence.setManaged(!words.isEmpty());
        editing.setVisible(editable);
        editing.setManaged(editable);
        if (editable) {
            rejected.getSelectionModel().clearAndSelect(Math.min(place, rows.size() - 1));
        }
        edit();
    }

    private Optional<RejectedRow> chosen() {
        return Optional.ofNullable(rejected.getSelectionModel().getSelectedItem());
    }

    private String text(RejectedRow row) {
        return Objects.requireNonNullElse(edits.get(row), row.rejection().raw());
    }

    private void edit() {
        filling = true;
        editor.setText(chosen().map(this::text).orElse(""));
        editor.setDisable(chosen().isEmpty());
        editorLabel.setText(chosen().map(row -> texts.get(
                        "rejected.editing",
                        Numbers.count(row.rejection().line()),
                        row.file(),
                        row.rejection().reason().words()))
                .orElse(texts.get("rejected.editing.none")));
        filling = false;
    }

    private void typed(String text) {
        if (filling) {
            return;
        }
        chosen().ifPresent(row -> {
            if (text.equals(row.rejection().raw())) {
                edits.remove(row);
            } else {
                edits.put(row, text);
            }
            rejected.refresh();
        });
    }

    private List<MendedRow> edited() {
        return rejected.getItems().stream()
                .filter(edits::containsKey)
                .map(row -> new MendedRow(row, text(row)))
                .toList();
    }
}
