package app.attune.events.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.events.ImportReport;
import app.attune.events.RejectedRow;
import app.attune.events.reconcile.Reconciliation;
import app.attune.events.sessions.SessionRules;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import app.attune.ui.ScreenWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages of the quality tab that look at sessions, sources, their columns, the server and single imports.
final class QualityPagesTest extends FxTest {
    private final FxTasks tasks = new FxTasks();
    private final EventDesk desk = new EventDesk();

    @TempDir
    private Path folder = Path.of(".");

    @AfterEach
    void stop() {
        settle(tasks);
        tasks.close();
        desk.log.close();
    }

    private void importFile(String name, String head, String... users) throws IOException {
        StringBuilder csv = new StringBuilder(head + "\n");
        for (int i = 0; i < users.length; i++) {
            csv.append("%s,2026-10-01T08:00:%02dZ,view,phone\n".formatted(users[i], i));
        }
        desk.log.importGuessed(Files.writeString(folder.resolve(name), csv));
    }

    private void open() throws IOException {
        importFile("web-01.csv", "user_id,time,event,device", "ann", "bob", "cid", "eve");
        importFile("web-02.csv", "user_id,time,event,screen", "ann", "bob");
        importFile("app.csv", "user_id,time,event,device", "bob", "cid", "dan");
        desk.imports.addAll(desk.log.service.imports());
        DataView view = onFx(() -> new DataView(desk.context(tasks)));
        show(view::root);
        runOnFx(view::shown);
        settle(tasks);
        runOnFx(() ->
                robot.lookup("#tabs").queryAs(TabPane.class).getSelectionModel().select(2));
        settle(tasks);
    }

    private void page(String name) {
        robot.clickOn("#" + name + "Toggle");
        settle(tasks);
    }

    private void look(String name) {
        ScreenWalk.checkSmallest(window().getScene(), "quality-" + name);
    }

    private String shownText(String contained) {
        return onFx(() -> robot.lookup(
                        (Label label) -> label.isVisible() && label.getText().contains(contained))
                .tryQueryAs(Label.class)
                .map(Label::getText)
                .orElse(""));
    }

    @Test
    void sessionsAreSetAndSourcesSchemasServerAndImportsLookedAt() throws IOException {
        open();
        page("sessions");
        look("sessions");
        robot.clickOn("#gap").eraseText(4).write("45");
        robot.type(KeyCode.ENTER);
        settle(tasks);
        assertEquals(Optional.of(SessionRules.DEFAULT.withGap(Duration.ofMinutes(45))), desk.sessions.read());
        robot.clickOn("#gap").write("x");
        robot.clickOn("#setSessions");
        settle(tasks);
        assertTrue(shownText("is no number of minutes").contains("45"));
        page("sources");
        assertTrue(shownText("users are known from 3 sources").startsWith("5 users"));
        look("sources");
        page("schemas");
        assertTrue(shownText("versions of columns").startsWith("3 versions of columns, 2 changes"));
        look("schemas");
        server();
        rejected();
        page("imports");
        tabTo("compareLoads");
        robot.type(KeyCode.SPACE);
        settle(tasks);
        assertTrue(shownText("events more").contains("40 new users"));
        loads();
    }

    /// A rejected row is edited with the keyboard and read again; another fails once more.
    private void rejected() throws IOException {
        importFile("bad.csv", "user_id,time,event,device", "gus", "", "");
        desk.imports.clear();
        desk.imports.addAll(desk.log.service.imports());
        runOnFx(() ->
                robot.lookup("#tabs").queryAs(TabPane.class).getSelectionModel().select(0));
        runOnFx(() ->
                robot.lookup("#tabs").queryAs(TabPane.class).getSelectionModel().select(2));
        settle(tasks);
        toggle("serverToggle", "rejectedToggle");
        settle(tasks);
        assertEquals("2 rows were rejected.", shownText("were rejected"));
        assertTrue(onFx(() -> robot.lookup("#readAgain").queryButton().isDisabled()));
        TextArea editor = onFx(() -> robot.lookup("#editor").queryAs(TextArea.class));
        tabTo("editor");
        robot.type(KeyCode.HOME);
        robot.write("eva");
        assertTrue(onFx(editor::getText).startsWith("eva,"));
        robot.press(KeyCode.CONTROL).type(KeyCode.TAB).release(KeyCode.CONTROL);
        robot.type(KeyCode.BACK_SPACE, KeyCode.TAB);
        assertEquals("readAgain", focused(), "Tab leaves the row");
        TableView<RejectedRow> rows = onFx(() -> robot.lookup("#rejected").<RejectedRow>queryTableView());
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB, KeyCode.TAB).release(KeyCode.SHIFT);
        assertEquals("rejected", focused());
        robot.type(KeyCode.DOWN);
        tabTo("editor");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.A).release(KeyCode.SHORTCUT);
        robot.write("x");
        ScreenWalk.check(window().getScene(), "quality-rejected");
        look("rejected");
        tabTo("readAgain");
        robot.type(KeyCode.SPACE);
        settle(tasks);
        assertEquals("rejected", focused(), "the next row can be edited at once");
        assertEquals(
                "2 rows were rejected. 2 rows were read again = 1 accepted + 0 already here + 0 left out + 1 rejected"
                        + " again. 1 row is rejected still.",
                shownText("were rejected"));
        assertEquals("x", onFx(() -> rows.getItems().getFirst().rejection().raw()));
        assertEquals(1, onFx(() -> rows.getItems().size()));
        desk.log.store.forget(5, Progress.none());
        desk.log.store.forget(4, Progress.none());
        desk.imports.clear();
        desk.imports.addAll(desk.log.service.imports());
        runOnFx(() ->
                robot.lookup("#tabs").queryAs(TabPane.class).getSelectionModel().select(0));
        runOnFx(() ->
                robot.lookup("#tabs").queryAs(TabPane.class).getSelectionModel().select(2));
        settle(tasks);
    }

    /// Any two imports are compared, then one is forgotten.
    private void loads() {
        ComboBox<Long> from = onFx(() -> robot.lookup("#from").<Long>queryComboBox());
        assertEquals(List.of(3L, 2L, 1L, 0L), onFx(() -> List.copyOf(from.getItems())));
        arrowTo("from", "3, app.csv");
        assertTrue(onFx(() -> robot.lookup("#compareLoads").queryButton().isDisabled()));
        arrowTo("from", "no import");
        tabTo("compareLoads");
        robot.type(KeyCode.SPACE);
        settle(tasks);
        String told = shownText("events more");
        assertTrue(told.startsWith("From the data after no import to the data after 3, app.csv: "), told);
        look("loads");
        desk.dialogs.confirms = false;
        tabTo("forgetImport");
        robot.type(KeyCode.SPACE);
        settle(tasks);
        assertEquals("forgetImport", focused(), "the keyboard is back once the question is answered");
        assertEquals(3, desk.log.service.imports().size());
        desk.dialogs.confirms = true;
        robot.type(KeyCode.SPACE);
        settle(tasks);
        assertEquals("forgetImport", focused());
        String asked = desk.dialogs.asked.getLast();
        assertTrue(asked.startsWith("It takes away 3 events, 0 rows about users"), asked);
        assertTrue(asked.contains("2 segments change: Frequent buyers from 0 to 12"), asked);
        assertEquals(
                List.of(2L, 1L),
                desk.log.service.imports().stream().map(ImportReport::importId).toList());
        assertEquals("Forgot import 3, app.csv. The events are counted anew.", shownText("Forgot"));
        ScreenWalk.check(window().getScene(), "quality-forgotten");
    }

    private void server() throws IOException {
        page("server");
        robot.clickOn("#copyQuery");
        assertTrue(onFx(() -> Clipboard.getSystemClipboard().getString()).contains("DATE_PART"));
        Path manifest = folder.resolve("manifest.csv");
        desk.dialogs.path = Optional.of(manifest);
        robot.clickOn("#saveManifest");
        settle(tasks);
        Files.writeString(manifest, Files.readString(manifest).replace(",4,", ",5,"));
        robot.clickOn("#compareManifest");
        settle(tasks);
        TableView<Reconciliation.Day> days =
                onFx(() -> robot.lookup("#differences").<Reconciliation.Day>queryTableView());
        assertEquals(
                List.of(Reconciliation.Verdict.FEWER_HERE),
                onFx(() -> days.getItems().stream()
                        .map(Reconciliation.Day::verdict)
                        .toList()));
        look("server");
    }
}
