package app.attune.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextInputDialog;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Dialogs of the window.
public final class FxDialogs implements Dialogs {
    private final Supplier<Window> owner;

    /// @param owner asked each time, since a window may come later
    public FxDialogs(Supplier<Window> owner) {
        this.owner = owner;
    }

    @Override
    public boolean confirm(Question question) {
        ButtonType verb = new ButtonType(question.verb(), ButtonData.OK_DONE);
        ButtonType refusal = new ButtonType(question.refusal(), ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, question.message(), verb, refusal);
        prepare(alert, question.title());
        if (question.enter() == Enter.REFUSES) {
            refuseByEnter(alert, verb, refusal);
        }
        return alert.showAndWait().filter(verb::equals).isPresent();
    }

    private static void refuseByEnter(Alert alert, ButtonType verb, ButtonType refusal) {
        if (alert.getDialogPane().lookupButton(verb) instanceof Button does) {
            does.setDefaultButton(false);
        }
        if (alert.getDialogPane().lookupButton(refusal) instanceof Button refuses) {
            refuses.setDefaultButton(true);
            alert.setOnShown(event -> refuses.requestFocus());
        }
    }

    @Override
    public Optional<String> ask(Prompt prompt) {
        TextInputDialog dialog = new TextInputDialog(prompt.initial());
        prepare(dialog, prompt.title());
        dialog.setContentText(prompt.label());
        dialog.getEditor().setAccessibleText(prompt.label());
        ButtonType verb = new ButtonType(prompt.verb(), ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(verb, ButtonType.CANCEL);
        dialog.setResultConverter(
                pressed -> verb.equals(pressed) ? dialog.getEditor().getText() : null);
        return dialog.showAndWait().map(String::strip).filter(text -> !text.isEmpty());
    }

    @Override
    public Optional<Path> openFile(String title, FileKind kind) {
        return path(chooser(title, kind).showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> openFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return path(chooser.showDialog(owner.get()));
    }

    @Override
    public Optional<Path> saveFile(String title, FileKind kind, String proposed) {
        FileChooser chooser = chooser(title, kind);
        chooser.setInitialFileName(proposed);
        return path(chooser.showSaveDialog(owner.get()));
    }

    private void prepare(Dialog<?> dialog, String title) {
        dialog.initOwner(owner.get());
        dialog.setTitle(title);
        dialog.setHeaderText(title);
        dialog.setGraphic(null);
    }

    private static FileChooser chooser(String title, FileKind kind) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.name(), kind.patterns()));
        return chooser;
    }

    @SuppressWarnings("NullAway") // the choosers of JavaFX return null when nothing was chosen
    private static Optional<Path> path(File chosen) {
        return Optional.ofNullable(chosen).map(File::toPath);
    }
}
