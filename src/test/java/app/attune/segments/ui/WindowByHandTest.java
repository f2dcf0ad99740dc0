package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.segments.AllOf;
import app.attune.segments.Conditions;
import app.attune.segments.EventCondition;
import app.attune.segments.Window;
import app.attune.ui.ScreenWalk;
import app.attune.ui.Texts;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/// Windows of time are typed.
final class WindowByHandTest extends Hand {
    private static final Instant NINE_THIRTY = Instant.parse("2026-05-01T09:30:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

    private final Desk desk = new Desk();

    private SegmentsView opened(Window window) {
        SegmentsView view = open(desk);
        open(desk.save("Windowed", new AllOf(List.of(Desk.purchases("1").with(window)))));
        return view;
    }

    private static Window window(SegmentsView view) {
        return onFx(() -> Conditions.parts(view.editing().history().value().condition()).stream()
                .map(EventCondition.class::cast)
                .map(EventCondition::window)
                .findFirst()
                .orElseThrow());
    }

    private TextField field(String name) {
        return robot.lookup("#part-0-" + name).queryAs(TextField.class);
    }

    private void assertTaken(String name) {
        assertEquals("", onFx(() -> field(name).getAccessibleHelp()));
        assertEquals(Set.of(), wrong(name));
    }

    private void assertNotTaken(String name, String why) {
        assertEquals(why, onFx(() -> field(name).getAccessibleHelp()));
        assertEquals(why, onFx(() -> field(name).getTooltip().getText()));
        assertEquals(Set.of(PseudoClass.getPseudoClass("danger")), wrong(name));
    }

    private Set<PseudoClass> wrong(String name) {
        return onFx(() -> {
            Set<PseudoClass> states = new HashSet<>(field(name).getPseudoClassStates());
            states.retainAll(Set.of(PseudoClass.getPseudoClass("danger")));
            return states;
        });
    }

    @Test
    void aTimeOfDayStaysWhenTheOtherEndIsTyped() {
        SegmentsView view = opened(new Window.Between(NINE_THIRTY, JUNE));
        assertEquals("2026-05-01 09:30", onFx(() -> field("from").getText()));
        assertEquals("2026-06-01", onFx(() -> field("to").getText()));
        ScreenWalk.checkSmallest(window().getScene(), "segment-editor-times");
        write("part-0-to", "2026-06-05");
        assertEquals(new Window.Between(NINE_THIRTY, Instant.parse("2026-06-05T00:00:00Z")), window(view));
        write("part-0-to", "2026-06-05T18:00:30Z");
        assertEquals(new Window.Between(NINE_THIRTY, Instant.parse("2026-06-05T18:00:30Z")), window(view));
        assertTaken("from");
        assertTaken("to");
    }

    @Test
    void aTextThatIsNoDateIsMarkedAndTheOtherEndIsStillTaken() {
        Instant may = Instant.parse("2026-05-01T00:00:00Z");
        SegmentsView view = opened(new Window.Between(may, JUNE));
        write("part-0-from", "14.11.2026");
        assertNotTaken("from", "The first day is not taken: write it as 2026-11-14, or as 2026-11-14 09:30 (UTC).");
        assertTaken("to");
        write("part-0-to", "2026-06-05");
        Instant fifth = Instant.parse("2026-06-05T00:00:00Z");
        assertEquals(new Window.Between(may, fifth), window(view));
        write("part-0-from", "2026-06-07");
        assertNotTaken("from", "Not taken: write the earlier day first.");
        assertNotTaken("to", "Not taken: write the earlier day first.");
        assertEquals(new Window.Between(may, fifth), window(view));
        write("part-0-to", "2026-06-08");
        assertTaken("from");
        assertTaken("to");
        assertEquals(
                new Window.Between(Instant.parse("2026-06-07T00:00:00Z"), Instant.parse("2026-06-08T00:00:00Z")),
                window(view));
    }

    @Test
    void aLengthThatIsNotTakenIsSaidAtTheRowAndNotCalledSaved() {
        SegmentsView view = opened(new Window.Last(30, Window.Unit.DAYS));
        settled();
        String count = text("part-0-count");
        String saved = text("state");
        String said = "Error: Not taken: write a whole number from 1 to 99999. What is typed is not used until then.";
        for (String length : List.of("abc", "0")) {
            write("part-0-amount", length);
            settled();
            assertEquals(List.of(said), said());
            assertEquals("-", text("part-0-count"));
            assertEquals(saved + "; one field is not taken", text("state"));
        }
        ScreenWalk.checkSmallest(window().getScene(), "segment-editor-length");
        write("part-0-amount", "30");
        settled();
        assertEquals(List.of(), said());
        assertEquals(count, text("part-0-count"));
        assertEquals(saved, text("state"));
        assertEquals(new Window.Last(30, Window.Unit.DAYS), window(view));
        write("part-0-amount", "x");
        robot.clickOn("#part-top-add-row");
        assertEquals(List.of(said), said(), "rows made anew show what is typed and not taken");
        assertEquals("x", onFx(() -> field("amount").getText()));
    }

    /// What is said in red at the rows.
    private List<String> said() {
        return onFx(
                () -> robot.lookup("." + ConditionPane.FINDINGS + " .field-problem").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .toList());
    }

    @Test
    void unitsOfTimeAreSaidInTheWordsOfTheProduct() {
        opened(new Window.Last(3, Window.Unit.DAYS));
        Texts texts = Texts.of("segments");
        ComboBox<Window.Unit> units = units();
        assertEquals(
                List.of("minutes", "hours", "days", "weeks"),
                onFx(() -> units.getItems().stream()
                        .map(units.getConverter()::toString)
                        .toList()));
        assertTrue(Arrays.stream(Window.Unit.values())
                .allMatch(unit -> texts.get("unit." + unit.name().toLowerCase(Locale.ROOT))
                        .equals(units.getConverter().toString(unit))));
    }

    @SuppressWarnings("unchecked") // the list of units of the one window
    private ComboBox<Window.Unit> units() {
        return robot.lookup("#part-0-unit").queryAs(ComboBox.class);
    }
}
