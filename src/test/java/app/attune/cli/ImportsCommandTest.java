package app.attune.cli;

import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that was read in the wrong zone is forgotten and read again in the right one.
class ImportsCommandTest {
    @TempDir
    private Path folder = Path.of(".");

    @Test
    void anImportInTheWrongZoneIsForgottenAndMadeAgain() throws IOException {
        Path till = Files.writeString(folder.resolve("till.csv"), """
                event_id,user_id,time,event,item_id,value,consent_personalisation
                e1,ann,2026-07-01 00:30:00,purchase,i1,5,granted
                e2,bob,2026-07-01 12:00:00,view,i2,,denied
                e3,,2026-07-01 12:00:00,view,i2,,denied
                """);
        Path both = Files.writeString(
                folder.resolve("both.csv"), Files.readString(till) + "e4,cid,2026-07-02 12:00:00,view,i2,,granted\n");
        Path shop = folder.resolve("shop");
        text("new", shop);
        String imported = text("import", shop, till);
        assertTrue(imported.contains("Rejected, such as line 4 of till.csv, user_id: no user"), imported);
        text("import", shop, both, "--zone", "Europe/Berlin");
        String asked = text("imports", shop, "forget", 1);
        assertTrue(
                asked.contains("It takes away 2 events, 2 rows about users, 0 rows about items, 2 statements of"
                        + " consent, 0 links between identifiers, 1 rejected row."),
                asked);
        assertTrue(asked.contains("import 2, both.csv: 2 rows"), asked);
        assertTrue(asked.contains("Left are 1 event of 3, and 1 user with events of 3."), asked);
        assertTrue(asked.contains("Nothing was changed"), asked);
        assertTrue(text("imports", shop).contains("till.csv"));
        JsonNode done = Json.read(text("imports", shop, "forget", 1, "--yes", "--json"), "standard output");
        assertTrue(done.path("forgotten").asBoolean());
        assertEquals(2, done.path("importAgain").path(0).path("import").asInt());
        assertTrue(text("import", shop, both, "--zone", "Europe/Berlin").contains("2"));
        String events = text("events", shop, "--sort", "time up", "--columns", "time,user");
        assertTrue(events.contains("2026-06-30T22:30:00Z\tann"), events);
        assertTrue(events.contains("3 of 3 chosen"), events);
        text("check", shop);
        assertEquals(2, Json.read(text("imports", shop, "--json"), "imports").size());
    }

    @Test
    void rejectedRowsOfAnImportAreListedAndAFileWithoutAUsableRowEndsWithFour() throws IOException {
        Path times = Files.writeString(folder.resolve("times.csv"), """
                user_id,time,event
                ann,the first of May,view
                bob,the second of May,view
                """);
        Path mapping = folder.resolve("mapping.json");
        Path good = Files.writeString(folder.resolve("good.csv"), "user_id,time,event\nann,2026-05-01,view\n");
        Path shop = folder.resolve("shop");
        text("new", shop);
        text("import", shop, good, "--save-mapping", mapping);
        Terminal.Ran useless = Terminal.run("import", shop, times, "--mapping", mapping);
        assertEquals(ExitCode.BROKEN, useless.code());
        assertTrue(useless.out().contains("Rejected, such as line 2 of times.csv, time: "), useless.out());
        assertTrue(useless.out().contains("the first of May"), useless.out());
        String listed = text("imports", shop, "rejected", 2, "--limit", 1);
        assertTrue(listed.contains("2 rows were rejected."), listed);
        assertTrue(listed.contains("line 2 of times.csv, time: ") && listed.contains("1 more row"), listed);
        JsonNode rows = Json.read(text("imports", shop, "rejected", 2, "--json"), "standard output");
        assertEquals(3, rows.path(1).path("line").asInt());
        assertEquals("bob,the second of May,view", rows.path(1).path("row").asText());
        assertEquals(
                ExitCode.PROBLEM, Terminal.run("imports", shop, "rejected", 7).code());
    }
}
