package app.attune.events.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.events.EventFrameBuilder;
import app.attune.events.EventSort;
import app.attune.events.quality.LateEvents;
import app.attune.events.quality.Outcome;
import app.attune.ui.Destination;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import app.attune.ui.Heartbeat;
import app.attune.ui.ScreenWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataViewTest extends FxTest {
    private final FxTasks tasks = new FxTasks();
    private final EventDesk desk = new EventDesk();

    @AfterEach
    void stop() {
        settle(tasks);
        tasks.close();
    }

    private DataView open() {
        DataView view = onFx(() -> new DataView(desk.context(tasks)));
        show(view::root);
        runOnFx(view::shown);
        settle(tasks);
        return view;
    }

    private HBox grid() {
        return onFx(() -> robot.lookup("#grid").queryAs(HBox.class));
    }

    private TableView<Integer> table() {
        return onFx(() -> robot.lookup("#table").<Integer>queryTableView());
    }

    private String text(String id) {
        return onFx(() -> robot.lookup(id).queryAs(Label.class).getText());
    }

    private static String clipboard() {
        return onFx(
                () -> Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), ""));
    }

    @Test
    void theDearestPurchasesAreCopiedWithTheirHeadings() {
        DataView view = open();
        ScreenWalk.check(window().getScene(), "data");
        runOnFx(() -> {
            view.model().type("purchase");
            view.model().sort(EventSort.down("value"));
        });
        settle(tasks);
        assertEquals("80 of 400 events", text("#count"));
        runOnFx(() -> {
            view.selection().choose(0, GridSelection.Reach.ONLY);
            view.selection().choose(4, GridSelection.Reach.UP_TO);
        });
        ScreenWalk.check(window().getScene(), "data-purchases");
        robot.clickOn("#copyButton");
        settle(tasks);
        List<String> lines = clipboard().lines().toList();
        assertEquals(6, lines.size(), lines.toString());
        assertTrue(lines.getFirst().startsWith("time\tuser\ttype\titem\titem_name\tvalue"), lines.getFirst());
        assertTrue(lines.get(1).contains("\tpurchase\t"), lines.get(1));
    }

    @Test
    void aFilterThatFindsNothingSaysSoAndCanBeCleared() {
        open();
        robot.clickOn("#user").write("nobody");
        settle(tasks);
        assertEquals("0 of 400 events", text("#count"));
        ScreenWalk.check(window().getScene(), "data-none");
        robot.clickOn("#clearButton");
        settle(tasks);
        assertEquals("400 of 400 events", text("#count"));
    }

    @Test
    void enterInARowOpensThePreviewOfItsUser() {
        DataView view = open();
        desk.dialogs.text = Optional.of("398");
        robot.clickOn("#goButton");
        settle(tasks);
        assertEquals(397, onFx(() -> view.selection().lead()));
        TableView<Integer> table = table();
        assertTrue(onFx(() -> table.getItems().contains(397)));
        robot.push(KeyCode.ENTER);
        assertEquals(List.of(Destination.of(Destination.PREVIEW, "user-1002")), desk.visited);
    }

    @Test
    void aHeadingOrdersByItsColumnByMouseAndByKey() {
        DataView view = open();
        robot.clickOn("Value");
        settle(tasks);
        assertEquals(EventSort.up("value"), onFx(() -> view.model().choice().sort()));
        robot.push(KeyCode.ENTER);
        settle(tasks);
        assertEquals(EventSort.up("value"), onFx(() -> view.model().choice().sort()));
        runOnFx(() -> view.actions().stream()
                .filter(action -> action.id().equals("data.heads"))
                .forEach(action -> action.fire()));
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.SPACE);
        settle(tasks);
        assertEquals(EventSort.down("user"), onFx(() -> view.model().choice().sort()));
    }

    @Test
    void aColumnIsFilteredInItsHeading() {
        open();
        robot.clickOn("#filterToggle");
        ScreenWalk.check(window().getScene(), "data-filters");
        TextField filter = onFx(() -> robot.lookup(".column-filter").queryAllAs(TextField.class).stream()
                .filter(field -> field.getAccessibleText().startsWith("Filter on Value"))
                .findFirst()
                .orElseThrow());
        runOnFx(filter::requestFocus);
        robot.write(">100");
        settle(tasks);
        assertEquals("8 of 400 events", text("#count"));
        ScreenWalk.checkSmallest(window().getScene(), "data-filtered");
    }

    @Test
    void everyChosenRowGoesIntoAFile(@TempDir Path folder) throws IOException {
        DataView view = open();
        runOnFx(() -> view.model().type("purchase"));
        settle(tasks);
        desk.dialogs.path = Optional.of(folder.resolve("purchases.csv"));
        robot.clickOn("#exportButton");
        settle(tasks);
        assertEquals(81, Files.readAllLines(folder.resolve("purchases.csv")).size());
        ScreenWalk.checkSmallest(window().getScene(), "data-exported");
    }

    @Test
    void wideDataShowsItsFirstColumnsAndKeepsUserAndTimeInPlace() {
        desk.frame = EventDesk.wide(60);
        open();
        TableView<Integer> table = table();
        assertEquals(
                EventColumnsShown.MOST_AT_FIRST - EventColumnsShown.FIXED,
                onFx(() -> table.getVisibleLeafColumns().size()));
        runOnFx(() -> table.scrollToColumnIndex(25));
        ScreenWalk.check(window().getScene(), "data-wide");
        assertTrue(onFx(() -> robot.lookup("user-1000").tryQuery().isPresent()));
    }

    @Test
    void withoutEventsTheWayToTheImportIsShown() {
        desk.frame = new EventFrameBuilder().build();
        open();
        ScreenWalk.check(window().getScene(), "data-empty");
        robot.clickOn("Import a file");
        assertEquals(List.of(Destination.of(Destination.IMPORT)), desk.visited);
    }

    @Test
    void activeUsersByDayAreOneTabAway() {
        open();
        TabPane tabs = onFx(() -> robot.lookup("#tabs").queryAs(TabPane.class));
        runOnFx(() -> tabs.getSelectionModel().select(1));
        ScreenWalk.check(window().getScene(), "data-chart");
    }

    @Test
    void selectingAllOfManyEventsNeverFreezesTheWindow() {
        desk.frame = EventDesk.frame(120_000);
        DataView view = open();
        try (Heartbeat heartbeat = Heartbeat.start()) {
            runOnFx(() -> view.model().sort(EventSort.up("user")));
            settle(tasks);
            HBox grid = grid();
            runOnFx(grid::requestFocus);
            robot.push(KeyCode.SHORTCUT, KeyCode.A);
            assertEquals(0, onFx(() -> view.selection().count()));
            robot.push(KeyCode.END);
            assertEquals(119_999, onFx(() -> view.selection().lead()));
            TableView<Integer> table = table();
            assertTrue(onFx(() -> table.getItems().contains(119_999)));
            assertTrue(heartbeat.longestMillis() >= 0);
        }
        assertEquals(
                List.of("data.too-many-rows"),
                onFx(() -> view.model().problems().stream()
                        .map(problem -> problem.code())
                        .toList()));
    }

    @Test
    void asManyAsCanBeCopiedAreSelectedAndCopiedAtOnce() {
        desk.frame = EventDesk.frame(DataViewModel.MOST_COPIED);
        open();
        HBox grid = grid();
        runOnFx(grid::requestFocus);
        try (Heartbeat heartbeat = Heartbeat.start()) {
            robot.push(KeyCode.SHORTCUT, KeyCode.A);
            robot.clickOn("#copyButton");
            settle(tasks);
            assertTrue(heartbeat.longestMillis() >= 0);
        }
        assertEquals(DataViewModel.MOST_COPIED + 1, clipboard().lines().count());
    }

    @Test
    void anExpertAsksWithSql() {
        open();
        TabPane tabs = onFx(() -> robot.lookup("#tabs").queryAs(TabPane.class));
        runOnFx(() -> tabs.getSelectionModel().select(3));
        settle(tasks);
        ScreenWalk.check(window().getScene(), "data-sql");
        TextArea query = onFx(() -> robot.lookup("#query").queryAs(TextArea.class));
        runOnFx(() -> query.setText("SELECT type, COUNT(*) AS events FROM events GROUP BY type ORDER BY 2 DESC"));
        robot.clickOn("#runButton");
        settle(tasks);
        TableView<List<String>> answer = onFx(() -> robot.lookup("#answer").<List<String>>queryTableView());
        assertEquals(List.of("view", "240"), onFx(() -> answer.getItems().getFirst()));
        ScreenWalk.check(window().getScene(), "data-sql-answer");
        runOnFx(() -> query.setText("SELECT type,\n  prize FROM events"));
        robot.clickOn("#runButton");
        settle(tasks);
        assertTrue(onFx(() -> robot.lookup("Line 2, column 3: there is no column prize.")
                .tryQuery()
                .isPresent()));
        assertTrue(onFx(() -> answer.getItems().isEmpty()), "the answer of another query");
        ScreenWalk.check(window().getScene(), "data-sql-problem");
        ScreenWalk.checkSmallest(window().getScene(), "data-sql-problem");
    }

    @Test
    void qualityIsLookedAtPageByPageAndLeadsToTheRows() {
        desk.frame = EventDesk.loaded();
        desk.imports.add(EventDesk.imported());
        DataView view = open();
        TabPane tabs = onFx(() -> robot.lookup("#tabs").queryAs(TabPane.class));
        runOnFx(() -> tabs.getSelectionModel().select(2));
        settle(tasks);
        ScreenWalk.check(window().getScene(), "quality-nothing-expected");
        ComboBox<ExpectationForm.Kind> kind = onFx(() -> robot.lookup("#kind").<ExpectationForm.Kind>queryComboBox());
        ComboBox<String> column = onFx(() -> robot.lookup("#column").<String>queryComboBox());
        expect(kind, ExpectationForm.Kind.FILLED, "order_id");
        assertTrue(onFx(
                () -> robot.lookup("\"\" cannot be read as limits.").tryQuery().isPresent()));
        robot.clickOn("#value").write("99%");
        robot.clickOn("#addButton");
        settle(tasks);
        runOnFx(() -> column.setValue("type"));
        robot.clickOn("#value").write("view, cart, purchase");
        runOnFx(() -> kind.setValue(ExpectationForm.Kind.ONE_OF));
        robot.clickOn("#addButton");
        settle(tasks);
        TableView<Outcome> outcomes = onFx(() -> robot.lookup("#outcomes").<Outcome>queryTableView());
        assertEquals(
                List.of(Outcome.Verdict.FAIL, Outcome.Verdict.PASS),
                onFx(() -> outcomes.getItems().stream().map(Outcome::verdict).toList()));
        ScreenWalk.check(window().getScene(), "quality-expectations");
        ScreenWalk.checkSmallest(window().getScene(), "quality-expectations");
        for (String page : List.of("columns", "volume", "late", "imports")) {
            robot.clickOn("#" + page + "Toggle");
            settle(tasks);
            ScreenWalk.check(window().getScene(), "quality-" + page);
            ScreenWalk.checkSmallest(window().getScene(), "quality-" + page);
        }
        lateEvents();
        robot.clickOn("#expectToggle");
        runOnFx(() -> outcomes.getSelectionModel().select(0));
        robot.clickOn("#rowsButton");
        settle(tasks);
        assertEquals(0, onFx(() -> tabs.getSelectionModel().getSelectedIndex()));
        assertEquals(
                "empty",
                onFx(() ->
                        view.model().choice().filter("order_id").orElseThrow().text()));
    }

    private void expect(ComboBox<ExpectationForm.Kind> kinds, ExpectationForm.Kind kind, String column) {
        ComboBox<String> columns = onFx(() -> robot.lookup("#column").<String>queryComboBox());
        runOnFx(() -> {
            kinds.setValue(kind);
            columns.setValue(column);
        });
        robot.clickOn("#addButton");
        settle(tasks);
    }

    /// The very events the limit leaves out, a page at a time, and who moves.
    private void lateEvents() {
        robot.clickOn("#columnsToggle");
        toggle("columnsToggle", "lateToggle");
        Slider allowed = onFx(() -> robot.lookup("#allowed").queryAs(Slider.class));
        tabTo("allowed");
        robot.type(KeyCode.HOME, KeyCode.RIGHT, KeyCode.LEFT);
        assertEquals(0, onFx(allowed::getValue));
        settle(tasks);
        TableView<LateEvents.Late> events =
                onFx(() -> robot.lookup("#lateEvents").<LateEvents.Late>queryTableView());
        Label title = onFx(() -> robot.lookup("#eventsTitle").queryAs(Label.class));
        assertEquals(200, onFx(() -> events.getItems().size()));
        String total = onFx(title::getText).replaceFirst(".* of ", "");
        tabTo("nextLate");
        robot.type(KeyCode.SPACE);
        assertEquals("nextLate", focused());
        assertEquals("Events that would be left out, by user and time: 201 to 400 of " + total, onFx(title::getText));
        assertTrue(onFx(() -> events.getItems().stream()
                .allMatch(one -> one.lateness().compareTo(java.time.Duration.ofMinutes(1)) > 0)));
        tabTo("moved");
        robot.type(KeyCode.HOME, KeyCode.DOWN);
        assertEquals(
                "Lapsed: 1 would enter: user-1001. 6 would leave: user-1002 and others.",
                onFx(() -> robot.lookup("#movers").queryAs(Label.class).getText()));
        ScreenWalk.check(window().getScene(), "quality-late-events");
    }

    @Test
    void withoutATimeOfLoadingLatenessSaysWhatToImport() {
        open();
        TabPane tabs = onFx(() -> robot.lookup("#tabs").queryAs(TabPane.class));
        runOnFx(() -> tabs.getSelectionModel().select(2));
        settle(tasks);
        robot.clickOn("#lateToggle");
        ScreenWalk.check(window().getScene(), "quality-no-load-time");
    }
}
