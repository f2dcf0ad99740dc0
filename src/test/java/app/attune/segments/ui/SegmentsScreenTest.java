package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.segments.AllOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.BucketCondition;
import app.attune.segments.Comparison;
import app.attune.segments.EventKind;
import app.attune.segments.Near;
import app.attune.segments.NoneOf;
import app.attune.segments.SegmentCondition;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import app.attune.segments.WhenMissing;
import app.attune.segments.Window;
import app.attune.segments.Within;
import app.attune.ui.Destination;
import app.attune.ui.ScreenWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SegmentsScreenTest extends Hand {
    private final Desk desk = new Desk();

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void bothScreensPassTheWalk() {
        SegmentsView view = open(desk);
        ScreenWalk.check(window().getScene(), "segments-empty");
        desk.save("Buyers", new AllOf(List.of(Desk.purchases("1"))));
        SegmentId rich = desk.saveRich();
        runOnFx(view::shown);
        settle(tasks);
        ScreenWalk.check(window().getScene(), "segments");
        open(rich);
        ScreenWalk.check(window().getScene(), "segment-editor");
        for (String tab : List.of("chartTab", "sqlTab", "versionsTab")) {
            tab(tab);
            ScreenWalk.check(window().getScene(), "segment-editor-" + tab);
        }
    }

    @Test
    void overlapIsChosenByKeyboardAndItsUsersAreListed() {
        open(desk);
        desk.save("Austrians", Desk.country("Austria"));
        desk.save("Twice", Desk.purchases("2"));
        open(desk.save("Buyers", new AllOf(List.of(Desk.purchases("1")))));
        tab("overlapTab");
        focus("compareWith");
        robot.type(KeyCode.SPACE).type(KeyCode.DOWN).type(KeyCode.ENTER);
        settle(tasks);
        focus("compareWith");
        robot.type(KeyCode.SPACE).type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.ENTER);
        settle(tasks);
        assertEquals("Austrians, Twice", text("overlapNames"));
        assertEquals(
                "Buyers 30 + Austrians 15 + Twice 6 - 21 counted again because they are in several"
                        + " = 30 users in at least one, 50% of 60.",
                text("overlapSum"));
        focus("combinations");
        robot.type(KeyCode.DOWN);
        settle(tasks);
        assertEquals(
                "12 users of Buyers only, chosen at random:", text("overlapUsersTitle"), "the largest stands first");
        assertEquals(12, robot.lookup("#overlapUsers .hyperlink").queryAll().size());
        runOnFx(() -> robot.lookup(".split-pane").queryAs(SplitPane.class).setDividerPositions(0.1));
        ScreenWalk.checkSmallest(window().getScene(), "segment-overlap");
        tab("profileTab");
        assertEquals(
                "Buyers differ most from everybody else in: country is Austria (50% against 0%).",
                text("profileSentence"));
        ScreenWalk.checkSmallest(window().getScene(), "segment-profile");
        tab("figuresTab");
        assertEquals(
                "Buyers: 50% (33.2-66.8) bought in the last 30 days, of everybody 25% (15.8-37.2).",
                text("figuresSentence"));
        ScreenWalk.checkSmallest(window().getScene(), "segment-figures");
    }

    @Test
    void usersAreWrittenToAFileWithoutThoseWhoDidNotAgree() throws IOException {
        open(desk);
        open(desk.save("Buyers", new AllOf(List.of(Desk.purchases("1")))));
        Path list = folder.resolve("buyers.csv");
        dialogs.path = Optional.of(list);
        focus("memberColumns");
        robot.type(KeyCode.SPACE).type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertEquals("User ids and 1 attribute", text("memberColumns"));
        focus("exportMembers");
        robot.type(KeyCode.SPACE);
        settle(tasks);
        assertEquals(30, Files.readAllLines(list).size());
        assertEquals("user_id,age", Files.readAllLines(list).getFirst());
        assertTrue(text("total").startsWith("30 users"), text("total"));
        assertTrue(text("total").endsWith("1 has not agreed to personalisation"), text("total"));
    }

    @Test
    void rowsWithoutControlsAreShownInWordsAndCounted() {
        open(desk);
        SegmentId buyers = desk.save("Buyers", new AllOf(List.of(Desk.purchases("1"))));
        Near before = new Near(Near.Relation.NOT_PRECEDED, EventKind.of("view"), new Within.Span(1, Window.Unit.DAYS));
        open(desk.save(
                "In words",
                new AllOf(List.of(
                        Desk.purchases("1").with(List.of(before)),
                        new SegmentCondition(buyers),
                        new NoneOf(List.of(new BucketCondition("holdout", 0, 0))),
                        new AttributeCondition("country", Comparison.IS, List.of("Austria"), WhenMissing.YES)))));
        assertEquals("whose country is Austria or is unknown", text("part-3-words"));
        assertEquals("who are in the segment buyers", text("part-1-words"));
        assertEquals("30 users (50%)", text("part-1-count"));
        assertTrue(text("part-0-words").endsWith("not preceded by a view event within 1 day"), text("part-0-words"));
        ScreenWalk.check(window().getScene(), "segment-editor-words");
    }

    private void tab(String id) {
        runOnFx(() -> {
            TabPane pane = robot.lookup("#tabs").queryAs(TabPane.class);
            pane.getTabs().stream().filter(tab -> id.equals(tab.getId())).forEach(pane.getSelectionModel()::select);
        });
        settle(tasks);
    }

    @Test
    void whatIsDiscoveredBecomesASegment() {
        desk.save("Buyers", new AllOf(List.of(Desk.purchases("1"))));
        open(desk);
        robot.clickOn("#discoverButton");
        settle(tasks);
        choose("aim", "A short rule for a segment");
        robot.clickOn("#look");
        settle(tasks);
        ScreenWalk.check(window().getScene(), "segments-discover");
        assertEquals("Users with at least 3 events", text("ideaSentence"));
        dialogs.text = Optional.of("Have bought");
        robot.clickOn("#makeSegment");
        settle(tasks);
        assertTrue(text("total").startsWith("30 users"), text("total"));
        assertEquals(List.of("Buyers", "Have bought"), names());
    }

    private List<String> names() {
        return desk.service.list().stream().map(SegmentDefinition::name).toList();
    }

    @Test
    void whileSegmentsLoadNothingSaysThatThereAreNone() {
        SegmentsView view = open(desk);
        assertTrue(robot.lookup("#nothing").query().isVisible());
        boolean shown = onFx(() -> {
            view.shown();
            return robot.lookup("#nothing").query().isVisible();
        });
        assertFalse(shown);
        settle(tasks);
        assertTrue(robot.lookup("#nothing").query().isVisible());
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
                app.attune.segments.ConditionSentence.of(
                        desk.service.require(new SegmentId("loyal-austrians")).condition()));
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

    private void focus(String id) {
        runOnFx(() -> robot.lookup("#" + id).query().requestFocus());
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
    void sampleUserLeadsToThePreview() {
        open(desk);
        open(desk.save("One", new AllOf(List.of(Desk.purchases("2")))));
        settled();
        robot.clickOn("#user-u10");
        assertEquals(List.of(Destination.of(Destination.PREVIEW, "u10")), elsewhere);
    }
}
