package app.attune.events.ui;

import app.attune.events.MendedRow;
import app.attune.events.RejectedRow;
import app.attune.events.RejectedRows;
import app.attune.ui.Action;
import app.attune.ui.Numbers;
import app.attune.ui.TabKey;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    private final ObservableMap<Place, String> edits = FXCollections.observableHashMap();
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
                        () -> edited().isEmpty() ? texts.get("rejected.reason.unedited") : busy.getValue(),
                        edits,
                        rejected.getItems(),
                        busy));
        Action undo = Action.of(id + ".as-written", texts.get("action.as-written"), this::undo)
                .disabledBy(Bindings.createStringBinding(
                        () -> chosen().filter(this::isEdited).isPresent()
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
        column(rejectedEdited, row -> isEdited(row) ? texts.get("rejected.edited.yes") : "");
        column(rejectedRow, this::text);
        ColumnWidths.follow(rejected, sentence.fontProperty(), 8, 5, 8, 13, 20, 5, 24);
        rejected.setPlaceholder(new Label(texts.get("rejected.none")));
        rejected.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> edit());
        editor.textProperty().addListener((observed, before, now) -> typed(now));
        TabKey.writes(editor);
    }

    private static void column(TableColumn<RejectedRow, String> column, Function<RejectedRow, String> text) {
        column.setCellValueFactory(row -> new SimpleStringProperty(text.apply(row.getValue())));
    }

    /// Of a file that is not imported yet: they are only looked at.
    void show(List<RejectedRow> checked) {
        fill(checked, "", false);
    }

    /// Those of imports, to be edited. Edits stay, also those of other imports.
    void show(RejectedRows rows) {
        fill(rows.rows(), rows.rejected() == 0 ? "" : rows.words(), rows.open() > 0);
    }

    private void fill(List<RejectedRow> rows, String words, boolean editable) {
        int place = Math.max(0, rejected.getSelectionModel().getSelectedIndex());
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

    /// The keyboard goes to the rows.
    void focus() {
        rejected.requestFocus();
    }

    private Optional<RejectedRow> chosen() {
        return Optional.ofNullable(rejected.getSelectionModel().getSelectedItem());
    }

    private String text(RejectedRow row) {
        return Objects.requireNonNullElse(
                edits.get(Place.of(row)), row.rejection().raw());
    }

    private void edit() {
        filling = true;
        String written = chosen().map(row -> row.rejection().raw()).orElse("");
        editor.setText(written);
        boolean whole = editor.getText().equals(written);
        boolean cut = chosen().filter(row -> row.rejection().isCut()).isPresent();
        if (whole) {
            editor.setText(chosen().map(this::text).orElse(""));
        }
        editor.setDisable(chosen().isEmpty());
        editor.setEditable(whole && !cut);
        String words = cut ? "rejected.editing.cut" : whole ? "rejected.editing" : "rejected.editing.hidden";
        editorLabel.setText(chosen().map(row -> texts.get(
                        words,
                        Numbers.count(row.rejection().line()),
                        row.file(),
                        row.rejection().reason().words()))
                .orElse(texts.get("rejected.editing.none")));
        filling = false;
    }

    private void undo() {
        chosen().map(Place::of).ifPresent(edits::remove);
        edit();
        rejected.refresh();
    }

    private boolean isEdited(RejectedRow row) {
        return edits.containsKey(Place.of(row));
    }

    private void typed(String text) {
        if (filling) {
            return;
        }
        chosen().ifPresent(row -> {
            if (text.equals(row.rejection().raw())) {
                edits.remove(Place.of(row));
            } else {
                edits.put(Place.of(row), text);
            }
            rejected.refresh();
        });
    }

    private List<MendedRow> edited() {
        Set<Place> seen = new HashSet<>();
        return rejected.getItems().stream()
                .filter(row -> isEdited(row) && seen.add(Place.of(row)))
                .map(row -> new MendedRow(row, text(row)))
                .toList();
    }

    /// What an edit is of: a record, which may have given several rejected rows.
    private record Place(long importId, long record, String raw) {
        static Place of(RejectedRow row) {
            return new Place(row.importId(), row.record(), row.rejection().raw());
        }
    }
}
