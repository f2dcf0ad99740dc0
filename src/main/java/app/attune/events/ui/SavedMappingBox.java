package app.attune.events.ui;

import app.attune.ui.Action;
import app.attune.ui.Dialogs;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Chooses among the saved mappings, and saves, renames and deletes them.
final class SavedMappingBox extends VBox {
    private final Texts texts = Texts.of("events");
    private final ImportViewModel model;
    private final Dialogs dialogs;
    private final ComboBox<String> choice = new ComboBox<>();
    private final List<Action> actions;
    private boolean filling;

    SavedMappingBox(ImportViewModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
        getStyleClass().add("section");
        Label label = new Label(texts.get("mapping.title"));
        label.getStyleClass().add("form-label");
        label.setLabelFor(choice);
        choice.setId("savedMapping");
        choice.setAccessibleText(texts.get("mapping.title"));
        choice.setPromptText(texts.get("mapping.none"));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setItems(model.shelf().names());
        choice.valueProperty().addListener((observed, before, now) -> apply(now));
        model.settingsProperty().addListener((observed, before, now) -> show());
        model.shelf().names().addListener((javafx.beans.InvalidationListener) changed -> show());
        this.actions = makeActions();
        FlowPane buttons =
                new FlowPane(button(0, "saveMapping"), button(1, "renameMapping"), button(2, "deleteMapping"));
        buttons.getStyleClass().add("form");
        getChildren().addAll(label, choice, buttons);
    }

    List<Action> actions() {
        return actions;
    }

    private List<Action> makeActions() {
        ObservableValue<String> unread = Bindings.createStringBinding(
                () -> model.settingsProperty().get().isEmpty() ? texts.get("reason.file") : "",
                model.settingsProperty());
        ObservableValue<String> unchosen = Bindings.createStringBinding(
                () -> choice.getValue() == null ? texts.get("mapping.unchosen") : "", choice.valueProperty());
        return List.of(
                Action.of("import.mapping.save", texts.get("action.mapping.save"), this::save)
                        .disabledBy(unread),
                Action.of("import.mapping.rename", texts.get("action.mapping.rename"), () -> chosen(this::rename))
                        .disabledBy(unchosen),
                Action.of("import.mapping.delete", texts.get("action.mapping.delete"), () -> chosen(this::delete))
                        .disabledBy(unchosen));
    }

    private Button button(int action, String id) {
        Button button = new Button(texts.get("mapping." + id));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("small");
        actions.get(action).attachTo(button);
        return button;
    }

    private void apply(String name) {
        boolean applied = saved().equals(Optional.ofNullable(name));
        if (!filling && name != null && !applied) {
            model.reading().apply(name);
        }
    }

    private void show() {
        filling = true;
        choice.setValue(saved().filter(model.shelf().names()::contains).orElse(null));
        filling = false;
    }

    private Optional<String> saved() {
        return model.settingsProperty().get().flatMap(now -> now.origin().saved());
    }

    private void chosen(Consumer<String> work) {
        Optional.ofNullable(choice.getValue()).ifPresent(work);
    }

    private void save() {
        String proposed = Optional.ofNullable(choice.getValue()).orElseGet(this::stem);
        dialogs.ask(new Dialogs.Prompt(
                        texts.get("mapping.save.title"),
                        texts.get("mapping.name"),
                        proposed,
                        texts.get("mapping.saveMapping")))
                .ifPresent(model.shelf()::save);
    }

    /// The name of the file without what follows the first point, and without its digits at the end.
    private String stem() {
        String name = model.sourcesProperty().get().stream()
                .findFirst()
                .map(source -> source.first().shortName())
                .orElse("");
        return name.replaceFirst("\\..*$", "").replaceFirst("[-_ ]?\\d[-_ \\d]*$", "");
    }

    private void rename(String name) {
        dialogs.ask(new Dialogs.Prompt(
                        texts.get("mapping.rename.title", name),
                        texts.get("mapping.name"),
                        name,
                        texts.get("mapping.renameMapping")))
                .ifPresent(other -> model.shelf().rename(name, other));
    }

    private void delete(String name) {
        Dialogs.Question question = new Dialogs.Question(
                texts.get("mapping.delete.title"),
                texts.get("mapping.delete.question", name),
                texts.get("mapping.deleteMapping"));
        if (dialogs.confirm(question)) {
            model.shelf().delete(name);
        }
    }
}
