package app.attune.events.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.events.EventChoice.Order;
import app.attune.events.EventFrameBuilder;
import app.attune.ui.Destination;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import app.attune.ui.Heartbeat;
import app.attune.ui.ScreenWalk;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
            view.model().order(Order.HIGHEST_VALUE_FIRST);
        });
        settle(tasks);
        assertEquals("80 of 400 events", text("#count"));
        TableView<Integer> table = table();
        runOnFx(() -> table.getSelectionModel().selectRange(0, 5));
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
        open();
        desk.dialogs.text = Optional.of("398");
        robot.clickOn("#goButton");
        settle(tasks);
        TableView<Integer> table = table();
        assertEquals(397, onFx(() -> table.getSelectionModel().getSelectedIndex()));
        robot.push(KeyCode.ENTER);
        assertEquals(List.of(Destination.of(Destination.PREVIEW, "user-1002")), desk.visited);
    }

    @Test
    void aHeaderOrdersByItsColumn() {
        DataView view = open();
        TableView<Integer> table = table();
        runOnFx(() -> table.getSortOrder().setAll(List.of(table.getColumns().get(2))));
        settle(tasks);
        assertEquals(Order.USER_UP, view.model().choice().order());
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
            runOnFx(() -> view.model().order(Order.USER_UP));
            settle(tasks);
            TableView<Integer> table = table();
            runOnFx(table::requestFocus);
            robot.push(KeyCode.SHORTCUT, KeyCode.A);
            assertEquals(
                    0, onFx(() -> table.getSelectionModel().getSelectedIndices().size()));
            runOnFx(() -> table.scrollTo(60_000));
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
        TableView<Integer> table = table();
        runOnFx(table::requestFocus);
        try (Heartbeat heartbeat = Heartbeat.start()) {
            robot.push(KeyCode.SHORTCUT, KeyCode.A);
            robot.clickOn("#copyButton");
            settle(tasks);
            assertTrue(heartbeat.longestMillis() >= 0);
        }
        assertEquals(DataViewModel.MOST_COPIED + 1, clipboard().lines().count());
    }
}
