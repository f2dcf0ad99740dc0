package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.segments.AllOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.SegmentDraft;
import app.attune.ui.Tasks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EditorAnswersTest {
    private final Desk desk = new Desk();
    private final SegmentEditorViewModel model = new SegmentEditorViewModel(desk.context, Tasks.direct());

    @Test
    void aChartThatCannotBeMadeIsAProblemAndNotTheChartOfBefore() {
        model.open(desk.save("Buyers", new AllOf(List.of(Desk.purchases("1")))));
        SegmentDraft draft = model.draft().orElseThrow();
        model.answers().loadChart(draft);
        assertTrue(model.answers().chartProperty().get().isPresent());
        Condition broken = new AttributeCondition("age", Comparison.AT_LEAST, List.of("old"));
        model.answers().loadChart(new SegmentDraft(draft.id(), draft.name(), broken));
        assertEquals(Optional.empty(), model.answers().chartProperty().get());
        assertEquals(1, model.problems().size());
    }
}
