package app.attune.cli;

import static app.attune.cli.Terminal.json;
import static app.attune.cli.Terminal.run;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.cli.Terminal.Ran;
import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Segments saved, shown, counted and checked on the command line.
final class SegmentSavingTest extends ShopTest {
    @BeforeAll
    void saveWhatIsAskedFor() throws IOException {
        text("segment", workspace, "save", "Germans", "--condition", shop.write("germans.json", GERMANS));
    }

    @Test
    void segmentsAreSavedFromTemplatesAndFilesAndCounted() {
        JsonNode templates = json("segment", workspace, "templates");
        assertFalse(templates.isEmpty());
        String first = templates.get(0).get("id").asText();
        assertTrue(text("segment", workspace, "templates").contains(first));
        assertTrue(text("segment", workspace, "save", "From a template", "--template", first)
                .contains("version 1"));
        JsonNode count = json("segment", workspace, "count", "germans");
        assertEquals(1, count.size());
        assertEquals(5, count.get(0).get("users").asInt());
        assertEquals(SmallShop.USERS, count.get(0).get("of").asInt());
        assertEquals("2026-11-01T00:00:00Z", count.get(0).get("asOf").asText());
        JsonNode earlier = json("segment", workspace, "count", "germans", "--as-of", "2026-10-20");
        assertEquals("2026-10-20T00:00:00Z", earlier.get(0).get("asOf").asText());
        assertTrue(text("segment", workspace, "list").contains("country is DE"));
    }

    @Test
    void segmentsTellTheirMembersReasonsAndSql() {
        JsonNode members = json("segment", workspace, "members", "germans");
        assertEquals("[\"u02\",\"u04\",\"u06\",\"u08\",\"u10\"]", members.toString());
        assertEquals("u02\nu04\nu06\nu08\nu10\n", text("segment", workspace, "members", "germans"));
        JsonNode out = json("segment", workspace, "explain", "germans", "u12");
        assertFalse(out.get("in").asBoolean());
        assertEquals("country = -, needs DE", out.get("because").get(0).asText());
        assertTrue(text("segment", workspace, "explain", "germans", "u02").contains("u02 is in Germans"));
        assertTrue(
                json("segment", workspace, "sql", "germans").get("sql").asText().contains("SELECT"));
        assertTrue(text("segment", workspace, "sql", "germans").contains("?"));
        assertTrue(text("segment", workspace, "sql", "germans", "--dialect", "spark")
                .contains("COALESCE(p.`country` IN ('DE'), FALSE)"));
    }

    @Test
    void reasonsStandBelowTheirGroups() throws IOException {
        Path file = shop.write("groups.txt", """
                all of
                  any of
                    country is DE
                    country is AT
                  none of
                    country is AT
                """);
        text("segment", workspace, "save", "Grouped", "--condition", file);
        assertEquals("""
                u02 is in Grouped, because
                  ANY of: 1 of 2 match
                    country = DE, needs DE
                  NONE of: 0 of 1 match
                    country = DE, must not be AT: is not so, as it must be
                """, text("segment", workspace, "explain", "grouped", "u02"));
    }

    @Test
    void savingAgainMakesAVersionAndDeletingKeepsThem() throws IOException {
        Path austrians = shop.write("at.json", GERMANS.replace("DE", "AT"));
        assertEquals(
                1,
                json("segment", workspace, "save", "Austrians", "--condition", austrians)
                        .get("version")
                        .asInt());
        Path both = shop.write("both.json", GERMANS.replace("\"DE\"", "\"AT\",\"DE\""));
        assertEquals(
                2,
                json("segment", workspace, "save", "austrians", "--condition", both)
                        .get("version")
                        .asInt());
        assertEquals(2, json("segment", workspace, "versions", "austrians").size());
        assertTrue(text("segment", workspace, "versions", "austrians").contains("AT or DE"));
        assertEquals(
                2,
                json("segment", workspace, "show", "austrians").get("version").asInt());
        assertTrue(text("segment", workspace, "show", "austrians").contains("Austrians, version 2"));
        assertTrue(text("segment", workspace, "delete", "austrians").contains("Deleted Austrians"));
        assertEquals(
                ExitCode.PROBLEM,
                run("segment", workspace, "count", "austrians").code());
    }

    @Test
    void whateverShowsAConditionCanBeSavedAgain() throws IOException {
        String full = json("segment", workspace, "show", "germans").toPrettyString();
        String page = text("segment", workspace, "show", "germans");
        String alone =
                json("segment", workspace, "show", "germans").get("condition").toString();
        JsonNode newest = json("segment", workspace, "versions", "germans").get(0);
        String version = newest.toString();
        for (String shown : List.of(full, page, alone, version, GERMANS, page.replace("\n", "\r\n"))) {
            JsonNode saved =
                    json("segment", workspace, "save", "germans", "--condition", shop.write("shown.json", shown));
            assertEquals(newest.get("version"), saved.get("version"), shown);
        }
        for (JsonNode template : json("segment", workspace, "templates")) {
            JsonNode saved = json(
                    "segment",
                    workspace,
                    "save",
                    "T " + template.get("name").asText(),
                    "--condition",
                    shop.write("template.json", template.toString()));
            assertEquals(template.get("condition"), saved.get("condition"));
            text("segment", workspace, "delete", saved.get("id").asText());
        }
    }

    @Test
    void namesTheDataDoesNotHaveAreSavedWithAWarning() throws IOException {
        String misspelt = """
                {"all":[{"measure":{"kind":"count"},"types":["purchse"],
                         "where":[{"field":"item.category","comparison":"is","values":["Tnets"]}],
                         "window":{"kind":"all-time"},"comparison":"at-least","values":["1"]},
                        {"attribute":"contry","comparison":"is","values":["DE"]},
                        {"attribute":"country","comparison":"is","values":["XY"]}]}
                """;
        Ran ran =
                run("segment", workspace, "save", "Misspelt", "--condition", shop.write("m.json", misspelt), "--json");
        assertEquals(ExitCode.OK, ran.code(), ran::toString);
        assertEquals("misspelt", Json.read(ran.out(), "out").get("id").asText());
        assertEquals(
                List.of(
                        "Warning: No event has type \"purchse\". Did you mean \"purchase\"?",
                        "Warning: No item has the category \"Tnets\". Did you mean \"Tents\"?",
                        "Warning: No user has an attribute \"contry\". Did you mean \"country\"?",
                        "Warning: No user has the country \"XY\". The data has AT, DE: choose one, or import data that has"
                                + " it."),
                ran.err().lines().toList());
        text("segment", workspace, "delete", "misspelt");
    }

    @Test
    void whereThereAreNoEventsUsersAreCountedAndWhoIsLeftOutIsSaid() throws IOException {
        Path other = folder.resolve("users-only");
        text("new", other);
        text("import", other, shop.write("only.csv", """
                user_id,country,consent_personalisation
                a,DE,yes
                b,DE,no
                c,AT,yes
                """));
        text("segment", other, "save", "Germans", "--condition", shop.file("germans.json"));
        String list = text("segment", other, "list");
        assertTrue(list.contains("  1 has not agreed to personalisation"), list);
        assertTrue(list.contains("There are no events yet. As of 2026-11-03T00:00:00Z"), list);
        assertEquals(1, json("segment", other, "list").get(0).get("withheld").asInt());
        Ran members = run("segment", other, "members", "germans");
        assertEquals("a\nb\n", members.out());
        assertTrue(members.err().contains("Of these 2 users 1 has not agreed to personalisation."), members.err());
    }
}
