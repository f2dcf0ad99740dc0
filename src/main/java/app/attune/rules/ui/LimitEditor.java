package app.attune.rules.ui;

import app.attune.ui.Presence;
import app.attune.ui.SuggestField;
import app.attune.ui.SuggestField.Suggestion;
import app.attune.ui.Texts;
import java.time.ZoneId;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// What edits one limit of a rule: fields with their names, and a line below that says what cannot be read and so is
/// not taken.
abstract sealed class LimitEditor extends VBox permits CapEditor, ContextEditor, ScheduleEditor {
    static final double GAP = 6;
    private static final int SUGGESTED = 12;

    final Texts texts = Texts.of("rules");
    private final Label problem = new Label();
    private boolean showing;

    LimitEditor() {
        setSpacing(GAP);
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        mark("");
    }

    final <T extends TextField> T field(T field, String id, String key) {
        field.setId(id);
        field.setAccessibleText(texts.get(key));
        return field;
    }

    final TextField field(String id, String key, String prompt) {
        TextField field = field(new TextField(), id, key);
        field.setPromptText(prompt);
        return field;
    }

    /// For a time zone, which are suggested.
    final SuggestField zone(String id, String key) {
        SuggestField zone = field(new SuggestField(), id, key);
        zone.suggestFrom(typed -> ZoneId.getAvailableZoneIds().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT)))
                .sorted()
                .limit(SUGGESTED)
                .map(name -> new Suggestion(name, name))
                .toList());
        zone.onPicked(zone::showText);
        return zone;
    }

    final Label label(String key, Node node) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("form-label");
        label.setWrapText(true);
        label.setLabelFor(node);
        return label;
    }

    final void labelled(String key, Node node) {
        getChildren().addAll(label(key, node), node);
    }

    /// Below everything else.
    final void addProblem() {
        getChildren().add(problem);
    }

    /// Says what cannot be read; nothing for none.
    final void mark(String words) {
        problem.setText(words);
        Presence.when(!words.isEmpty()).of(problem);
    }

    /// Fills the fields with what there is, which nobody typed.
    final void fill(Runnable filling) {
        showing = true;
        filling.run();
        showing = false;
    }

    final boolean isFilling() {
        return showing;
    }
}
