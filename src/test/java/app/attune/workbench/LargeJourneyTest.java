package app.attune.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.cli.Services;
import app.attune.core.Progress;
import app.attune.events.ImportService;
import app.attune.events.read.FileFormat;
import app.attune.ui.Destination;
import app.attune.ui.FxTest;
import app.attune.ui.Heartbeat;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A workspace of a million events in the real window on a real display: an import mapped by hand and cancelled half
/// way, the dearest purchases copied, a row far down gone to.
@Tag("display")
final class LargeJourneyTest extends FxTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);
    private static final int EVENTS = 1_000_000;
    private static final int MORE = 100_000;
    private static final int ROW = 900_000;
    private static final Map<String, String> ROLES =
            Map.of("when", "Time", "did", "Event type", "thing", "Item", "worth", "Value", "mail", "Consent");

    @TempDir
    private Path home = Path.of(".");

    @Test
    void aMillionEventsStandACancelledImportAndAreBrowsedWithoutAWait() {
        Path workspace = home.resolve("A million events");
        fill(workspace);
        Gate gate = new Gate("Importing ", 0.5);
        try (Analyst analyst = new Analyst("journey-large", home, CLOCK, gate.around(Rooms.all()))) {
            analyst.dialogs.path = Optional.of(workspace);
            analyst.act("workspace.open");
            mapByHand(analyst);
            cancelHalfWay(analyst, gate);
            analyst.open(Destination.of(Destination.DATA));
            try (Heartbeat heartbeat = Heartbeat.start()) {
                dearest(analyst);
                farDown(analyst);
                say("longest time the window was not free", heartbeat.longestMillis());
            }
        }
    }

    private void fill(Path workspace) {
        try (Services services = Services.create(workspace, "A million events", CLOCK)) {
            ImportService imports = services.imports();
            Path file = MillionEvents.good(home, EVENTS);
            FileFormat format = imports.detect(file);
            imports.importFile(file, format, imports.guess(imports.preview(file, format)), Progress.none());
        }
    }

    private void mapByHand(Analyst analyst) {
        analyst.step("05-dropped", () -> {
            analyst.drop(List.of(MillionEvents.odd(home, MORE)));
            analyst.click("#next");
            analyst.settle();
        });
        analyst.step("06-user-unmapped", () -> {
            analyst.choose("#role-who", "Ignored");
            ROLES.forEach((column, role) -> analyst.choose("#role-" + column, role));
            assertTrue(analyst.sees("#needed-status-warn"), "types and items belong to events");
            analyst.choose("#rows", "An event");
            assertTrue(analyst.node("#next", Button.class).isDisabled());
            assertTrue(analyst.text("#reason").startsWith("No column is mapped to 'User'."), analyst.text("#reason"));
        });
        analyst.step("06a-all-mapped", () -> {
            analyst.choose("#role-who", "User");
            assertFalse(analyst.node("#next", Button.class).isDisabled());
            assertTrue(analyst.sees("#consent-mail-yes"), "what the values of consent mean");
            ROLES.forEach((column, role) -> assertEquals(role, role(analyst, column)));
        });
    }

    private static String role(Analyst analyst, String column) {
        ComboBox<?> box = analyst.node("#role-" + column, ComboBox.class);
        return onFx(() -> spoken(box));
    }

    private static <T> String spoken(ComboBox<T> box) {
        return box.getConverter().toString(box.getValue());
    }

    private static void cancelHalfWay(Analyst analyst, Gate gate) {
        analyst.step("07-checked", () -> {
            analyst.click("#next");
            analyst.settle();
            assertTrue(analyst.text("#next").startsWith("Import 99,990 rows into "), analyst.text("#next"));
        });
        analyst.step("08-cancelled", () -> {
            analyst.click("#next");
            analyst.until("half of the import is done", gate::isReached);
            analyst.until(
                    "the bar says so",
                    () -> analyst.node("#bar", ProgressBar.class).getProgress() >= 0.5);
            analyst.until("the job is listed", () -> !onFx(analyst.tasks.rows()::isEmpty));
            assertTrue(analyst.sees("#cancel"));
            analyst.picture("08-at-half");
            analyst.click("#cancel");
            gate.open();
            analyst.settle();
            assertEquals(EVENTS, analyst.events());
            assertEquals(1, analyst.services().imports().imports().size());
        });
        analyst.step("08a-task-list", () -> {
            analyst.act("shell.tasks");
            assertTrue(analyst.sees("#task-pane"));
            assertTrue(analyst.tasks.finished().stream()
                    .anyMatch(row -> row.title().startsWith("Importing ")
                            && row.stateProperty().get().name().equals("CANCELLED")));
        });
        analyst.act("shell.tasks");
    }

    private static void dearest(Analyst analyst) {
        analyst.step("09-dearest-purchases", () -> {
            analyst.choose("#type", "purchase");
            analyst.click("Value");
            analyst.click("Value");
            analyst.settle();
        });
        analyst.step("09a-copied", () -> {
            runOnFx(analyst.node("#grid", Node.class)::requestFocus);
            analyst.type(KeyCode.HOME);
            for (int more = 1; more < 5; more++) {
                analyst.chord(KeyCode.SHIFT, KeyCode.DOWN);
            }
            analyst.chord(KeyCode.SHORTCUT, KeyCode.C);
            analyst.settle();
            List<String> lines = analyst.clipboard().lines().toList();
            assertEquals(1 + 5, lines.size(), lines.toString());
            for (int line = 1; line <= 5; line++) {
                String value = "" + (EVENTS - 20 * line);
                assertTrue(lines.get(line).replaceAll("[,.]00?\\b|,", "").contains(value), lines.get(line));
            }
        });
    }

    private static void farDown(Analyst analyst) {
        analyst.step("10-row-900000", () -> {
            analyst.act("data.clear");
            analyst.dialogs.text = Optional.of("900,000");
            long start = System.nanoTime();
            analyst.chord(KeyCode.SHORTCUT, KeyCode.G);
            TableView<?> grid = analyst.node("#fixed", TableView.class);
            analyst.until("the row is there", () -> onFx(() -> grid.getItems().contains(ROW - 1)));
            say("from the keys to row 900,000", (System.nanoTime() - start) / 1_000_000);
            assertTrue(analyst.text("#grid").contains("900,000"), analyst.text("#grid"));
            String newestFirst = MillionEvents.timeAndUser(EVENTS - ROW);
            assertTrue(analyst.text("#grid").contains(newestFirst), analyst.text("#grid"));
        });
    }

    private static void say(String what, long millis) {
        System.out.println("A million events: " + what + " " + millis + " ms");
    }
}
