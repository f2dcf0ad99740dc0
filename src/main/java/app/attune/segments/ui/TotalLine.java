package app.attune.segments.ui;

import app.attune.segments.Condition;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Tips;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.util.Duration;

/// The size of the segment in words. While a change is not counted yet, or a field of a row is not taken, the size
/// before
/// it stays, greyed; where counting takes longer than 300 ms a ring turns beside it.
final class TotalLine {
    /// The style of a number that is not that of the state shown.
    static final String STALE = "stale-count";

    private static final Duration PATIENCE = Duration.millis(300);

    private final Texts texts;
    private final SegmentEditorViewModel model;
    private final Label total;
    private final ProgressIndicator ring = new ProgressIndicator();
    private final PauseTransition patience = new PauseTransition(PATIENCE);

    TotalLine(Label total, SegmentEditorViewModel model, Texts texts) {
        this.total = total;
        this.model = model;
        this.texts = texts;
        ring.getStyleClass().add("count-ring");
        ring.setAccessibleText(texts.get("task.count"));
        total.setContentDisplay(ContentDisplay.RIGHT);
        patience.setOnFinished(event -> total.setGraphic(ring));
        model.answers().countingProperty().addListener((observed, before, now) -> wait(now));
        model.untaken().countProperty().addListener(observed -> show());
    }

    private void wait(boolean counting) {
        if (counting) {
            patience.playFromStart();
        } else {
            patience.stop();
            total.setGraphic(null);
        }
    }

    void show() {
        Condition now = model.history().value().condition();
        Optional<SegmentAnswer> answer = model.answers().answerProperty().get();
        boolean uncounted = model.answers().isUncounted(now);
        boolean untaken = model.untaken().isAnyOfRows();
        Condition shown = uncounted ? answer.map(SegmentAnswer::condition).orElse(now) : now;
        total.setText(answer.filter(known -> known.countOf(shown).isPresent())
                .map(known -> words(known, known.countOf(shown).orElse(0)))
                .orElse(texts.get("total.unknown")));
        total.getStyleClass().remove(STALE);
        if (uncounted || untaken) {
            total.getStyleClass().add(STALE);
        }
        String baseline = texts.get("total.hint", Integer.toString(model.baseline()));
        String hint = untaken ? texts.get("total.untaken") + " " + baseline : baseline;
        total.setTooltip(Tips.of(hint));
        total.setAccessibleHelp(hint);
    }

    private String words(SegmentAnswer answer, int count) {
        return texts.get(
                "total",
                Numbers.count(count),
                Numbers.percent(count, answer.population()),
                Numbers.count(answer.population()),
                answer.before().isPresent()
                        ? Numbers.change(count - answer.before().getAsInt())
                        : Numbers.NONE,
                Numbers.until(answer.asOf()),
                answer.withheld());
    }
}
