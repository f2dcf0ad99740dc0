package app.attune.events.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.events.ColumnRole;
import app.attune.ui.MessageBar;
import app.attune.ui.ScreenWalk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/// Which files of a folder or archive are read is told the wizard by name or pattern, and saved with the mapping.
final class FilesChosenTest extends ImportWizard {
    private static final String PRESET = """
            {"version":1,"id":"our-till","name":"Our till","words":"Rows of our till.",
            "recognise":{"all":["a","b","c"]},"format":{"content":"ROWS"},
            "mapping":{"rows":"EVENTS","columns":[
            {"column":"a","role":"USER"},
            {"column":"b","role":"TIME"},
            {"column":"c","role":"TYPE"}]}}
            """;

    @Test
    void theFilesOfAnArchiveAreTickedByName() throws IOException {
        Path bikes = archive(
                "bikes-1.zip",
                Map.of(
                        "day.csv", "who,when,what\nana,2026-03-01,rented\nbo,2026-03-02,rented\n",
                        "hour.csv",
                                "who,when,hour,what\nana,2026-03-01,7,rented\nana,2026-03-01,8,rented\nbo,2026-03-01,9,rented\n"));
        ImportView view = open(bikes);
        assertEquals("bikes-1.zip/hour.csv", text("fileName"));
        tick("hour.csv");
        press("readFiles");
        assertEquals("Tick a file, or type a pattern that names fit.", text("filesWrong"));
        ScreenWalk.check(window().getScene(), "made-up-files");
        tick("day.csv");
        press("readFiles");
        assertEquals("bikes-1.zip/day.csv", text("fileName"));
        click("next");
        role("who", ColumnRole.USER);
        role("when", ColumnRole.TIME);
        role("what", ColumnRole.TYPE);
        saveAndImport("bikes", "Import 2 rows", "2 imported, 0 rejected");
        Path next = archive(
                "bikes-2.zip",
                Map.of(
                        "day.csv", "who,when,what\ncy,2026-04-01,rented\n",
                        "hour.csv", "who,when,hour,what\ncy,2026-04-01,7,rented\ncy,2026-04-01,8,rented\n"));
        importAgain(view, next, "bikes", "1 imported, 0 rejected");
        assertTrue(events().contains("cy 2026-04-01T00:00:00Z rented - NaN"), events().toString());
        assertEquals(List.of("day.csv"), fixture.mappings.require("bikes").files());
    }

    @Test
    void theFilesOfAFolderAreChosenByAPattern() throws IOException {
        write("events-1.csv", "who,when,what\nana,2026-03-01,view\n", StandardCharsets.UTF_8);
        write("events-2.csv", "who,when,what\nbo,2026-03-02,view\n", StandardCharsets.UTF_8);
        write(
                "users.tsv",
                "who\tcity\nana\tPune\nbo\tRiga with a long name so that this file is larger\n",
                StandardCharsets.UTF_8);
        dialogs.path = Optional.of(folder);
        open();
        robot.clickOn("Choose folder");
        settle(tasks);
        TextField pattern = (TextField) node("filesPattern");
        runOnFx(() -> pattern.setText("events-*.csv"));
        press("readFiles");
        assertTrue(text("fileName").endsWith(" (2 files)"), text("fileName"));
        click("next");
        role("who", ColumnRole.USER);
        role("when", ColumnRole.TIME);
        role("what", ColumnRole.TYPE);
        saveAndImport("daily", "Import 2 rows", "2 imported, 0 rejected");
        assertEquals(List.of("events-*.csv"), fixture.mappings.require("daily").files());
    }

    @Test
    void aPresetOfTheAnalystsOwnIsUsedAndABadOneSaysWhere() throws IOException {
        Path preset = write("own.json", PRESET.replace("\"USER\"", "\"OWNER\""), StandardCharsets.UTF_8);
        ImportView view = open(write("own-1.csv", "a,b,c\nana,2026-03-01,view\n", StandardCharsets.UTF_8));
        dialogs.path = Optional.of(preset);
        press("ownPreset");
        MessageBar messages = (MessageBar) node("messages");
        String said = onFx(() -> messages.lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining(" ")));
        assertTrue(said.contains("line 4") && said.contains("OWNER"), said);
        write("own.json", PRESET, StandardCharsets.UTF_8);
        press("ownPreset");
        assertEquals("Rows of our till.", text("presetWords"));
        click("next");
        saveAndImport("own", "Import 1 rows", "1 imported, 0 rejected");
        Path second = write("own-2.csv", "a,b,c\nbo,2026-03-02,view\n", StandardCharsets.UTF_8);
        importAgain(view, second, "own", "1 imported, 0 rejected");
        assertEquals(2, fixture.frame().eventCount());
    }

    private Path archive(String name, Map<String, String> entries) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private void tick(String name) {
        CheckBox box = (CheckBox) node("tick-" + name);
        runOnFx(box::fire);
    }
}
