package app.attune.events.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.events.AttributeHistory;
import app.attune.events.ColumnRole;
import app.attune.events.read.Encoding;
import app.attune.ui.ScreenWalk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Formats nobody has seen before are mapped in the wizard by pointing, and the next such file needs no questions.
final class MadeUpFormatsTest extends ImportWizard {
    private static final String ORDER = """
            {"ref":"%s","buyer":{"code":"%s","city":"Pune"},"placed":"%s","lines":[%s]}""";
    private static final String LINE = """
            {"article":"%s","paid":%s,"gift":{"note":"hi"}}""";

    @Test
    void nestedJsonWithOffsetTimesBecomesRowsByPointingAtItsList() throws IOException {
        String good = LINE.formatted("A-1", "12.50") + "," + LINE.formatted("B-2", "3");
        Path first = write(
                "orders-march.json",
                "{\"shop\":\"Pune\",\"data\":{\"orders\":[\n"
                        + ORDER.formatted("o1", "k7", "2026-03-01T00:15:00+05:30", good) + ",\n"
                        + ORDER.formatted("o2", "k8", "2026-03-01T10:00:00-08:00", LINE.formatted("A-1", "12.50"))
                        + ",\n" + ORDER.formatted("o3", "k9", "soon", good) + "\n]}}",
                StandardCharsets.UTF_8);
        ImportView view = open(first);
        assertEquals("/data/orders", box("layout").getValue());
        assertEquals("First 3 rows", text("rowCount"));
        click("rows-lines");
        assertEquals("First 5 rows", text("rowCount"));
        ScreenWalk.check(window().getScene(), "made-up-json");
        ComboBox<?> place = box("place");
        runOnFx(() -> place.getEditor().setText("lines/(position)"));
        click("addColumn");
        click("next");
        role("buyer.code", ColumnRole.USER);
        role("placed", ColumnRole.TIME);
        role("lines.article", ColumnRole.ITEM);
        role("lines.paid", ColumnRole.VALUE);
        TextField constant = (TextField) node("constant");
        runOnFx(() -> constant.setText("purchase"));
        settle(tasks);
        ScreenWalk.check(window().getScene(), "made-up-json-columns");
        saveAndImport("orders", "Import 3 rows", "3 imported, 2 rejected");
        assertEquals(
                List.of(
                        "k7 2026-02-28T18:45:00Z purchase A-1 12.5 1",
                        "k7 2026-02-28T18:45:00Z purchase B-2 3.0 2",
                        "k8 2026-03-01T18:00:00Z purchase A-1 12.5 1"),
                events().stream()
                        .map(line -> line.replaceFirst(" buyer.city=.* position=(\\d).*", " $1"))
                        .sorted()
                        .toList());
        Path second = write(
                "orders-april.json",
                "{\"shop\":\"Pune\",\"data\":{\"orders\":[\n"
                        + ORDER.formatted("o4", "k7", "2026-04-01T00:15:00+05:30", good) + "\n]}}",
                StandardCharsets.UTF_8);
        importAgain(view, second, "orders", "2 imported, 0 rejected");
        assertEquals(5, fixture.frame().eventCount());
    }

    @Test
    void sinceWhenUsersAreSoIsReadInTheirTimeZone() throws IOException {
        Path file = write(
                "crm.csv",
                "user_id,changed,city\nann,2026-03-01 00:30,Ulm\nann,2026-06-01 00:30,Kiel\nbob,lately,Bonn\n",
                StandardCharsets.UTF_8);
        open(file);
        click("next");
        set("rows", "A user");
        role("changed", ColumnRole.IGNORED);
        assertFalse(node("zone").getParent().isVisible());
        role("changed", ColumnRole.TIME);
        role("city", ColumnRole.ATTRIBUTE);
        set("zone", "Europe/Berlin");
        ScreenWalk.check(window().getScene(), "made-up-users-columns");
        ScreenWalk.checkLargest(window().getScene(), "made-up-users-columns");
        TextField time = box("time").getEditor();
        runOnFx(() -> time.setText("no pattern"));
        settle(tasks);
        assertTrue(node("next").isDisabled());
        role("changed", ColumnRole.IGNORED);
        assertFalse(node("next").isDisabled());
        role("changed", ColumnRole.TIME);
        click("next");
        click("next");
        assertEquals("2 imported, 1 rejected", text("title"));
        assertEquals(
                Instant.parse("2026-05-31T22:30:00Z"),
                AttributeHistory.read(fixture.store, 2, Progress.none())
                        .lastChange()
                        .orElseThrow());
    }

    @Test
    void semicolonsLatinLettersAndDecimalCommasAreRead() throws IOException {
        String head = "Wer;Wann;Was;Ware;Preis\n";
        Path first = write(
                "kasse-1.csv",
                head + "Müller;12.03.2026 14:05;Kauf;Käse;1.234,50\n" + "Øre;12.03.2026 15:00;Ansicht;Brot;\n"
                        + "Jörg;13.03.2026 09:30;Kauf;Öl;4,95\n" + "Jörg;gestern;Kauf;Öl;4,95\n",
                StandardCharsets.ISO_8859_1);
        ImportView view = open(first);
        set("encoding", Encoding.LATIN_1.label());
        assertEquals("First 4 rows", text("rowCount"));
        click("next");
        role("Wer", ColumnRole.USER);
        role("Wann", ColumnRole.TIME);
        set("time", "dd.MM.yyyy HH:mm");
        role("Was", ColumnRole.TYPE);
        role("Ware", ColumnRole.ITEM);
        role("Preis", ColumnRole.VALUE);
        set("zone", "Europe/Berlin");
        saveAndImport("kasse", "Import 3 rows", "3 imported, 1 rejected");
        assertTrue(events().contains("Müller 2026-03-12T13:05:00Z Kauf Käse 1234.5"), events().toString());
        assertTrue(events().contains("Jörg 2026-03-13T08:30:00Z Kauf Öl 4.95"), events().toString());
        Path second = write("kasse-2.csv", head + "Åse;14.03.2026 08:00;Kauf;Öl;9,90\n", StandardCharsets.ISO_8859_1);
        importAgain(view, second, "kasse", "1 imported, 0 rejected");
        assertTrue(events().contains("Åse 2026-03-14T07:00:00Z Kauf Öl 9.9"), events().toString());
    }

    @Test
    void aLogIsReadByAPatternTheAnalystTypes() throws IOException {
        Path first = write("shop-1.log", """
                [2026-03-01 10:00:00.250] ana did view on /shoes/12 in 35 ms
                [2026-03-01 10:00:07.000] bo did purchase on /hats/3 in 120 ms
                *** rotated ***
                [2026-03-01 23:30:00.000] ana did leave on /shoes/12 in 2 ms
                """, StandardCharsets.UTF_8);
        ImportView view = open(first);
        set("kind", "Server log");
        ComboBox<?> layout = box("layout");
        robot.clickOn(layout.getEditor());
        runOnFx(layout.getEditor()::clear);
        robot.write("[%{when}x] %{who}x did %{what}x on %{page}x in %{millis}x ms", 0);
        robot.type(KeyCode.ENTER);
        settle(tasks);
        assertEquals("First 4 rows, 1 of them not readable", text("rowCount"));
        ScreenWalk.check(window().getScene(), "made-up-log");
        click("next");
        role("who", ColumnRole.USER);
        role("when", ColumnRole.TIME);
        role("what", ColumnRole.TYPE);
        role("page", ColumnRole.ITEM);
        role("event", ColumnRole.IGNORED);
        set("zone", "Asia/Tokyo");
        saveAndImport("shop log", "Import 3 rows", "3 imported, 1 rejected");
        assertTrue(events().contains("ana 2026-03-01T01:00:00.250Z view /shoes/12 NaN millis=35"), events().toString());
        Path second = write("shop-2.log", """
                [2026-03-02 10:00:00.250] cy did view on /shoes/12 in 35 ms
                [2026-03-02 10:00:09.000] cy did purchase on /hats/9 in 55 ms
                """, StandardCharsets.UTF_8);
        importAgain(view, second, "shop log", "2 imported, 0 rejected");
        assertEquals(5, fixture.frame().eventCount());
    }
}
