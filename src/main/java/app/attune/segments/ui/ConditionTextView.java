package app.attune.segments.ui;

import app.attune.segments.SegmentDraft;
import app.attune.segments.text.FormsText;
import app.attune.segments.text.TextPlace;
import app.attune.ui.DisabledHint;
import app.attune.ui.MessageBar;
import app.attune.ui.TabKey;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// The condition as text, to copy, to paste and to edit.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class ConditionTextView {
    @FXML
    private MessageBar textMessages;

    @FXML
    private TextArea conditionText;

    @FXML
    private TextArea textForms;

    @FXML
    private ToggleButton showForms;

    @FXML
    private Label textPlace;

    @FXML
    private Button copyText;

    @FXML
    private Button resetText;

    @FXML
    private Button useText;

    private final Texts texts = Texts.of("segments");
    private final ConditionTextViewModel model;
    private final Parent root;

    ConditionTextView(ConditionTextViewModel model) {
        this.model = model;
        this.root = Views.load(this);
        TabKey.leaves(conditionText);
        conditionText.textProperty().bindBidirectional(model.textProperty());
        textPlace
                .textProperty()
                .bind(Bindings.createStringBinding(
                        this::place, conditionText.textProperty(), conditionText.caretPositionProperty()));
        model.problems().addListener((ListChangeListener<Object>) change -> textMessages.show(model.problems()));
        model.wrongProperty().addListener((observed, before, now) -> now.ifPresent(this::show));
        bindForms();
        copyText.setOnAction(event -> copy());
        resetText.setOnAction(event -> model.reset());
        useText.setOnAction(event -> model.use());
        var why = model.editedProperty().map(edited -> edited ? "" : texts.get("text.unedited"));
        DisabledHint.explain(resetText, why);
        DisabledHint.explain(useText, why);
    }

    /// Every form beside the text, where that is asked for.
    private void bindForms() {
        TabKey.leaves(textForms);
        textForms.setText(String.join("\n", FormsText.lines()));
        textForms.visibleProperty().bind(showForms.selectedProperty());
        textForms.managedProperty().bind(showForms.selectedProperty());
    }

    /// Where the caret is, since what cannot be read is named by its line and column.
    private String place() {
        String before = conditionText
                .getText()
                .substring(
                        0,
                        Math.min(
                                conditionText.getCaretPosition(),
                                conditionText.getText().length()));
        long line = before.chars().filter(letter -> letter == '\n').count() + 1;
        return texts.get("text.place", line, before.length() - before.lastIndexOf('\n'));
    }

    /// Lets the text be mended at this place.
    private void show(TextPlace wrong) {
        conditionText.requestFocus();
        conditionText.positionCaret(wrong.in(conditionText.getText()));
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(conditionText.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Follows this state of the segment.
    void show(SegmentDraft draft) {
        model.show(draft);
    }

    /// Another tab is looked at, perhaps.
    void away() {
        model.away();
    }

    Parent root() {
        return root;
    }
}
