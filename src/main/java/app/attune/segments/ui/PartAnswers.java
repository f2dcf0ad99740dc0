package app.attune.segments.ui;

import app.attune.segments.ConditionFinding;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is known of each part of the condition, in its place: how many users it matches, and what is to be said of it.
final class PartAnswers {
    private final Texts texts;
    private final SegmentEditorViewModel model;
    private final Map<List<Integer>, Label> counts = new HashMap<>();
    private final Map<List<Integer>, String> last = new HashMap<>();
    private final Map<List<Integer>, VBox> findings = new HashMap<>();

    PartAnswers(SegmentEditorViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        model.answers().answerProperty().addListener(observed -> show());
    }

    /// The parts are going to be shown elsewhere.
    void clear() {
        counts.clear();
        findings.clear();
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
        box.getStyleClass().add(ConditionPane.FINDINGS);
        box.setManaged(false);
        findings.put(path, box);
        return box;
    }

    /// Shows what is known now.
    void show() {
        if (model.answers().answerProperty().get().isEmpty()) {
            last.clear();
        }
        counts.forEach(this::count);
        List<ConditionFinding> all = Stream.concat(model.untaken().findings(), model.answers().findings().stream())
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
    private void count(List<Integer> path, Label label) {
        boolean stale = last.containsKey(path)
                && !model.untaken().isAt(path)
                && model.at(path).filter(model.answers()::isUncounted).isPresent();
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
        Optional<SegmentAnswer> answer = model.answers().answerProperty().get();
        OptionalInt count = model.at(path).isPresent()
                        && answer.isPresent()
                        && !model.untaken().isAt(path)
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
