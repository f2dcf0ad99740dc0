package app.attune.events.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.events.AmountUnit;
import app.attune.events.ColumnRole;
import app.attune.ui.ScreenWalk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What numbers count, and what becomes of what is none, is told the wizard by pointing and kept with the mapping.
final class PointedOutNumbersTest extends ImportWizard {
    @Test
    void amountsInCentsAreSuggestedAndChosenByPointing() throws IOException {
        String head = "kunde,zeit,was,preis_cents,fee\n";
        Path first = write(
                "cents-1.csv",
                head + "ana,2026-03-01,Kauf,1999,2500000\nbo,2026-03-01,Kauf,50,\n",
                StandardCharsets.UTF_8);
        ImportView view = open(first);
        click("next");
        set("rows", "An event of a user");
        role("zeit", ColumnRole.TIME);
        role("was", ColumnRole.TYPE);
        role("preis_cents", ColumnRole.VALUE);
        role("fee", ColumnRole.PROPERTY);
        assertEquals(
                "preis_cents seems to be in hundredths by its name: 1999 would be 19.99.", text("hint-preis_cents"));
        select("zeit");
        assertEquals("The column zeit", text("inspectedColumn"));
        assertTrue(box("unit").isDisabled());
        ScreenWalk.check(window().getScene(), "made-up-cents-hint");
        press("take-preis_cents");
        select("preis_cents");
        assertEquals(AmountUnit.HUNDREDTHS, box("unit").getValue());
        runOnFx(view.history().orElseThrow()::undo);
        settle(tasks);
        assertEquals(AmountUnit.ONES, box("unit").getValue());
        set("unit", "Hundredths (cents)");
        select("fee");
        set("unit", "Millionths (micros)");
        saveAndImport("cents", "Import 2 rows", "2 imported, 0 rejected");
        assertTrue(events().contains("ana 2026-03-01T00:00:00Z Kauf - 19.99 fee=2.5"), events().toString());
        Path second = write("cents-2.csv", head + "dee,2026-03-02,Kauf,101,3000000\n", StandardCharsets.UTF_8);
        importAgain(view, second, "cents", "1 imported, 0 rejected");
        assertTrue(events().contains("dee 2026-03-02T00:00:00Z Kauf - 1.01 fee=3"), events().toString());
    }

    @Test
    void oddCellsOfNumbersAreTakenAsMissingOrTheColumnAsWords() throws IOException {
        String head = "who,stamp,what,fee,net\n";
        StringBuilder rows = new StringBuilder(head);
        for (int i = 0; i < 100; i++) {
            String fee = i == 40 ? "n/a" : i == 41 ? "?" : "2.5";
            rows.append("ana,2026-03-01,view,").append(fee).append(i == 50 ? ",none\n" : ",7\n");
        }
        Path first = write("fees-1.csv", rows.toString(), StandardCharsets.UTF_8);
        ImportView view = open(first);
        click("next");
        set("rows", "An event of a user");
        role("who", ColumnRole.USER);
        role("stamp", ColumnRole.TIME);
        role("what", ColumnRole.TYPE);
        role("fee", ColumnRole.PROPERTY);
        role("net", ColumnRole.PROPERTY);
        select("net");
        assertEquals("NUMBERS_OR_WORDS", String.valueOf(box("form").getValue()));
        assertEquals("net: 1 value is no number, so the whole column is kept as words.", text("odd-net"));
        ScreenWalk.check(window().getScene(), "made-up-odd-cells");
        press("numbers-net");
        assertEquals("NUMBERS", String.valueOf(box("form").getValue()));
        assertTrue(onFx(() -> robot.lookup("#odd-net").queryAll().isEmpty()));
        select("fee");
        assertEquals("NUMBERS_OR_WORDS", String.valueOf(box("form").getValue()));
        set("form", "Words");
        assertTrue(box("unit").isDisabled());
        set("form", "Numbers, else missing");
        ScreenWalk.picture(window().getScene(), "made-up-fees");
        saveAndImport("fees", "Import 100 rows", "100 imported, 0 rejected");
        assertTrue(
                fixture.service.imports().getFirst().findings().stream()
                        .anyMatch(finding -> finding.message()
                                .equals("2 values of 'fee' are no numbers and are taken as missing: 'n/a' in line 42,"
                                        + " '?' in line 43.")),
                () -> fixture.service.imports().getFirst().findings().toString());
        assertEquals(
                98, events().stream().filter(line -> line.contains("fee=2.5")).count());
        Path second = write("fees-2.csv", head + "bo,2026-03-01,view,free,\n", StandardCharsets.UTF_8);
        importAgain(view, second, "fees", "1 imported, 0 rejected");
        assertTrue(events().contains("bo 2026-03-01T00:00:00Z view - NaN fee= net="), events()::toString);
    }
}
