package app.attune.events.ui;

import app.attune.events.SqlAnswer;
import app.attune.ui.Action;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.TabKey;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The expert's tab of the data screen: a query, its answer, and what can be asked.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class SqlView {
    private static final int EXAMPLES = 4;
    private static final double WIDE = 11;

    @FXML
    private TextArea query;

    @FXML
    private Button runButton;

    @FXML
    private Button cancelButton;

    @FXML
    private Button sqlCopyButton;

    @FXML
    private MenuButton examples;

    @FXML
    private Label note;

    @FXML
    private Label tables;

    @FXML
    private MessageBar messages;

    @FXML
    private TableView<List<String>> answer;

    private final Texts texts = Texts.of("events");
    private final SqlViewModel model;
    private final Parent root;
    private final List<Action> actions;

    SqlView(DataContext context) {
        model = new SqlViewModel(context, texts);
        root = Views.load(this);
        query.textProperty().bindBidirectional(model.queryProperty());
        note.textProperty().bind(model.noteProperty());
        tables.textProperty().bind(model.tablesProperty());
        answer.setPlaceholder(new Label(texts.get("sql.none")));
        for (int i = 1; i <= EXAMPLES; i++) {
            examples.getItems().add(example(i));
        }
        TabKey.writes(query);
        query.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
                model.run();
                event.consume();
            }
        });
        model.problems().addListener((ListChangeListener<Object>) change -> messages.show(model.problems()));
        model.answerProperty().addListener((observed, before, now) -> now.ifPresentOrElse(this::show, this::clear));
        actions = makeActions();
    }

    Parent root() {
        return root;
    }

    SqlViewModel model() {
        return model;
    }

    List<Action> actions() {
        return actions;
    }

    private MenuItem example(int number) {
        String sql = texts.get("sql.example." + number);
        MenuItem item = new MenuItem(sql);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> model.queryProperty().set(sql));
        return item;
    }

    private List<Action> makeActions() {
        ObservableValue<String> empty = Bindings.createStringBinding(
                () -> model.queryProperty().get().isBlank() ? texts.get("sql.reason.empty") : "",
                model.queryProperty());
        ObservableValue<String> idle =
                model.runningProperty().map(running -> running ? "" : texts.get("sql.reason.idle"));
        ObservableValue<String> nothing =
                model.answerProperty().map(now -> now.isPresent() ? "" : texts.get("sql.reason.nothing"));
        Action run = action("run", model::run).withKey("Shortcut+Enter").disabledBy(empty);
        Action cancel = action("cancel", model::cancel).disabledBy(idle);
        Action copy = action("copy", this::copy).disabledBy(nothing);
        run.attachTo(runButton);
        cancel.attachTo(cancelButton);
        copy.attachTo(sqlCopyButton);
        return List.of(run, cancel, copy);
    }

    private Action action(String name, Runnable work) {
        return Action.of("sql." + name, texts.get("sql.action." + name), work);
    }

    private void clear() {
        answer.getItems().clear();
        answer.getColumns().clear();
    }

    private void show(SqlAnswer now) {
        List<TableColumn<List<String>, String>> columns = new ArrayList<>();
        for (int i = 0; i < now.columns().size(); i++) {
            columns.add(column(now.columns().get(i), i));
        }
        answer.getColumns().setAll(columns);
        answer.getItems().setAll(now.rows());
        answer.scrollTo(0);
    }

    private TableColumn<List<String>, String> column(SqlAnswer.SqlColumn shown, int index) {
        TableColumn<List<String>, String> column = new TableColumn<>(shown.name());
        column.setCellValueFactory(row -> {
            String cell = row.getValue().get(index);
            return new ReadOnlyStringWrapper(cell.isEmpty() ? Numbers.NONE : cell);
        });
        column.setSortable(false);
        column.setPrefWidth(WIDE * note.getFont().getSize());
        if (shown.isNumber()) {
            column.getStyleClass().add("number-column");
        }
        return column;
    }

    private void copy() {
        model.answerProperty().get().ifPresent(now -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(now.tabbed());
            Clipboard.getSystemClipboard().setContent(content);
            messages.say(texts.get("sql.copied", Numbers.count(now.rows().size())));
        });
    }
}
