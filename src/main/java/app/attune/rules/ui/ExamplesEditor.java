package app.attune.rules.ui;

import app.attune.core.UserId;
import app.attune.rules.RuleAbout;
import app.attune.rules.RuleAbout.Example;
import app.attune.rules.RuleAbout.Expected;
import app.attune.rules.RuleId;
import app.attune.ui.InWords;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The examples of a rule, each as a chip that can be taken away, and a line to add one.
final class ExamplesEditor extends VBox {
    private static final double GAP = 8;

    private final Texts texts = Texts.of("rules");
    private final FlowPane chips = new FlowPane(GAP, GAP);
    private final TextField user = new TextField();
    private final ComboBox<Expected> expected = new ComboBox<>();
    private Consumer<List<Example>> edited = examples -> {};
    private Optional<RuleId> rule = Optional.empty();
    private List<Example> current = List.of();

    ExamplesEditor() {
        setSpacing(GAP);
        user.setId("exampleUser");
        user.setPromptText(texts.get("rules.example.user"));
        user.setAccessibleText(texts.get("rules.example.user"));
        user.setOnAction(event -> add());
        HBox.setHgrow(user, Priority.ALWAYS);
        expected.setId("exampleExpected");
        expected.setAccessibleText(texts.get("rules.example.expected"));
        expected.setConverter(InWords.of(value -> texts.get("rules.example." + value)));
        expected.getItems().setAll(Expected.values());
        expected.setValue(Expected.APPLIES);
        expected.setMaxWidth(Double.MAX_VALUE);
        Button add = new Button(texts.get("rules.example.add"));
        add.setId("exampleAdd");
        add.setMinWidth(Button.USE_PREF_SIZE);
        add.setOnAction(event -> add());
        HBox line = new HBox(user, add);
        line.getStyleClass().add("toolbar");
        getChildren().addAll(chips, expected, line);
        fill();
    }

    void onEdited(Consumer<List<Example>> handler) {
        edited = handler;
    }

    /// A user who is typed and not added stays while the same rule is shown.
    void show(RuleId of, RuleAbout about) {
        if (!Optional.of(of).equals(rule)) {
            rule = Optional.of(of);
            user.clear();
        }
        if (!about.examples().equals(current)) {
            current = about.examples();
            fill();
        }
    }

    private void add() {
        if (user.getText().isBlank()) {
            user.requestFocus();
            return;
        }
        List<Example> more = new ArrayList<>(current);
        UserId id = new UserId(user.getText().strip());
        more.removeIf(example -> example.user().equals(id));
        more.add(new Example(id, expected.getValue()));
        user.clear();
        set(more);
    }

    private void set(List<Example> examples) {
        current = List.copyOf(examples);
        fill();
        edited.accept(current);
    }

    private void fill() {
        chips.getChildren().setAll(current.stream().map(this::chip).toList());
        chips.setManaged(!current.isEmpty());
    }

    private Node chip(Example example) {
        String shown = texts.get("rules.example.chip." + example.expected(), example.user());
        Button chip = new Button(shown, new FontIcon("mdoal-close"));
        chip.getStyleClass().add("small");
        chip.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        chip.setAccessibleText(texts.get("rules.items.remove", shown));
        chip.setOnAction(event ->
                set(current.stream().filter(other -> !other.equals(example)).toList()));
        return chip;
    }
}
