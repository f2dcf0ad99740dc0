package app.attune.segments.ui;

import app.attune.core.TaskSlot;
import app.attune.profiles.Consents;
import app.attune.segments.FieldCatalogue;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.compare.MemberFile;
import app.attune.segments.compare.MemberLists;
import app.attune.segments.compare.MemberRequest;
import app.attune.ui.Dialogs.FileKind;
import app.attune.ui.DisabledHint;
import app.attune.ui.Kit;
import app.attune.ui.MessageBar;
import app.attune.ui.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;

/// Writes the users of the segment that is open to a file, all of them who agreed. FX thread only.
final class MemberExport {
    /// What it works with on the screen.
    ///
    /// @param columns the attributes to write beside the ids
    record Controls(Button export, MenuButton columns, MessageBar messages) {}

    private final Texts texts = Texts.of("segments");
    private final TaskSlot writing = new TaskSlot();
    private final Controls controls;
    private final SegmentEditorViewModel model;
    private final SegmentsContext context;
    private final Kit kit;

    MemberExport(Controls controls, SegmentEditorViewModel model, SegmentsContext context, Kit kit) {
        this.controls = controls;
        this.model = model;
        this.context = context;
        this.kit = kit;
        controls.export().setOnAction(event -> ask());
        DisabledHint.explain(
                controls.export(),
                Bindings.createStringBinding(
                        () -> model.saver().unsavedProperty().get() ? texts.get("members.unsaved") : "",
                        model.saver().unsavedProperty()));
        model.offersProperty().addListener((observed, before, now) -> offer(now));
        offer(model.offersProperty().get());
    }

    /// What was chosen stays chosen while the data has it.
    private void offer(Optional<Offers> offers) {
        List<String> before = chosen();
        controls.columns()
                .getItems()
                .setAll(offers.map(Offers::fields).map(FieldCatalogue::attributes).orElse(List.of()).stream()
                        .map(name -> item(name, before))
                        .toList());
        say();
    }

    private CheckMenuItem item(String name, List<String> before) {
        CheckMenuItem item = new CheckMenuItem(name);
        item.setMnemonicParsing(false);
        item.setSelected(before.contains(name));
        item.setOnAction(event -> say());
        return item;
    }

    private void say() {
        int count = chosen().size();
        controls.columns().setText(texts.get("members.columns", count));
        controls.columns().setDisable(controls.columns().getItems().isEmpty());
    }

    private List<String> chosen() {
        return controls.columns().getItems().stream()
                .filter(item -> item instanceof CheckMenuItem check && check.isSelected())
                .map(item -> item.getText())
                .toList();
    }

    private void ask() {
        model.draft()
                .map(SegmentDraft::id)
                .ifPresent(id -> kit.dialogs()
                        .saveFile(
                                texts.get("members.export"),
                                new FileKind(texts.get("members.kind"), List.of("*.csv")),
                                id + ".csv")
                        .ifPresent(file -> write(id, file)));
    }

    private void write(SegmentId id, Path file) {
        MemberRequest request = new MemberRequest(id, file, Consents.PERSONALISATION, chosen());
        kit.tasks()
                .run(
                        writing,
                        texts.get("task.members", file.getFileName().toString()),
                        progress -> new MemberLists(context.segments())
                                .write(request, context.segments().asOf(progress), progress),
                        this::written,
                        controls.messages()::show);
    }

    private void written(MemberFile file) {
        controls.messages()
                .say(texts.get(
                        "members.written",
                        file.sentence(),
                        file.request().file().toString(),
                        file.description().getFileName().toString()));
    }
}
