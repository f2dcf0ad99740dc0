package app.attune.workbench;

import app.attune.ui.Texts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks for the time to look at: that of the latest data, or one that is typed.
final class AsOfPane extends VBox {
    private final Texts texts;
    private final Session session;
    private final Runnable refresh;
    private final RadioButton latest = new RadioButton();
    private final RadioButton other = new RadioButton();
    private final TextField day = new TextField();
    private final TextField time = new TextField();
    private final Label dayProblem = new Label();
    private final Label timeProblem = new Label();
    private @Nullable Node focusBefore;

    /// @param refresh done when another time was chosen
    AsOfPane(Texts texts, Session session, Runnable refresh) {
        this.texts = texts;
        this.session = session;
        this.refresh = refresh;
        setId("as-of-pane");
        getStyleClass().addAll("task-pane", "as-of-pane");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        prepareChoice();
        HBox fields = new HBox(labelled("as-of.day", day), labelled("as-of.time", time));
        fields.getStyleClass().add("toolbar");
        getChildren()
                .addAll(
                        label("as-of.title", "section-title"),
                        latest,
                        other,
                        fields,
                        dayProblem,
                        timeProblem,
                        label("as-of.meaning", "caption"),
                        buttons());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setVisible(false);
    }

    private void prepareChoice() {
        ToggleGroup either = new ToggleGroup();
        latest.setToggleGroup(either);
        latest.setId("as-of-latest");
        other.setToggleGroup(either);
        other.setId("as-of-other");
        other.setText(texts.get("as-of.other"));
        field(day, "as-of-day", "as-of.day");
        field(time, "as-of-time", "as-of.time");
        problem(dayProblem, "");
        problem(timeProblem, "");
        other.selectedProperty().addListener((observed, before, now) -> check());
    }

    private void field(TextField field, String id, String name) {
        field.setId(id);
        field.setAccessibleText(texts.get(name));
        field.setPrefColumnCount(9);
        field.textProperty().addListener((observed, before, now) -> {
            if (field.isFocused()) {
                other.setSelected(true);
            }
            check();
        });
    }

    private Label label(String key, String style) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private Node labelled(String key, TextField field) {
        Label name = label(key, "form-label");
        name.setLabelFor(field);
        VBox box = new VBox(name, field);
        box.getStyleClass().add("task-row");
        return box;
    }

    private Node buttons() {
        Button apply = new Button(texts.get("as-of.apply"));
        apply.setId("as-of-apply");
        apply.getStyleClass().add("accent");
        apply.setOnAction(event -> apply());
        Button cancel = new Button(texts.get("as-of.cancel"));
        cancel.setId("as-of-cancel");
        cancel.setOnAction(event -> close());
        HBox buttons = new HBox(apply, cancel);
        buttons.getStyleClass().add("toolbar");
        return buttons;
    }

    /// Not before the data was counted.
    void open() {
        session.standingProperty().get().ifPresent(standing -> open(standing.moment()));
    }

    private void open(Moment now) {
        focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        latest.setText(texts.get("as-of.latest", Moment.words(now.latest())));
        Moment typed = now.isLatest() ? new Moment(now.latest().minus(30, ChronoUnit.DAYS), now.latest()) : now;
        day.setText(typed.day());
        time.setText(typed.time());
        (now.isLatest() ? latest : other).setSelected(true);
        setVisible(true);
        (now.isLatest() ? latest : day).requestFocus();
    }

    void close() {
        setVisible(false);
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
            apply();
            event.consume();
        }
    }

    private void apply() {
        check();
        Optional<Instant> typed = typed().instant();
        if (latest.isSelected()) {
            close();
            session.lookAtLatest();
            refresh.run();
        } else if (typed.isPresent()) {
            close();
            session.lookAt(typed.get());
            refresh.run();
        } else {
            (typed().date().isEmpty() ? day : time).requestFocus();
        }
    }

    private TypedTime typed() {
        return new TypedTime(day.getText(), time.getText());
    }

    /// Says at the fields what is wrong with them, where they count.
    private void check() {
        boolean wrongDay = other.isSelected() && typed().date().isEmpty();
        boolean wrongTime = other.isSelected() && typed().timeOfDay().isEmpty();
        problem(
                dayProblem,
                wrongDay ? texts.get("as-of.day.wrong", day.getText().strip()) : "");
        problem(
                timeProblem,
                wrongTime ? texts.get("as-of.time.wrong", time.getText().strip()) : "");
    }

    private static void problem(Label label, String words) {
        if (!label.getStyleClass().contains("field-problem")) {
            label.getStyleClass().add("field-problem");
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }
}
