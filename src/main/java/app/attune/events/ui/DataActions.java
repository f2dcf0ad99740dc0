package app.attune.events.ui;

import app.attune.ui.Action;
import app.attune.ui.Destination;
import app.attune.ui.Dialogs;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// What the analyst does with the rows of the data browser: go to one, preview its user, copy some, export all.
final class DataActions {
    /// Where the rows are shown and news are said.
    record Parts(EventGrid grid, EventColumnsShown columns, MessageBar messages) {}

    /// What starts each.
    record Buttons(Button clear, Button go, Button preview, Button copy, Button export) {}

    private final Texts texts = Texts.of("events");
    private final DataContext context;
    private final DataViewModel model;
    private final RowsOut out;
    private final Parts parts;

    DataActions(DataContext context, DataViewModel model, Parts parts) {
        this.context = context;
        this.model = model;
        this.out = new RowsOut(context, model, texts);
        this.parts = parts;
    }

    /// The actions of the buttons, each at its own.
    List<Action> attached(Buttons buttons) {
        ObservableValue<String> noSelection =
                parts.grid().selectedProperty().map(any -> any ? "" : texts.get("data.reason.no-selection"));
        ObservableValue<String> noRows = model.answerProperty()
                .map(now -> now.filter(rows -> rows.rows().size() > 0)
                        .map(rows -> "")
                        .orElse(texts.get("data.reason.no-rows")));
        ObservableValue<String> noFilter =
                model.history().valueProperty().map(now -> now.isFiltered() ? "" : texts.get("data.reason.no-filter"));
        Action clear = action("clear", model::clear).disabledBy(noFilter);
        Action go = action("go", this::goToRow).withKey("Shortcut+G").disabledBy(noRows);
        Action preview = action("preview", this::previewSelected).disabledBy(noSelection);
        Action copy = action("copy", this::copy).withKey("Shortcut+C").disabledBy(noSelection);
        Action export =
                action("export", this::export).withKey("Shortcut+Shift+E").disabledBy(noRows);
        clear.attachTo(buttons.clear());
        go.attachTo(buttons.go());
        preview.attachTo(buttons.preview());
        copy.attachTo(buttons.copy());
        export.attachTo(buttons.export());
        return List.of(clear, go, preview, copy, export);
    }

    Action action(String name, Runnable work) {
        return Action.of("data." + name, texts.get("data.action." + name), work);
    }

    private void goToRow() {
        Dialogs.Prompt prompt = new Dialogs.Prompt(
                texts.get("data.action.go"),
                texts.get("data.go.label", Numbers.count(parts.grid().size())),
                "",
                texts.get("data.go.verb"));
        context.dialogs().ask(prompt).ifPresent(number -> model.place(number).ifPresent(parts.grid()::goTo));
    }

    void previewSelected() {
        Optional<DataViewModel.Loaded> loaded = model.loadedProperty().get();
        if (loaded.isPresent()) {
            parts.grid()
                    .lead()
                    .map(loaded.get().cells()::user)
                    .ifPresent(user -> context.navigator().open(Destination.of(Destination.PREVIEW, user)));
        }
    }

    private void copy() {
        int[] rows = parts.grid().selectedRows();
        out.copy(parts.columns().visible(), rows, copied -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(copied.tsv());
            content.putHtml(copied.html());
            Clipboard.getSystemClipboard().setContent(content);
            parts.messages().say(texts.get("data.copied", Numbers.count(rows.length)));
        });
    }

    private void export() {
        Dialogs.FileKind kind = new Dialogs.FileKind(texts.get("data.export.kind"), List.of("*.csv"));
        context.dialogs()
                .saveFile(texts.get("data.action.export"), kind, texts.get("data.export.name"))
                .ifPresent(file -> out.write(parts.columns().visible(), file, parts.messages()::say));
    }
}
