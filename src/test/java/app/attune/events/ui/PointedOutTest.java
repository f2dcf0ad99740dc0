package app.attune.events.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.events.ColumnRole;
import app.attune.ui.ScreenWalk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/// What a file needs beyond the meaning of its columns is told the wizard by pointing, saved with the mapping and
/// applied to the next file.
final class PointedOutTest extends ImportWizard {
    @Test
    void timesAreReadByAPatternTheAnalystTypes() throws IOException {
        Path first = write("custom-1.csv", """
                who,stamp,what
                ana,12/Mar/2026 14:05:09,view
                bo,12/Mar/2026 15:00:00,purchase
                cy,soon,view
                """, StandardCharsets.UTF_8);
        ImportView view = open(first);
        click("next");
        role("who", ColumnRole.USER);
        role("stamp", ColumnRole.TIME);
        role("what", ColumnRole.TYPE);
        ComboBox<?> time = box("time");
        type(time, "dd/bbb/yyyy HH:mm:ss");
        assertTrue(
                text("timeWrong").startsWith("The pattern 'dd/bbb/yyyy HH:mm:ss' has the letter 'b' at character 4"));
        assertTrue(text("reason").startsWith("The pattern 'dd/bbb/yyyy HH:mm:ss'"), text("reason"));
        ScreenWalk.check(window().getScene(), "made-up-time-wrong");
        type(time, "dd/MMM/yyyy HH:mm:ss");
        assertEquals(
                List.of(
                        "12/Mar/2026 14:05:09 is 12 Mar 2026, 14:05:09",
                        "12/Mar/2026 15:00:00 is 12 Mar 2026, 15:00:00",
                        "soon does not fit"),
                samples());
        set("zone", "Europe/Berlin");
        saveAndImport("custom", "Import 2 rows", "2 imported, 1 rejected");
        assertTrue(events().contains("ana 2026-03-12T13:05:09Z view - NaN"), events().toString());
        Path second = write("custom-2.csv", "who,stamp,what\ndee,13/APR/2026 08:00:00,view\n", StandardCharsets.UTF_8);
        importAgain(view, second, "custom", "1 imported, 0 rejected");
        assertTrue(events().contains("dee 2026-04-13T06:00:00Z view - NaN"), events().toString());
    }

    @Test
    void theDayIsInOneColumnAndTheTimeOfDayInAnother() throws IOException {
        String head = "Kunde;Datum;Wann;Was\n";
        Path first = write(
                "kasse-1.csv",
                head + "ana;12.03.2026;14:05;Kauf\nbo;12.03.2026;9:30;Kauf\ncy;13.03.2026;;Kauf\n",
                StandardCharsets.UTF_8);
        ImportView view = open(first);
        click("next");
        set("rows", "An event of a user");
        role("Datum", ColumnRole.TIME);
        role("Was", ColumnRole.TYPE);
        assertEquals("dd.MM.yyyy", box("time").getEditor().getText());
        set("clock", "Wann");
        assertEquals("dd.MM.yyyy H:mm", box("time").getEditor().getText());
        assertEquals(
                List.of("12.03.2026 14:05 is 12 Mar 2026, 14:05:00", "12.03.2026 9:30 is 12 Mar 2026, 09:30:00"),
                samples());
        set("clock", "The same column");
        assertEquals("dd.MM.yyyy", box("time").getEditor().getText());
        runOnFx(view.history().orElseThrow()::undo);
        settle(tasks);
        assertEquals("dd.MM.yyyy H:mm", box("time").getEditor().getText());
        saveAndImport("till", "Import 2 rows", "2 imported, 1 rejected");
        assertTrue(events().contains("bo 2026-03-12T09:30:00Z Kauf - NaN"), events().toString());
        Path second = write("kasse-2.csv", head + "dee;14.03.2026;8:00;Kauf\n", StandardCharsets.UTF_8);
        importAgain(view, second, "till", "1 imported, 0 rejected");
        assertTrue(events().contains("dee 2026-03-14T08:00:00Z Kauf - NaN"), events().toString());
    }

    private void type(ComboBox<?> box, String text) {
        runOnFx(() -> {
            box.getEditor().requestFocus();
            box.getEditor().setText(text);
        });
        settle(tasks);
    }

    private List<String> samples() {
        VBox samples = (VBox) node("timeSamples");
        return onFx(() -> samples.getChildren().stream()
                .map(node -> ((Labeled) node).getText())
                .toList());
    }
}
