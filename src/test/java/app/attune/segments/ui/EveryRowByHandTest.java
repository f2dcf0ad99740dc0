package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.segments.AllOf;
import app.attune.segments.BucketCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.ConditionJson;
import app.attune.segments.Conditions;
import app.attune.segments.ConsentCondition;
import app.attune.segments.EventCondition;
import app.attune.segments.EventKind;
import app.attune.segments.FieldTest;
import app.attune.segments.Measure;
import app.attune.segments.Near;
import app.attune.segments.RankCondition;
import app.attune.segments.SegmentCondition;
import app.attune.segments.SegmentId;
import app.attune.segments.UserListCondition;
import app.attune.segments.WhenMissing;
import app.attune.segments.Window;
import app.attune.segments.Within;
import app.attune.ui.ScreenWalk;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Rows of every kind are made and shown by mouse and keyboard.
final class EveryRowByHandTest extends Hand {
    private final Desk desk = new Desk();

    @Test
    void everyKindOfRowHasControlsThatShowIt() {
        open(desk);
        SegmentId buyers = desk.save("Buyers", new AllOf(List.of(Desk.purchases("1"))));
        Condition every = new AllOf(EveryRow.of(buyers));
        SegmentId id = desk.save("Every kind", every);
        open(id);
        assertEquals("30 users (50%)", text("part-5-count"));
        assertTrue(robot.lookup((Node node) -> String.valueOf(node.getId()).endsWith("-since-where0-field"))
                .tryQuery()
                .isPresent());
        for (double down : List.of(0.0, 0.4, 1.0)) {
            scrollTo(down);
            ScreenWalk.picture(window().getScene(), "segment-editor-every-row-" + Math.round(down * 100));
        }
        scrollTo(0.25);
        ScreenWalk.checkSmallest(window().getScene(), "segment-editor-every-row");
        settled();
        assertEquals(every, desk.service.require(id).condition(), "showing it changes nothing");
        assertEquals(1, desk.service.require(id).version());
        assertEquals(every, ConditionJson.read(ConditionJson.write(every)));
    }

    @Test
    void measuresAndMissingValuesAreChosenByHand() {
        SegmentsView view = opened("Measured");
        robot.clickOn("#part-top-add-row");
        choose("part-0-field", "Largest");
        choose("part-0-window", "at any time");
        choose("part-0-comparison", "is less than");
        write("part-0-value", "120");
        menu("part-0", "part-0-missing-item");
        robot.clickOn("#part-0-add-where");
        choose("part-0-where0-field", "order_id");
        choose("part-0-where0-comparison", "starts with");
        robot.clickOn("#part-0-where0-value");
        robot.write("u1", 0);
        robot.type(KeyCode.ENTER);
        menu("part-0-where0", "part-0-where0-missing-item");
        FieldTest orders = new FieldTest("order_id", Comparison.STARTS_WITH, List.of("u1"), WhenMissing.YES);
        assertEquals(
                List.of(new EventCondition(
                        List.of("view"),
                        List.of(orders),
                        List.of(),
                        new Measure.OfField(Measure.Statistic.LARGEST, "value"),
                        new Window.AllTime(),
                        Comparison.LESS_THAN,
                        List.of("120"),
                        WhenMissing.YES)),
                rows(view));
        settled();
        assertEquals("60 users (100%)", text("part-0-count"), "views have no value");
        robot.clickOn("#part-0-missing");
        assertFocused("part-0-comparison");
        settled();
        assertEquals("0 users (0%)", text("part-0-count"));
        menu("part-0", "part-0-truth-item");
        assertFocused("part-0-truth-close");
        ScreenWalk.checkSmallest(window().getScene(), "segment-editor-truth");
        robot.type(KeyCode.SPACE);
        assertTrue(robot.lookup("#part-0-truth").tryQuery().isEmpty());
        assertFocused("part-0-menu");
    }

    @Test
    void rowsAboutTheUserAreMadeByKeyboardAlone() {
        SegmentId buyers = desk.save("Buyers", new AllOf(List.of(Desk.purchases("1"))));
        SegmentId whole = desk.save("Whole", new AllOf(List.of()));
        desk.save("Circle", new SegmentCondition(whole));
        SegmentsView view = open(desk);
        open(whole);
        focus("part-top-kind");
        addOther(3);
        assertFocused("part-0-field");
        addOther(4);
        fill("part-1-ids", "u1\nu3\n\nu1\nnobody");
        assertEquals("3 ids", text("part-1-listed-count"));
        addOther(5);
        addOther(6);
        fill("part-3-to", "50");
        fill("part-3-salt", "holdout");
        addOther(7);
        fill("part-4-percent", "20");
        pick("part-4-by", "age");
        assertEquals(
                List.of(
                        new SegmentCondition(buyers),
                        new UserListCondition(UserListCondition.Listed.IS, List.of("u1", "u3", "nobody")),
                        new ConsentCondition("personalisation", ConsentCondition.Consented.GRANTED),
                        new BucketCondition("holdout", 0, 50),
                        new RankCondition(RankCondition.Rank.TOP, 20, new RankCondition.Ranked.Attribute("age"))),
                rows(view));
        settled();
        assertEquals(List.of("30 users (50%)", "2 users (3%)", "59 users (98%)"), counts(0, 1, 2));
        assertEquals("12 users (20%)", text("part-4-count"));
        fill("part-4-percent", "200");
        assertTrue(onFx(() -> robot.lookup("#part-4-percent")
                .queryAs(TextField.class)
                .getAccessibleHelp()
                .startsWith("Not taken")));
        assertTrue(
                labels().contains(
                                "Note: Of the listed users the data does not have nobody. Check the ids, or import data that has them."));
        pick("part-0-segment", "Circle");
        settled();
        assertTrue(labels().contains("Error: The segment would refer to itself: Whole -> Circle -> Whole."
                + " Take out one of these references."));
        assertEquals("Not saved: a row has an error; one field is not taken", text("state"));
        runOnFx(() -> view.history().orElseThrow().undo());
        settled();
        assertEquals(rows(view), Conditions.parts(desk.service.require(whole).condition()));
    }

    @Test
    void neighboursAndStepsAreAddedMovedAndTakenOut() {
        SegmentsView view = opened("Sequence");
        robot.clickOn("#part-top-add-row");
        choose("part-0-window", "at any time");
        robot.clickOn("#part-0-add-near");
        assertFocused("part-0-near0-relation");
        choose("part-0-near0-relation", "not followed by");
        type("part-0-near0", "view");
        type("part-0-near0", "purchase");
        choose("part-0-near0-within", "within");
        write("part-0-near0-amount", "2");
        choose("part-0-near0-unit", "hours");
        EventCondition views = Desk.purchases("1").with(EventKind.of("view"));
        Near never =
                new Near(Near.Relation.NOT_FOLLOWED, EventKind.of("purchase"), new Within.Span(2, Window.Unit.HOURS));
        assertEquals(List.of(views.with(List.of(never))), rows(view));
        robot.clickOn("#part-0-near0-remove");
        assertFocused("part-0-add-near");
        choose("part-0-field", "Steps of a sequence");
        robot.clickOn("#part-0-add-step");
        assertFocused("part-0-step2-types");
        type("part-0-step2", "view");
        menu("part-0-step2", "Move up");
        assertFocused("part-0-step1-menu");
        choose("part-0-limit-within", "within");
        choose("part-0-limit-counted", "of the step before");
        robot.clickOn("#part-0-step2-remove");
        assertFocused("part-0-add-step");
        Measure steps = new Measure.Steps(
                List.of(EventKind.of("view")), new Within.Span(1, Window.Unit.DAYS), Measure.Counted.FROM_PREVIOUS);
        assertEquals(List.of(views.with(steps).with(Comparison.AT_LEAST, List.of("2"))), rows(view));
        settled();
        assertEquals("60 users (100%)", text("part-0-count"));
        for (int i = 0; i < 5; i++) {
            runOnFx(() -> view.history().orElseThrow().undo());
        }
        assertEquals(
                2,
                ((Measure.Steps) ((EventCondition) rows(view).getFirst()).measure())
                        .next()
                        .size());
    }

    private SegmentsView opened(String name) {
        SegmentsView view = open(desk);
        open(desk.save(name, new AllOf(List.of())));
        return view;
    }

    /// The item of a menu by its id or its words.
    private void menu(String part, String item) {
        MenuButton menu = robot.lookup("#" + part + "-menu").queryAs(MenuButton.class);
        int steps = onFx(() -> {
            List<String> known = menu.getItems().stream()
                    .map(one -> item.equals(one.getId()) ? item : String.valueOf(one.getText()))
                    .toList();
            menu.requestFocus();
            return known.indexOf(item);
        });
        assertTrue(steps >= 0, item);
        robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        for (int i = 0; i <= steps; i++) {
            robot.type(KeyCode.DOWN);
        }
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// The kind of row at that place of the list that Shift+A opens, after leaving the text that is written.
    private void addOther(int place) {
        robot.type(KeyCode.TAB);
        robot.press(KeyCode.SHIFT).type(KeyCode.A).release(KeyCode.SHIFT);
        WaitForAsyncUtils.waitForFxEvents();
        assertFocused("part-top-add-other");
        for (int i = 0; i <= place; i++) {
            robot.type(KeyCode.DOWN);
        }
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void assertFocused(String id) {
        assertEquals(id, onFx(() -> window().getScene().getFocusOwner().getId()));
    }

    private List<String> counts(int... rows) {
        return Arrays.stream(rows)
                .mapToObj(row -> text("part-" + row + "-count"))
                .toList();
    }

    private List<String> labels() {
        return onFx(() -> robot.lookup("#condition .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
    }

    private void scrollTo(double down) {
        runOnFx(() -> robot.lookup("#scroll").queryAs(ScrollPane.class).setVvalue(down));
    }

    /// As [#write], without a mouse.
    private void fill(String id, String text) {
        focus(id);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.A).release(KeyCode.SHORTCUT);
        robot.write(text, 0);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static List<Condition> rows(SegmentsView view) {
        return onFx(() -> Conditions.parts(view.editing().history().value().condition()));
    }
}
