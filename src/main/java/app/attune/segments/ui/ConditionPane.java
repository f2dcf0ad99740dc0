package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.segments.ConditionFinding;
import app.attune.segments.ConditionFinding.Severity;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.Region;
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
    private final Map<List<Integer>, Label> counts = new HashMap<>();
    private final Map<List<Integer>, String> last = new HashMap<>();
    private final Map<List<Integer>, VBox> findings = new HashMap<>();
    private final ObservableMap<String, ConditionFinding> untaken = FXCollections.observableMap(new TreeMap<>());
    private List<Integer> focused = List.of();
    private Optional<String> next = Optional.empty();
    private Optional<List<Integer>> tabled = Optional.empty();
    private boolean quiet;

    ConditionPane(SegmentEditorViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("condition");
        getStyleClass().add("condition");
        model.history().valueProperty().addListener((observed, before, now) -> {
            if (!before.condition().equals(now.condition())) {
                changed();
            }
        });
        model.offersProperty().addListener((observed, before, now) -> build());
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
        if (!quiet) {
            build();
        }
        answered();
    }

    private void build() {
        Optional<String> keyboard = keyboard();
        counts.clear();
        untaken.clear();
        findings.clear();
        getChildren().clear();
        model.offersProperty().get().ifPresent(offers -> {
            getChildren().setAll(PartBoxes.of(new Part(this, model, List.of(), offers)));
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
        box.getStyleClass().add(FINDINGS);
        box.setManaged(false);
        findings.put(path, box);
        return box;
    }

    /// What a field of the part says is not taken, and why; the field is right when there is no reason.
    void untaken(List<Integer> path, String field, String why) {
        boolean changed;
        if (why.isEmpty()) {
            changed = untaken.remove(field) != null;
        } else {
            Problem problem = new Problem("segments.not-taken", why, texts.get("wrong.remedy"));
            ConditionFinding finding = new ConditionFinding(path, Severity.ERROR, problem);
            changed = !finding.equals(untaken.put(field, finding));
        }
        if (changed) {
            answered();
        }
    }

    /// What fields say that the condition does not, by field.
    ObservableMap<String, ConditionFinding> untaken() {
        return untaken;
    }

    private boolean isUntaken(List<Integer> path) {
        return untaken.values().stream()
                .map(ConditionFinding::path)
                .anyMatch(wrong -> wrong.equals(path) || ConditionEdits.isWithin(wrong, path));
    }

    private void answered() {
        if (model.answerProperty().get().isEmpty()) {
            last.clear();
        }
        counts.forEach(this::answered);
        List<ConditionFinding> all = Stream.concat(untaken.values().stream(), model.findings().stream())
                .distinct()
                .toList();
        findings.forEach((path, box) -> {
            box.getChildren()
                    .setAll(all.stream()
                            .filter(finding -> finding.path().equals(path))
                            .map(this::finding)
                            .toList());
            box.setManaged(!box.getChildren().isEmpty());
        });
    }

    /// A changed part shows the number before, greyed, until it is counted.
    private void answered(List<Integer> path, Label label) {
        boolean stale = last.containsKey(path)
                && !isUntaken(path)
                && model.at(path).filter(model::isUncounted).isPresent();
        if (!stale) {
            last.put(path, count(path));
        }
        label.setText(last.get(path));
        label.getStyleClass().remove(TotalLine.STALE);
        if (stale) {
            label.getStyleClass().add(TotalLine.STALE);
        }
        label.setAccessibleText(texts.get(stale ? "count.spoken.before" : "count.spoken", label.getText()));
    }

    private String count(List<Integer> path) {
        Optional<SegmentAnswer> answer = model.answerProperty().get();
        OptionalInt count = model.at(path).isPresent() && answer.isPresent() && !isUntaken(path)
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
