package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.segments.AllOf;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import app.attune.ui.Destination;
import app.attune.ui.Screen;
import app.attune.ui.ScreenWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
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
        tab("dropoffTab");
        assertEquals(
                "Row 1 costs most: of 60 users it leaves 28 (47%), those with at least 1 view event on items whose"
                        + " category is Tents in the last 28 days.",
                text("dropOffTitle"));
        ScreenWalk.check(window().getScene(), "segment-editor-dropoffTab");
        ScreenWalk.checkSmallest(window().getScene(), "segment-editor-dropoffTab");
        for (String tab : List.of("chartTab", "textTab", "sqlTab", "versionsTab")) {
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
        assertEquals("Of the union", onFx(() -> {
            TableView<?> table = robot.lookup("#combinations").queryAs(TableView.class);
            return table.getColumns().getLast().getText();
        }));
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
        ScreenWalk.check(window().getScene(), "segment-overlap");
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
    void whatIsDiscoveredBecomesASegment() {
        desk.save("Buyers", new AllOf(List.of(Desk.purchases("1"))));
        open(desk);
        robot.clickOn("#discoverButton");
        settle(tasks);
        choose("aim", "A short rule for a segment");
        robot.clickOn("#look");
        settle(tasks);
        ScreenWalk.check(window().getScene(), "segments-discover");
        settle(tasks);
        assertEquals(List.of(), barsOf("#ideas"), "one row needs no bar");
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
    void aSegmentMadeElsewhereIsCalledByItsName() {
        SegmentsView view = open(desk);
        SegmentId made = desk.save("Chosen buyers", new AllOf(List.of(Desk.purchases("1"))));
        open(made);
        Screen.Shown shown = new Screen.Shown(made.value(), "Chosen buyers");
        assertEquals(Optional.of(shown), onFx(() -> view.shownObject().getValue()));
        assertEquals("Chosen buyers", onFx(() -> view.objectTitle(made.value())));
    }

    @Test
    void sampleUserLeadsToThePreview() {
        open(desk);
        open(desk.save("One", new AllOf(List.of(Desk.purchases("2")))));
        settled();
        robot.clickOn("#user-u10");
        assertEquals(List.of(Destination.of(Destination.PREVIEW, "u10")), elsewhere);
    }

    @Test
    void purposeIsWrittenAndVersionsAreCompared() {
        open(desk);
        SegmentId id = desk.save("Buyers", new AllOf(List.of(Desk.purchases("1"))));
        desk.service.save(
                app.attune.segments.SegmentDraft.of(desk.service.require(id))
                        .with(new AllOf(List.of(Desk.purchases("2")))),
                "Ada",
                "");
        open(id);
        tab("aboutTab");
        assertTrue(text("healthTitle").startsWith("3 things"), text("healthTitle"));
        write("goal", "Sell more tents ");
        write("owner", "Bob");
        write("target", "60%");
        choose("figure", "Conversion");
        settled();
        assertEquals("Sell more tents", desk.service.require(id).about().goal());
        assertEquals(60, desk.service.require(id).about().target());
        assertEquals("Bob", desk.service.require(id).about().owner());
        assertEquals("1 thing speaks against it", text("healthTitle"));
        runOnFx(() -> robot.lookup(".split-pane").queryAs(SplitPane.class).setDividerPositions(0.1));
        ScreenWalk.check(window().getScene(), "segment-about");
        ScreenWalk.checkSmallest(window().getScene(), "segment-about");
        tab("versionsTab");
        settle(tasks);
        assertTrue(shows("versions", "Goal set to \u201cSell more tents\u201d."), "a version says what it changed");
        double list =
                onFx(() -> robot.lookup("#versions").query().getBoundsInLocal().getHeight());
        double page = onFx(
                () -> robot.lookup("#versionsPage").query().getBoundsInLocal().getHeight());
        assertTrue(list > page * 0.6, "the list has " + list + " of " + page);
        runOnFx(() -> {
            javafx.scene.control.ListView<?> all = robot.lookup("#versions").queryListView();
            all.getSelectionModel().select(all.getItems().size() - 2);
        });
        settle(tasks);
        assertEquals(
                "Version 1 means 30 users and version 2 means 6: nobody gained, 24 lost (80% of 30).",
                text("diffUsers"));
        runOnFx(() -> robot.lookup("#lost").queryAs(ToggleButton.class).fire());
        assertEquals(24, robot.lookup("#movers").queryListView().getItems().size());
        ScreenWalk.check(window().getScene(), "segment-versions");
        ScreenWalk.checkSmallest(window().getScene(), "segment-versions");
    }

    private boolean shows(String list, String words) {
        return onFx(
                () -> robot.lookup("#" + list + " .list-cell").queryAllAs(javafx.scene.control.ListCell.class).stream()
                        .anyMatch(cell -> String.valueOf(cell.getText()).contains(words)));
    }

    @Test
    void chosenBuyersBecomeASegmentAndSegmentsBecomeFiles() throws IOException {
        desk.save("Buyers", new AllOf(List.of(Desk.purchases("1"))));
        open(desk);
        robot.clickOn("#rfmButton");
        settle(tasks);
        ScreenWalk.check(window().getScene(), "segments-rfm");
        ScreenWalk.checkSmallest(window().getScene(), "segments-rfm");
        write("recencyCuts", "20, 40");
        write("timesCuts", "1");
        robot.type(KeyCode.ENTER);
        settle(tasks);
        runOnFx(() -> robot.lookup("#rfm-0-0").queryAs(ToggleButton.class).fire());
        runOnFx(() -> robot.lookup("#rfm-1-1").queryAs(ToggleButton.class).fire());
        assertTrue(text("rfmChosen").startsWith("2 cells: 10 users"), text("rfmChosen"));
        tabTo("rfm-0-0");
        ToggleButton first = robot.lookup("#rfm-0-0").queryAs(ToggleButton.class);
        assertEquals(-3, first.getBorder().getStrokes().getFirst().getInsets().getTop(), "the ring of the focus");
        ScreenWalk.check(window().getScene(), "segments-rfm-chosen");
        dialogs.text = Optional.of("Best");
        runOnFx(() -> robot.lookup("#makeRfm").queryButton().fire());
        settle(tasks);
        assertTrue(text("total").startsWith("10 users"), text("total"));
        dialogs.path = Optional.of(folder.resolve("git"));
        fire("segments.files-write");
        settle(tasks);
        assertTrue(Files.exists(folder.resolve("git/best.segment.json")));
        Path file = folder.resolve("git/buyers.segment.json");
        Files.writeString(file, Files.readString(file).replace("\"goal\" : \"\"", "\"goal\" : \"Sell\""));
        dialogs.asked.clear();
        dialogs.confirms = false;
        fire("segments.files-write");
        settle(tasks);
        assertEquals(
                "1 file in " + folder.resolve("git") + " has edits that are not saved here:\nbuyers.segment.json\n"
                        + "They are lost if they are replaced. Import them first to keep them.",
                dialogs.asked.getLast());
        assertTrue(Files.readString(file).contains("Sell"));
        fire("segments.files-take");
        settle(tasks);
        Files.writeString(file, Files.readString(file).replace("Sell", "Spell"));
        dialogs.confirms = true;
        fire("segments.files-write");
        settle(tasks);
        assertTrue(Files.readString(file).contains("\"Sell\""));
        assertEquals(
                "Sell", desk.service.require(new SegmentId("buyers")).about().goal());
    }

    @Test
    void healthOfTheSelectedSegmentIsSaidBelowTheList() {
        desk.save("Buyers", new AllOf(List.of(Desk.purchases("1"))));
        desk.save("Twice", Desk.purchases("2"));
        open(desk);
        runOnFx(() ->
                robot.lookup("#table").queryTableView().getSelectionModel().select(1));
        settle(tasks);
        assertTrue(text("selectedHealth").contains("Too small: Only 6 users are in it"), text("selectedHealth"));
        ScreenWalk.check(window().getScene(), "segments-health");
        ScreenWalk.checkSmallest(window().getScene(), "segments-health");
    }

    private List<Orientation> barsOf(String table) {
        return onFx(() -> robot.lookup(table).query().lookupAll(".scroll-bar").stream()
                .filter(Node::isVisible)
                .map(bar -> ((ScrollBar) bar).getOrientation())
                .toList());
    }
}
