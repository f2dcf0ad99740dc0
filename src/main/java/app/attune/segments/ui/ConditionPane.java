package app.attune.segments.ui;

import app.attune.ui.Reveal;
import app.attune.ui.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The condition as nested groups of rows. Built anew after an edit, except by typing, and when something else is
/// offered; the keyboard stays where it was, or goes to the part that was moved or added.
final class ConditionPane extends VBox {
    /// The style of what is said about a part.
    static final String FINDINGS = "condition-findings";

    private static final List<Integer> NOWHERE = List.of(-1);

    private final Texts texts;
    private final SegmentEditorViewModel model;
    private final PartAnswers answers;
    private List<Integer> focused = List.of();
    private Optional<String> next = Optional.empty();
    private Optional<List<Integer>> tabled = Optional.empty();
    private boolean quiet;
    private boolean carrying;

    ConditionPane(SegmentEditorViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.answers = new PartAnswers(model, texts);
        setId("condition");
        getStyleClass().add("condition");
        model.history().valueProperty().addListener((observed, before, now) -> {
            if (!before.condition().equals(now.condition())) {
                changed();
            }
        });
        model.offersProperty().addListener((observed, before, now) -> build());
        model.untaken().onReturn(this::build);
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

    /// Does something after which the control named so has the keyboard.
    void focusing(String id, Runnable edit) {
        next = Optional.of(id);
        try {
            edit.run();
        } finally {
            next = Optional.empty();
        }
    }

    /// Whether the row shows what its comparison says of known and missing values.
    boolean isTabled(List<Integer> path) {
        return tabled.equals(Optional.of(path));
    }

    /// Shows that of the row, and of no other, or no longer.
    void table(List<Integer> path) {
        tabled = isTabled(path) ? Optional.empty() : Optional.of(path);
        build();
    }

    private void changed() {
        if (quiet) {
            model.untaken().follow(model.history().value().condition());
            answers.show();
        } else {
            build();
        }
    }

    private void build() {
        Optional<String> keyboard = keyboard();
        List<UntakenFields.OfRow> untaken =
                model.untaken().carry(model.history().value().condition());
        answers.clear();
        getChildren().clear();
        model.offersProperty().get().ifPresent(offers -> {
            getChildren().setAll(PartBoxes.of(new Part(this, model, List.of(), offers)));
            carry(untaken);
            applyCss();
            layout();
            focusAfter(keyboard);
        });
        answers.show();
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
        boolean there = model.at(wanted).isPresent();
        if (there && !wanted.equals(focused)) {
            focused = wanted;
            tabled = Optional.empty();
            String first = wanted.isEmpty() ? "add-row" : isRow(wanted) ? "field" : "kind";
            focus(Part.id(wanted) + "-" + first);
        } else {
            focused = there ? focused : NOWHERE;
            next.or(() -> keyboard).ifPresent(this::focusOrRow);
        }
    }

    /// What had the keyboard; when it is no longer there the row, and without that what adds one.
    private void focusOrRow(String id) {
        String row = id.replaceFirst("^(part-[\\d-]*\\d)-.*", "$1-field");
        Stream.of(id, row, Part.id(List.of()) + "-add-row")
                .filter(known -> lookup("#" + known) != null)
                .findFirst()
                .ifPresent(this::focus);
    }

    private boolean isRow(List<Integer> path) {
        return lookup("#" + Part.id(path) + "-field") != null;
    }

    private void focus(String id) {
        @Nullable Node node = lookup("#" + id);
        if (node != null && node.isDisabled()) {
            focus(id.replaceFirst("^(part-[\\d-]*\\d)-.*", "$1-menu"));
        } else if (node != null) {
            node.requestFocus();
            Reveal.in(this, node);
        }
    }

    /// Lets a comment on the part be written in its place.
    void comment(List<Integer> path) {
        if (lookup("#" + Part.id(path) + "-marks") instanceof MarkLine line) {
            line.edit();
        }
    }

    void focusMenu(List<Integer> path) {
        focus(Part.id(path) + "-menu");
    }

    /// Opens the list of what a new row of a group can be about.
    void showOthers(List<Integer> group) {
        if (lookup("#" + Part.id(group) + "-" + PartBoxes.ADD_OTHER) instanceof MenuButton menu) {
            menu.requestFocus();
            menu.show();
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

    /// What is known of each part.
    PartAnswers answers() {
        return answers;
    }

    /// Says at the part why what a field says is not taken; the field is right when there is no reason.
    void untaken(List<Integer> path, TextField field, String why) {
        boolean changed = why.isEmpty()
                ? model.untaken().remove(field.getId())
                : model.untaken().add(path, field.getId(), field.getText(), why);
        if (changed) {
            answers.show();
        }
    }

    /// Whether fields show again what was not taken: they change nothing.
    boolean isCarrying() {
        return carrying;
    }

    /// What was not taken stands in its field again, where there is one. A field that would be right with it keeps what
    /// the row says.
    private void carry(List<UntakenFields.OfRow> fields) {
        Map<TextField, String> before = new LinkedHashMap<>();
        carrying = true;
        fields.forEach(field -> field(field.id()).ifPresent(shown -> {
            before.put(shown, shown.getText());
            shown.setText(field.text());
        }));
        before.forEach((shown, said) -> {
            if (!model.untaken().isUntaken(shown.getId())) {
                shown.setText(said);
            }
        });
        carrying = false;
        model.untaken().carried();
    }

    private Optional<TextField> field(String id) {
        return lookup("#" + id) instanceof TextField field ? Optional.of(field) : Optional.empty();
    }
}
