package app.attune.events.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.events.ColumnFilter;
import app.attune.events.EventFrameBuilder;
import app.attune.events.EventSort;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class DataViewModelTest {
    private final EventDesk desk = new EventDesk();

    private DataViewModel loaded() {
        DataViewModel model = new DataViewModel(desk.context(Tasks.direct()), Texts.of("events"));
        model.load();
        return model;
    }

    private static List<String> codes(DataViewModel model) {
        return model.problems().stream().map(Problem::code).toList();
    }

    @Test
    void allEventsAreThereAndTheStampSaysHowMany() {
        DataViewModel model = loaded();
        assertEquals(DataViewModel.Stage.EVENTS, model.stageProperty().get());
        assertEquals("400 of 400 events", model.count());
        assertEquals("Data to 30 Oct 2026, 400 events, query under 1 ms", model.stamp());
    }

    @Test
    void typesAreCountedMostFrequentFirst() {
        assertEquals(
                List.of(
                        new DataViewModel.TypeCount("view", 240),
                        new DataViewModel.TypeCount("cart", 80),
                        new DataViewModel.TypeCount("purchase", 80)),
                loaded().loadedProperty().get().orElseThrow().types());
    }

    @Test
    void filtersNarrowAndClearingKeepsTheOrder() {
        DataViewModel model = loaded();
        model.sort(EventSort.down("value"));
        model.type("purchase");
        assertEquals("80 of 400 events", model.count());
        model.user("user-1004");
        assertEquals("10 of 400 events", model.count());
        model.item("sku-99");
        assertEquals("0 of 400 events", model.count());
        model.clear();
        assertEquals("400 of 400 events", model.count());
        assertEquals(EventSort.down("value"), model.choice().sort());
    }

    @Test
    void everyStepCanBeUndone() {
        DataViewModel model = loaded();
        model.type("purchase");
        model.history().undo();
        assertEquals("400 of 400 events", model.count());
        assertEquals("Filter by event", model.history().redoNameProperty().get());
    }

    @Test
    void nothingChangesWhileTheEventsAreTheSame() {
        DataViewModel model = loaded();
        Object before = model.answerProperty().get().orElseThrow();
        desk.frame = EventDesk.frame(400);
        model.load();
        assertSame(before, model.answerProperty().get().orElseThrow());
        desk.frame = EventDesk.frame(500);
        model.load();
        assertEquals("500 of 500 events", model.count());
    }

    @Test
    void withoutEventsTheScreenSaysSo() {
        desk.frame = new EventFrameBuilder().build();
        DataViewModel model = loaded();
        assertEquals(DataViewModel.Stage.NO_EVENTS, model.stageProperty().get());
        assertEquals("", model.stamp());
    }

    @Test
    void unreadableEventsAreAProblemAndNotAnEmptyTable() {
        DataContext broken = desk.context(
                progress -> {
                    throw ProblemException.of("events.damaged", "3 chunks cannot be read.", "Restore a backup.");
                },
                Tasks.direct());
        DataViewModel model = new DataViewModel(broken, Texts.of("events"));
        model.load();
        assertEquals(DataViewModel.Stage.FAILED, model.stageProperty().get());
        assertEquals(List.of("events.damaged"), codes(model));
    }

    @Test
    void copyingIsBoundedAndSaysSo() {
        DataViewModel model = loaded();
        List<RowsOut.Copied> copied = new ArrayList<>();
        RowsOut out = new RowsOut(desk.context(Tasks.direct()), model, Texts.of("events"));
        var columns = model.loadedProperty().get().orElseThrow().cells().fields();
        out.copy(columns, new int[] {3, 1, 2}, copied::add);
        assertEquals(4, copied.getFirst().tsv().lines().count());
        out.copy(columns, new int[DataViewModel.MOST_COPIED + 1], copied::add);
        assertEquals(1, copied.size());
        assertEquals(List.of("data.too-many-rows"), codes(model));
    }

    @Test
    void rowsAreCountedFromOneAndOthersAreRefused() {
        DataViewModel model = loaded();
        assertEquals(OptionalInt.of(0), model.place("1"));
        assertEquals(OptionalInt.of(399), model.place(" 400 "));
        assertEquals(OptionalInt.empty(), model.place("0"));
        assertEquals(OptionalInt.empty(), model.place("401"));
        assertEquals(OptionalInt.empty(), model.place("last"));
        assertEquals(List.of("data.no-row"), codes(model));
    }

    @Test
    void filtersOnColumnsNarrowAndAreUndone() {
        DataViewModel model = loaded();
        model.filter(new ColumnFilter("value", ">100"));
        assertEquals("8 of 400 events", model.count());
        model.filter(new ColumnFilter("device", "phone"));
        assertEquals("8 of 400 events", model.count());
        model.history().undo();
        model.history().undo();
        assertEquals("400 of 400 events", model.count());
    }

    @Test
    void aFilterThatCannotBeReadIsSaidAndTheRowsStand() {
        DataViewModel model = loaded();
        model.filter(new ColumnFilter("value", ">many"));
        assertEquals(List.of("data.bad-filter"), codes(model));
        assertEquals("400 of 400 events", model.count());
        model.filter(new ColumnFilter("value", ""));
        assertEquals(List.of(), codes(model));
    }

    @Test
    void everyColumnHasItsProfile() {
        DataViewModel model = loaded();
        assertEquals(
                model.loadedProperty().get().orElseThrow().cells().fields().size(),
                model.profilesProperty().get().size());
    }
}
