package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.segments.AllOf;
import app.attune.segments.Condition;
import app.attune.segments.NoneOf;
import app.attune.segments.SegmentCondition;
import app.attune.segments.SegmentId;
import app.attune.ui.ScreenWalk;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The rows of a condition on the screen, by mouse and keyboard.
final class SegmentRowsScreenTest extends Hand {
    private final Desk desk = new Desk();

    @Test
    void theConditionIsEditedAsTextInOneStepAndNothingTypedIsLost() {
        SegmentEditorViewModel editing = open(desk).editing();
        open(desk.save("Buyers", new AllOf(List.of(Desk.purchases("1")))));
        tab("textTab");
        TextArea area = robot.lookup("#conditionText").queryAs(TextArea.class);
        assertEquals("all of\n  count of purchase is at least 1\n", area.getText());
        String odd = "all of\n  country iz Austria\n  count of purchase is at least 1\n";
        runOnFx(() -> area.setText(odd));
        focus("useText");
        robot.type(KeyCode.SPACE);
        settle(tasks);
        assertEquals(odd, area.getText());
        assertTrue(
                robot.lookup("#textMessages .label").queryAllAs(Labeled.class).stream()
                        .anyMatch(label -> label.getText().contains("line 2, column 11")),
                "line and column are named");
        ScreenWalk.checkSmallest(window().getScene(), "segment-editor-text");
        runOnFx(() -> area.setText(odd.replace("iz", "is")));
        focus("useText");
        robot.type(KeyCode.SPACE);
        settle(tasks);
        Condition both = new AllOf(List.of(Desk.country("Austria"), Desk.purchases("1")));
        assertEquals(both, editing.history().value().condition());
        assertEquals("all of\n  country is \"Austria\"\n  count of purchase is at least 1\n", area.getText());
        runOnFx(() -> editing.history().undo());
        assertEquals(
                new AllOf(List.of(Desk.purchases("1"))),
                editing.history().value().condition());
    }

    @Test
    void segmentIsBuiltByMouseAndKeyboard() {
        open(desk);
        create("Loyal Austrians");
        assertTrue(text("total").startsWith("60 users"), text("total"));
        robot.clickOn("#part-top-add-row");
        type("part-0", "purchase");
        type("part-0", "view");
        choose("part-0-window", "at any time");
        write("part-0-value", "1");
        settled();
        assertEquals("30 users (50%)", text("part-0-count"));
        robot.clickOn("#part-top-add-row");
        choose("part-1-field", "country");
        robot.clickOn("#part-1-value");
        robot.write("Austria", 0);
        robot.type(KeyCode.ENTER);
        settled();
        assertEquals("15 users (25%)", text("part-1-count"));
        assertTrue(text("total").startsWith("15 users · 25% of 60"), text("total"));
        assertEquals("Users with at least 1 purchase event, and whose country is Austria.", text("sentence"));
        assertEquals(
                "Users with at least 1 purchase event, and whose country is Austria",
                app.attune.segments.ConditionSentence.byId()
                        .of(desk.service
                                .require(new SegmentId("loyal-austrians"))
                                .condition()));
    }

    @Test
    void theSentenceCallsAnotherSegmentByItsName() {
        desk.save("Good buyers", new AllOf(List.of(Desk.purchases("1"))));
        open(desk);
        open(desk.save("Others", new NoneOf(List.of(new SegmentCondition(new SegmentId("good-buyers"))))));
        assertEquals("Users not who are in the segment Good buyers.", text("sentence"));
    }

    @Test
    void keysAddMoveDuplicateAndDelete() {
        SegmentsView view = open(desk);
        open(desk.save("Keys", new AllOf(List.of(Desk.purchases("1"), Desk.country("Austria")))));
        focus("part-1-field");
        robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
        assertEquals(List.of(Desk.country("Austria"), Desk.purchases("1")), rows(view));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.D).release(KeyCode.SHORTCUT);
        assertEquals(List.of(Desk.country("Austria"), Desk.country("Austria"), Desk.purchases("1")), rows(view));
        robot.type(KeyCode.DELETE);
        assertEquals(2, rows(view).size());
        robot.type(KeyCode.A);
        assertEquals(3, rows(view).size());
        robot.type(KeyCode.G);
        assertEquals(4, rows(view).size());
        for (int i = 0; i < 5; i++) {
            runOnFx(() -> view.history().orElseThrow().undo());
        }
        assertEquals(List.of(Desk.purchases("1"), Desk.country("Austria")), rows(view));
    }

    @Test
    void deletingAMiddleRowLeavesItsNeighbours() {
        SegmentsView view = open(desk);
        open(desk.save("Three", new AllOf(List.of(Desk.purchases("1"), Desk.country("Austria"), Desk.purchases("2")))));
        robot.clickOn("#part-1-delete");
        settled();
        assertEquals(List.of(Desk.purchases("1"), Desk.purchases("2")), rows(view));
        assertEquals("30 users (50%)", text("part-0-count"));
        assertEquals("6 users (10%)", text("part-1-count"));
        assertTrue(robot.lookup("#part-2-delete").tryQuery().isEmpty());
        assertTrue(text("total").startsWith("6 users"), text("total"));
        runOnFx(() -> view.history().orElseThrow().undo());
        assertEquals(3, rows(view).size());
    }

    @Test
    void aSegmentOfNegativesAloneIsCountedAndShownAsSql() {
        open(desk);
        open(desk.save("Rest", new AllOf(List.of(Desk.country("Austria")))));
        choose("part-top-kind", "None of these");
        settled();
        assertTrue(text("total").startsWith("45 users"), text("total"));
        assertEquals("Users not whose country is Austria.", text("sentence"));
        assertEquals("15 users (25%)", text("part-0-count"));
        tab("sqlTab");
        String sql = onFx(() -> robot.lookup("#sql").queryTextInputControl().getText());
        assertTrue(sql.contains("NOT ("), sql);
        focus("dialect");
        robot.type(KeyCode.DOWN);
        String spark = onFx(() -> robot.lookup("#sql").queryTextInputControl().getText());
        assertTrue(spark.startsWith("-- Spark 4") && spark.contains("NOT ("), spark);
    }

    @Test
    void rowsAreMutedLockedAndCommentedOnByKeys() {
        SegmentsView view = open(desk);
        SegmentId id = desk.save(
                "Marked",
                new AllOf(List.of(
                        Desk.purchases("1"), Desk.country("Austria"), new NoneOf(List.of(Desk.purchases("2"))))));
        open(id);
        focus("part-1-field");
        robot.type(KeyCode.M).type(KeyCode.C);
        robot.write("Only while the spring offer runs in Germany alone", 0);
        robot.type(KeyCode.ENTER);
        focus("part-0-field");
        robot.type(KeyCode.L);
        settled();
        assertEquals("15 users (25%)", text("part-1-count"), "counted on its own");
        assertEquals(
                "Users with at least 1 purchase event, and not with at least 2 purchase events (1 row is muted).",
                text("sentence"));
        assertTrue(text("total").startsWith("24 users"), text("total"));
        assertEquals("Muted", text("part-1-muted"));
        assertTrue(robot.lookup("#part-0-value").query().isDisabled());
        robot.type(KeyCode.DELETE);
        assertEquals(3, rows(view).size());
        assertEquals("Row 1 is locked.", view.editing().problems().getFirst().message());
        ScreenWalk.check(window().getScene(), "segment-editor-marks");
        ScreenWalk.checkSmallest(window().getScene(), "segment-editor-marks");
        robot.type(KeyCode.L);
        assertFalse(robot.lookup("#part-0-value").query().isDisabled());
        assertEquals(
                "Only while the spring offer runs in Germany alone",
                app.attune.segments.Marks.comment(app.attune.segments.Conditions.parts(
                                desk.service.require(id).condition())
                        .get(1)));
    }

    @Test
    void aCommentThatHasLinesKeepsThemWhenItIsWrittenOn() {
        open(desk);
        SegmentId id = desk.save(
                "Lines", new AllOf(List.of(app.attune.segments.Marks.commented(Desk.country("Austria"), "one\ntwo"))));
        open(id);
        focus("part-0-field");
        robot.type(KeyCode.C);
        assertEquals(
                "one\ntwo",
                robot.lookup("#part-0-comment-text").queryAs(TextArea.class).getText());
        robot.write("!", 0);
        ScreenWalk.check(window().getScene(), "segment-editor-comment");
        robot.type(KeyCode.ENTER);
        settled();
        assertEquals(
                "one\ntwo!",
                app.attune.segments.Marks.comment(app.attune.segments.Conditions.parts(
                                desk.service.require(id).condition())
                        .get(0)));
    }

    private static List<?> rows(SegmentsView view) {
        return onFx(() -> app.attune.segments.Conditions.parts(
                view.editing().history().value().condition()));
    }

    @Test
    void rowWithoutAValueSaysSoUnderTheRowAndCountsNobodyYet() {
        open(desk);
        open(desk.save("Broken", new AllOf(List.of(Desk.purchases("1")))));
        robot.clickOn("#part-top-add-row");
        choose("part-1-field", "country");
        settled();
        assertEquals("-", text("part-1-count"));
        assertEquals("Users: -", text("total"));
        assertTrue(robot.lookup(".field-problem").queryLabeled().getText().startsWith("Error: "));
        assertEquals("Not saved: a row has an error", text("state"));
    }

    @Test
    void anotherSegmentIsOfferedOnceThereIsOne() {
        open(desk);
        SegmentId only = desk.save("Buyers", new AllOf(List.of(Desk.purchases("1"))));
        open(only);
        assertTrue(onFx(() -> another().isDisable()));
        assertEquals(
                "Another segment (there is no other one yet)",
                onFx(() -> another().getText()));
        desk.save("Others", new AllOf(List.of()));
        open(only);
        assertFalse(onFx(() -> another().isDisable()));
        assertEquals("Another segment", onFx(() -> another().getText()));
    }

    private MenuItem another() {
        return robot.lookup("#part-top-add-other").queryAs(MenuButton.class).getItems().stream()
                .filter(item -> item.getId().endsWith("-segment"))
                .findFirst()
                .orElseThrow();
    }
}
