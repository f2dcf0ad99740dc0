package app.attune.segments.ui;

import app.attune.segments.ConditionFinding;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The condition as nested groups of rows. Built anew after an edit, except by typing; the keyboard stays where it
/// was, or goes to the part that was moved or added.
final class ConditionPane extends VBox {
    private final Texts texts;
    private final SegmentEditorViewModel model;
    private final Map<List<Integer>, Label> counts = new HashMap<>();
    private final Map<List<Integer>, VBox> findings = new HashMap<>();
    private List<Integer> focused = List.of();
    private boolean quiet;

    ConditionPane(SegmentEditorViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("condition");
        getStyleClass().add("condition");
        model.history().valueProperty().addListener(observed -> changed());
        model.fieldsProperty().addListener(observed -> build());
        model.answerProperty().addListener(observed -> answered());
    }

    Texts texts() {
        return texts;
    }

    /// Does something whose result the controls already show.
    void quietly(Runnable edit) {
        quiet = true;
        try {
            edit.run();
        } finally {
            quiet = false;
        }
    }

    private void changed() {
        if (!quiet) {
            build();
        }
        answered();
    }

    private void build() {
        Optional<String> keyboard = keyboard();
        counts.clear();
        findings.clear();
        getChildren().clear();
        model.fieldsProperty().get().ifPresent(fields -> {
            getChildren().setAll(PartBoxes.of(new Part(this, model, List.of(), fields)));
            applyCss();
            layout();
            focusAfter(keyboard);
        });
        answered();
    }

    private Optional<String> keyboard() {
        return owner().map(Node::getId);
    }

    /// The control in this pane that has the keyboard.
    private Optional<Node> owner() {
        @Nullable Node owner = getScene() == null ? null : getScene().getFocusOwner();
        for (@Nullable Node up = owner; up != null; up = up.getParent()) {
            if (up.equals(this)) {
                return Optional.ofNullable(owner);
            }
        }
        return Optional.empty();
    }

    private void focusAfter(Optional<String> keyboard) {
        List<Integer> wanted = model.focus();
        if (!wanted.equals(focused)) {
            focused = wanted;
            String first = wanted.isEmpty() ? "add-row" : isRow(wanted) ? "field" : "kind";
            focus(Part.id(wanted) + "-" + first);
        } else {
            keyboard.ifPresent(this::focus);
        }
    }

    private boolean isRow(List<Integer> path) {
        return lookup("#" + Part.id(path) + "-field") != null;
    }

    private void focus(String id) {
        @Nullable Node node = lookup("#" + id);
        if (node != null) {
            node.requestFocus();
        }
    }

    /// The path of the part that has the keyboard; the top when none has.
    List<Integer> focusedPath() {
        for (@Nullable Node up = owner().orElse(null); up != null && !up.equals(this); up = up.getParent()) {
            if (up.getProperties().get(PartBoxes.PATH) instanceof List<?> path) {
                return path.stream().map(Integer.class::cast).toList();
            }
        }
        return List.of();
    }

    /// The place of the number of users matching a part.
    Label countAt(Part part) {
        Label count = new Label(Numbers.NONE);
        count.setId(part.id("count"));
        count.getStyleClass().add("condition-count");
        count.setWrapText(true);
        count.setMinHeight(Region.USE_PREF_SIZE);
        counts.put(part.path(), count);
        return count;
    }

    /// The place of what is to be said about a part.
    Node findingsAt(List<Integer> path) {
        VBox box = new VBox();
        box.setManaged(false);
        findings.put(path, box);
        return box;
    }

    private void answered() {
        counts.forEach((path, label) -> {
            label.setText(count(path));
            label.setAccessibleText(texts.get("count.spoken", label.getText()));
        });
        List<ConditionFinding> all = model.findings();
        findings.forEach((path, box) -> {
            box.getChildren()
                    .setAll(all.stream()
                            .filter(finding -> finding.path().equals(path))
                            .map(this::finding)
                            .toList());
            box.setManaged(!box.getChildren().isEmpty());
        });
    }

    private String count(List<Integer> path) {
        Optional<SegmentAnswer> answer = model.answerProperty().get();
        OptionalInt count = model.at(path).isPresent() && answer.isPresent()
                ? answer.get().countOf(model.at(path).get())
                : OptionalInt.empty();
        if (count.isEmpty() || answer.isEmpty()) {
            return Numbers.NONE;
        }
        return texts.get(
                "count",
                Numbers.count(count.getAsInt()),
                Numbers.percent(count.getAsInt(), answer.get().population()));
    }

    private Label finding(ConditionFinding finding) {
        String word = texts.get(finding.isError() ? "finding.error" : "finding.warning");
        Label label = new Label(word + ": " + finding.problem().message() + " "
                + finding.problem().remedy());
        label.getStyleClass().add(finding.isError() ? "field-problem" : "status-warn");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
