package app.attune.events.ui;

import app.attune.ui.InWords;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Asks for a test of one column: which column, which test, which value. Stays closed behind a button until wanted.
final class TestForm<T extends Enum<T>> extends VBox {
    /// The tests there are.
    ///
    /// @param words  what a test is called
    /// @param valued whether it compares with a value
    record Tests<T>(List<T> all, Function<T, String> words, Predicate<T> valued) {
        Tests {
            all = List.copyOf(all);
        }
    }

    /// What was chosen and typed.
    ///
    /// @param then empty unless the form asks for it
    record Chosen<T>(String column, T test, String value, String then) {}

    private static final int GAP = 8;

    private final Texts texts = Texts.of("events");
    private final String key;
    private final Tests<T> tests;
    private final Button open = new Button();
    private final VBox fields = new VBox();
    private final ComboBox<String> column = new ComboBox<>();
    private final ComboBox<T> test = new ComboBox<>();
    private final TextField value = new TextField();
    private final TextField then = new TextField();
    private final Label wrong = OptionLabels.warning("");
    private final Button add = new Button();

    /// @param key of the words, and how the controls are called
    TestForm(String key, Tests<T> tests) {
        this.key = key;
        this.tests = tests;
        fields.getStyleClass().add("section");
        open.setText(texts.get(key + ".add"));
        open.setId(key + "Open");
        open.getStyleClass().add("small");
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(event -> unfold());
        wrong.setId(key + "Wrong");
        prepareColumn();
        prepareTest();
        prepareValue();
        add.setText(texts.get(key + ".add.do"));
        add.setId(key + "Add");
        add.getStyleClass().addAll("small", "accent");
        add.setMinWidth(USE_PREF_SIZE);
        Button cancel = new Button(texts.get("form.cancel"));
        cancel.setId(key + "Cancel");
        cancel.getStyleClass().add("small");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> foldBack());
        getChildren().addAll(open, fields);
        fields.getChildren().addAll(title("column", column), column, title("test", test), test);
        fields.getChildren().addAll(title("value", value), value, wrong, new FlowPane(GAP, GAP, add, cancel));
        unfolded(false);
    }

    /// Asks also what follows where the test holds.
    TestForm<T> thenAsking() {
        then.setId(key + "Then");
        then.setAccessibleText(texts.get(key + ".then"));
        then.setPromptText(texts.get(key + ".then.prompt"));
        int after = fields.getChildren().indexOf(value) + 1;
        fields.getChildren().addAll(after, List.of(title("then", then), then));
        return this;
    }

    /// Told what was chosen when the analyst is done. It says what is wrong by an answer, or an empty one.
    void whenDone(Function<Chosen<T>, String> done) {
        Consumer<ActionEvent> finish = event -> {
            Optional<Chosen<T>> chosen = chosen();
            String problem = chosen.map(done).orElseGet(() -> texts.get(key + ".choose"));
            OptionLabels.say(wrong, problem);
            if (problem.isEmpty()) {
                foldBack();
            }
        };
        add.setOnAction(finish::accept);
        value.setOnAction(finish::accept);
        then.setOnAction(finish::accept);
    }

    void columns(List<String> names) {
        if (!names.equals(column.getItems())) {
            column.getItems().setAll(names);
        }
    }

    private Label title(String part, javafx.scene.Node control) {
        return OptionLabels.title(texts.get(key + "." + part), control);
    }

    private void prepareColumn() {
        column.setId(key + "Column");
        column.setAccessibleText(texts.get(key + ".column"));
        column.setMaxWidth(Double.MAX_VALUE);
        column.setButtonCell(new LongChoice<>(name -> name));
    }

    private void prepareTest() {
        test.setId(key + "Test");
        test.setAccessibleText(texts.get(key + ".test"));
        test.setMaxWidth(Double.MAX_VALUE);
        test.setConverter(InWords.of(tests.words()));
        test.getItems().setAll(tests.all());
        test.valueProperty().addListener((observed, before, now) -> {
            boolean valued = now == null || tests.valued().test(now);
            value.setDisable(!valued);
            value.setPromptText(now == null || !valued ? "" : texts.get(key + ".prompt." + now.name()));
        });
    }

    private void prepareValue() {
        value.setId(key + "Value");
        value.setAccessibleText(texts.get(key + ".value"));
    }

    private Optional<Chosen<T>> chosen() {
        return column.getValue() == null || test.getValue() == null
                ? Optional.empty()
                : Optional.of(new Chosen<>(column.getValue(), test.getValue(), value.getText(), then.getText()));
    }

    private void unfold() {
        column.setValue(null);
        test.setValue(null);
        value.clear();
        then.clear();
        OptionLabels.say(wrong, "");
        unfolded(true);
        column.requestFocus();
    }

    private void foldBack() {
        unfolded(false);
        focus();
    }

    /// The keyboard goes to the button that asks for a test.
    void focus() {
        open.requestFocus();
    }

    private void unfolded(boolean now) {
        fields.setVisible(now);
        fields.setManaged(now);
        open.setVisible(!now);
        open.setManaged(!now);
    }
}
