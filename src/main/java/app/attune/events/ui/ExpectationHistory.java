package app.attune.events.ui;

import app.attune.events.quality.ExpectationSet;
import app.attune.ui.Action;
import app.attune.ui.InWords;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Tips;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;

/// Earlier versions of what is expected, and the way back to one.
final class ExpectationHistory {
    private final ComboBox<ExpectationSet> versions;
    private final Texts texts;
    private final Action restore;

    ExpectationHistory(ComboBox<ExpectationSet> versions, Button button, QualityViewModel model, Texts texts) {
        this.versions = versions;
        this.texts = texts;
        versions.setConverter(InWords.of(this::words));
        versions.valueProperty().addListener((observed, before, now) -> explain(now));
        this.restore = Action.of("quality.restore", texts.get("quality.action.restore"), () -> {
                    ExpectationSet chosen = versions.getValue();
                    if (chosen != null) {
                        model.restore(chosen.version());
                    }
                })
                .disabledBy(versions.valueProperty().map(set -> "").orElse(texts.get("quality.reason.no-version")));
        restore.attachTo(button);
    }

    Action action() {
        return restore;
    }

    /// All but the newest, which is in force.
    void show(List<ExpectationSet> all) {
        versions.setValue(null);
        versions.getItems().setAll(all.stream().skip(1).toList());
    }

    private String words(ExpectationSet set) {
        return texts.get(
                "quality.version",
                String.valueOf(set.version()),
                Numbers.dateTime(set.savedAt()),
                Numbers.count(set.expectations().size()));
    }

    /// What that version expected.
    private void explain(ExpectationSet set) {
        versions.setTooltip(
                set == null
                        ? null
                        : Tips.of(set.expectations().stream()
                                .map(one -> one.name())
                                .collect(Collectors.joining("\n", set.note() + "\n", ""))));
    }
}
