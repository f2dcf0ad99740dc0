package app.attune.rules.ui;

import app.attune.rules.versions.BranchMerge;
import app.attune.rules.versions.ConflictWords;
import app.attune.rules.versions.RuleMerge;
import app.attune.rules.versions.RuleMerge.Side;
import app.attune.ui.DisabledHint;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/// A merge: each conflict with both sides to choose from, then what the whole changes and for whom.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class MergeView {
    @FXML
    private Label mergeTitle;

    @FXML
    private VBox conflicts;

    @FXML
    private VBox mergeChanges;

    @FXML
    private Button mergeNow;

    @FXML
    private Button mergeLater;

    private final Texts texts = Texts.of("rules");
    private final VersionsViewModel versions;
    private final MergeViewModel model;
    private final Parent root;

    MergeView(VersionsViewModel versions, MergeViewModel model) {
        this.versions = versions;
        this.model = model;
        this.root = Views.load(this);
        model.mergeProperty().addListener((observed, before, now) -> now.ifPresent(this::show));
        versions.comparedProperty().addListener(observed -> showChanges());
        DisabledHint.explain(
                mergeNow,
                Bindings.createStringBinding(this::whyNot, model.decidedProperty(), versions.countedProperty()));
        mergeNow.setOnAction(event -> model.save());
        mergeLater.setOnAction(event -> model.leave());
    }

    Parent root() {
        return root;
    }

    private String whyNot() {
        if (!model.decidedProperty().get()) {
            return texts.get("versions.merge.undecided");
        }
        return versions.countedProperty().get() ? "" : texts.get("rules.reach.counting");
    }

    private void show(BranchMerge merge) {
        mergeTitle.setText(texts.get(
                "versions.merge.title",
                merge.theirs().origin().branch(),
                merge.ours().origin().branch(),
                merge.conflicts().size()));
        conflicts
                .getChildren()
                .setAll(merge.conflicts().stream()
                        .map(conflict -> box(conflict, merge))
                        .toList());
    }

    private VBox box(RuleMerge.Conflict conflict, BranchMerge merge) {
        Label title = VersionDetailsView.line(texts.get("versions.conflict", ConflictWords.name(conflict)));
        title.getStyleClass().add("strong");
        ToggleGroup group = new ToggleGroup();
        VBox box = new VBox(6, title);
        for (Side side : Side.values()) {
            List<String> words = ConflictWords.of(
                    conflict, side, merge, versions.rules().basis().sentences());
            RadioButton choice = new RadioButton(texts.get("versions.side." + side.name(), String.join(" ", words)));
            choice.setId("side-" + ConflictWords.name(conflict) + "-" + side.name());
            choice.setWrapText(true);
            choice.setMinHeight(RadioButton.USE_PREF_SIZE);
            choice.setToggleGroup(group);
            choice.setOnAction(event -> model.choose(conflict.part(), side));
            box.getChildren().add(choice);
        }
        return box;
    }

    private void showChanges() {
        mergeChanges
                .getChildren()
                .setAll(versions.comparedProperty().get().stream()
                        .flatMap(found -> Stream.concat(found.changes().stream(), found.impact().stream()))
                        .map(VersionDetailsView::line)
                        .toList());
    }
}
