package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.segments.AllOf;
import app.attune.segments.Condition;
import app.attune.segments.SegmentId;
import app.attune.segments.text.TextPlace;
import app.attune.ui.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class ConditionTextViewModelTest {
    private static final String AUSTRIANS = "all of\n  country is \"Austria\"\n";

    private final Desk desk = new Desk();
    private final SegmentId buyers = desk.save("Buyers", new AllOf(List.of(Desk.purchases("1"))));
    private final SegmentId austrians = desk.save("Austrians", new AllOf(List.of(Desk.country("Austria"))));
    private final SegmentEditorViewModel editing = new SegmentEditorViewModel(desk.context, Tasks.direct());
    private final ConditionTextViewModel model = looking(Tasks.direct());

    private ConditionTextViewModel looking(Tasks tasks) {
        ConditionTextViewModel made = new ConditionTextViewModel(editing, tasks);
        editing.open(buyers);
        made.show(editing.draft().orElseThrow());
        return made;
    }

    private List<String> messages() {
        return model.problems().stream().map(Problem::message).toList();
    }

    private Condition condition() {
        return editing.history().value().condition();
    }

    @Test
    void aTextThatIsNotUsedIsShownAgainWithItsSegmentAndThatIsSaid() {
        model.textProperty().set(AUSTRIANS + "  half");
        editing.open(austrians);
        assertEquals(AUSTRIANS, model.textProperty().get(), "the other segment shows its own");
        assertEquals(List.of(), messages());
        assertFalse(model.editedProperty().get());
        editing.open(buyers);
        assertEquals(AUSTRIANS + "  half", model.textProperty().get());
        assertEquals(List.of("This text of Buyers was typed before and is not used yet."), messages());
        model.reset();
        assertEquals(
                "all of\n  count of purchase is at least 1\n",
                model.textProperty().get());
        assertEquals(List.of(), messages());
        editing.open(austrians);
        editing.open(buyers);
        assertEquals(
                "all of\n  count of purchase is at least 1\n",
                model.textProperty().get(),
                "discarded for good");
    }

    @Test
    void aTextThatIsNotUsedIsNamedBeforeLeaving() {
        assertEquals(List.of(), editing.unkept());
        model.textProperty().set(AUSTRIANS + "  half");
        assertEquals(List.of("The text typed for Buyers is not used."), editing.unkept());
        editing.open(austrians);
        assertEquals(List.of("The text typed for Buyers is not used."), editing.unkept());
        model.textProperty().set("all of");
        assertEquals(
                List.of("The text typed for Austrians is not used.", "The text typed for Buyers is not used."),
                editing.unkept());
        model.reset();
        editing.open(buyers);
        model.reset();
        assertEquals(List.of(), editing.unkept());
    }

    @Test
    void theTextOfAnotherSegmentIsKeptUntilItIsUsed() {
        model.textProperty().set(AUSTRIANS);
        editing.open(austrians);
        editing.open(buyers);
        assertEquals(AUSTRIANS, model.textProperty().get());
        model.use();
        assertEquals(new AllOf(List.of(Desk.country("Austria"))), condition());
        assertEquals(List.of(), messages());
        editing.save();
        editing.open(austrians);
        editing.open(buyers);
        assertEquals(List.of(), messages());
        assertFalse(model.editedProperty().get());
    }

    @Test
    void theNoticeGoesWithWhatWasTyped() {
        String before = model.textProperty().get();
        model.textProperty().set(AUSTRIANS);
        editing.open(austrians);
        editing.open(buyers);
        model.textProperty().set(before);
        assertEquals(List.of(), messages());
    }

    @Test
    void aTextIsReadAsATaskAndWhatIsTypedMeanwhileStays() {
        Waiting waiting = new Waiting();
        ConditionTextViewModel later = looking(waiting);
        waiting.finish();
        Condition before = condition();
        later.textProperty().set(AUSTRIANS);
        later.use();
        assertEquals(before, condition());
        later.textProperty().set(AUSTRIANS + "  country");
        waiting.finish();
        assertEquals(new AllOf(List.of(Desk.country("Austria"))), condition());
        assertEquals(AUSTRIANS + "  country", later.textProperty().get());
        assertTrue(later.editedProperty().get());
    }

    @Test
    void aTextThatIsStillReadIsNotPutIntoAnotherSegment() {
        Waiting waiting = new Waiting();
        ConditionTextViewModel later = looking(waiting);
        waiting.finish();
        later.textProperty().set("all of\n  country is \"Germany\"\n");
        later.use();
        editing.open(austrians);
        waiting.finish();
        assertEquals(new AllOf(List.of(Desk.country("Austria"))), condition());
    }

    @Test
    void whereATextCannotBeReadIsKnown() {
        String odd = "all of\n  country iz Austria\n";
        model.textProperty().set(odd);
        model.use();
        TextPlace place = model.wrongProperty().get().orElseThrow();
        assertEquals(new TextPlace(2, 11), place);
        assertEquals(odd.indexOf("iz"), place.in(odd));
        assertEquals(odd.length(), new TextPlace(9, 9).in(odd), "at most at its end");
        model.textProperty().set("{");
        model.use();
        assertEquals(Optional.empty(), model.wrongProperty().get());
        assertEquals(1, model.problems().size());
    }

    @Test
    void theFormsAreShownHereAndNotOnTheCommandLine() {
        model.textProperty().set("all of\n  country iz Austria\n");
        model.use();
        assertEquals(
                "Did you mean \"is\"? Forms, below the text, lists all that can be written.",
                model.problems().getFirst().remedy());
    }

    @Test
    void nothingIsWrittenWhileItIsNotLookedAt() {
        Waiting waiting = new Waiting();
        ConditionTextViewModel later = looking(waiting);
        waiting.finish();
        String before = later.textProperty().get();
        later.away();
        editing.add(List.of(), Desk.country("Austria"));
        editing.save();
        waiting.finish();
        assertEquals(before, later.textProperty().get());
        assertEquals(1, waiting.begun, "when it was looked at");
        later.show(editing.draft().orElseThrow());
        assertEquals(before, later.textProperty().get(), "written beside the FX thread");
        waiting.finish();
        assertEquals(before + "  country is \"Austria\"\n", later.textProperty().get());
    }

    @Test
    void whatIsTypedWhileTheConditionIsWrittenStays() {
        Waiting waiting = new Waiting();
        ConditionTextViewModel later = looking(waiting);
        later.textProperty().set(AUSTRIANS);
        waiting.finish();
        assertEquals(AUSTRIANS, later.textProperty().get());
        assertTrue(later.editedProperty().get());
        later.reset();
        editing.open(austrians);
        waiting.finish();
        editing.open(buyers);
        waiting.finish();
        assertFalse(later.editedProperty().get(), "discarded before it was left");
    }

    @Test
    void whatIsTypedIsKeptWhenAnotherSegmentIsOpenedWhileItIsNotLookedAt() {
        model.textProperty().set(AUSTRIANS);
        model.away();
        editing.open(austrians);
        assertEquals("", model.textProperty().get());
        editing.open(buyers);
        model.show(editing.draft().orElseThrow());
        assertEquals(AUSTRIANS, model.textProperty().get());
        assertEquals(List.of("This text of Buyers was typed before and is not used yet."), messages());
    }

    /// Starts at once, and ends when it is asked to.
    private static final class Waiting implements Tasks {
        private final List<Runnable> ends = new ArrayList<>();
        private int begun;

        @Override
        public <T> void run(TaskSlot slot, String title, Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
            long ticket = slot.next();
            begun++;
            Tasks.direct()
                    .run(
                            new TaskSlot(),
                            title,
                            work,
                            result -> ends.add(() -> {
                                if (slot.isCurrent(ticket)) {
                                    done.accept(result);
                                }
                            }),
                            failed);
        }

        void finish() {
            List<Runnable> ready = List.copyOf(ends);
            ends.clear();
            ready.forEach(Runnable::run);
        }
    }
}
