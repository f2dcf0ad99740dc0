package app.attune.cli;

import static app.attune.cli.Terminal.json;
import static app.attune.cli.Terminal.run;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.cli.Terminal.Ran;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Importing with the command line: rows accounted for, kept aside and mended, mappings, consent.
final class ImportCommandTest extends ShopTest {
    private static final String MAPPING = """
            {"version":1,"rows":"EVENTS","columns":[
              {"column":"who_id","role":"USER","name":"who","type":"TEXT"},
              {"column":"when","role":"TIME","name":"when","type":"TEXT"},
              {"column":"what","role":"TYPE","name":"what","type":"TEXT"}],
            "constantType":"","typeRules":[],"valueFactors":[],
            "time":{"kind":"ISO","pattern":"","zone":"UTC"},"userIdForm":"AS_WRITTEN"}
            """;

    @Test
    void importAccountsForEveryRowAndASecondOneAddsNothing() throws IOException {
        JsonNode again = json("import", workspace, shop.events());
        assertEquals(SmallShop.EVENTS, again.get("read").asInt());
        assertEquals(0, again.get("accepted").asInt());
        assertEquals(again.get("read").asInt(), again.get("alreadyPresent").asInt());
        assertTrue(text("import", workspace, shop.users(), "--as", "users").contains("0 accepted"));
    }

    @Test
    void dryRunStoresNothingAndItsMappingImports() throws IOException {
        Path empty = folder.resolve("dry");
        text("new", empty);
        Path mapping = shop.file("made/mapping.json");
        JsonNode dry = json("import", empty, shop.events(), "--dry-run", "--save-mapping", mapping);
        assertEquals(SmallShop.EVENTS, dry.get("accepted").asInt());
        assertTrue(text("import", empty, shop.events(), "--dry-run").startsWith("Would import events.csv as events"));
        JsonNode real = json("import", empty, shop.events(), "--mapping", mapping);
        assertEquals(SmallShop.EVENTS, real.get("accepted").asInt());
    }

    @Test
    void blankCellsAreSaidByColumn() throws IOException {
        String told = text("import", workspace, shop.events(), "--dry-run");
        assertTrue(told.contains("\n  Blank: order_id in 124, value in 124 of 248 rows that can be used\n"), told);
        assertEquals(
                "{\"order_id\":124,\"value\":124}",
                json("import", workspace, shop.events()).get("blanks").toString());
    }

    @Test
    void theFilesAMappingWasRememberedForAreReadFromTheNextFolder() throws IOException {
        Path other = folder.resolve("files");
        text("new", other);
        Files.createDirectories(shop.file("march"));
        Files.createDirectories(shop.file("april"));
        shop.write("march/day.csv", "who_id,when,what\nana,2026-03-01,rented\n");
        shop.write("march/hour.csv", "who_id,when,hour,what\nana,2026-03-01,7,rented\nana,2026-03-01,8,rented\n");
        Path mapping = shop.write("day.json", MAPPING);
        json("import", other, shop.file("march"), "--entry", "d*.csv", "--mapping", mapping, "--remember", "Days");
        shop.write("april/day.csv", "who_id,when,what\nbo,2026-04-01,rented\n");
        shop.write("april/hour.csv", "who_id,when,hour,what\nbo,2026-04-01,7,rented\nbo,2026-04-01,8,rented\n");
        JsonNode next = json("import", other, shop.file("april"));
        assertEquals(1, next.get("accepted").asInt());
        assertEquals("day.csv", next.get("source").asText());
    }

    @Test
    void rejectedRowsAreWrittenWithTheirReasons() throws IOException {
        Path broken = shop.write("broken.csv", """
                user_id,time,event,item_id
                u01,2026-10-01T00:00:00Z,view,i1
                ,2026-10-01T00:00:00Z,view,i1
                u02,yesterday,view,i1
                u03,2026-10-02T00:00:00Z,view,i2
                u04,2026-10-03T00:00:00Z,view,i2
                """);
        Path other = folder.resolve("broken");
        text("new", other);
        Path rejected = shop.file("kept/aside.csv");
        JsonNode report = json("import", other, broken, "--rejected", rejected);
        assertEquals(3, report.get("accepted").asInt());
        assertEquals(2, report.get("quarantined").asInt());
        assertEquals(1, report.at("/quarantinedByReason/no user").asInt());
        List<String> rows = Files.readAllLines(rejected);
        assertEquals("\uFEFFimport,file,line,column,reason,found,record,row", rows.getFirst());
        assertTrue(
                rows.get(1).startsWith("1,broken.csv,3,user_id,") && rows.get(1).contains("no user"), rows.get(1));
        assertTrue(rows.get(2).startsWith("1,broken.csv,4,time,") && rows.get(2).contains("yesterday"), rows.get(2));
    }

    @Test
    void mendedRejectedRowsAreImportedAndTheSumIsShown() throws IOException {
        Path broken = shop.write("mend.csv", """
                user_id,time,event,item_id
                u01,2026-10-01T00:00:00Z,view,i1
                u02,2026-10-01T00:00:00Z,view,i1
                u03,2026-10-01T00:00:00Z,view,i1
                u04,2026-10-01T00:00:00Z,view,i1
                u05,yesterday,view,i2
                u06,tomorrow,view,i2
                """);
        Path other = folder.resolve("mended");
        text("new", other);
        Path rejected = shop.file("kept/mend.csv");
        json("import", other, broken, "--rejected", rejected);
        Files.writeString(rejected, Files.readString(rejected).replace("u05,yesterday", "u05,2026-10-02T00:00:00Z"));
        String tried = text("import", other, rejected, "--from-rejected", "--dry-run");
        assertTrue(tried.startsWith("Would import mended rows of mend.csv as events: 2 rows read = 1 accepted"), tried);
        String told = text("import", other, rejected, "--from-rejected");
        assertTrue(
                told.contains("mend.csv as events: 2 rows read = 1 accepted + 0 duplicates dropped + 0 already here"
                        + " + 0 filtered + 1 rejected"),
                told);
        assertEquals(
                1,
                json("import", other, rejected, "--from-rejected")
                        .get(0)
                        .get("alreadyPresent")
                        .asInt());
        for (String word : List.of("--user=a", "--entry=a.csv", "--guess", "--layout=/a")) {
            Ran more = run("import", other, rejected, "--from-rejected", word);
            assertEquals(ExitCode.USAGE, more.code(), word);
            assertTrue(more.err().contains("Leave out " + word.replaceAll("=.*", "") + "."), more.err());
        }
        assertTrue(text("import", other, rejected, "--from-rejected", "--dry-run", "--encoding", "UTF-8")
                .contains("1 already here"));
    }

    @Test
    void consentByAnIdOfAnotherKindIsPointedOutAndReachesThePersonOnceItIsLinked() throws IOException {
        Path visits = shop.write("visits.csv", """
                user_id,time,event,item_id,crm_id
                d1,2026-10-01T00:00:00Z,view,i1,C1
                d2,2026-10-01T00:00:00Z,view,i1,C2
                """);
        Path consents = shop.write("consents.csv", "user_id,consent_personalisation\nC1,yes\nC2,no\n");
        Path other = folder.resolve("crm");
        text("new", other);
        text("import", other, visits);
        String told = text("import", other, consents);
        assertTrue(told.contains("Of 2 users of whom files say something of consent 2 have no events."), told);
        assertTrue(text("consent", other, "show", "d1").startsWith("User d1 may not be personalised"));
        String tried = text("identity", other, "rules", "--link", "crm_id", "--preview");
        assertTrue(tried.contains("Nobody is merged anew: no users share a value of crm_id."), tried);
        assertTrue(tried.contains("(--link crm_id=user-id)."), tried);
        text("identity", other, "rules", "--link", "crm_id=user-id");
        assertEquals(1, json("consent", other, "status").get("personalised").asInt());
        assertEquals(2, json("consent", other, "status").get("users").asInt());
        assertFalse(text("import", other, consents, "--dry-run").contains("have no events"));
        String templates = text("segment", other, "templates");
        assertTrue(
                templates.contains(
                        "Not offered: Frequent buyers, Cart abandoners, Lapsed, Window shoppers and VIP look for an"
                                + " event type called purchase"),
                templates);
        assertTrue(templates.contains("This data has view."), templates);
    }

    @Test
    void aMappingIsSavedShownAppliedAgainRenamedAndDeleted() throws IOException {
        Path file = shop.write("till.csv", """
                kunde;zeitpunkt;betrag
                a;01.10.2026 10:00;2,50
                b;01.10.2026 11:00;3,00
                """);
        Path other = folder.resolve("tills");
        text("new", other);
        JsonNode guessed =
                json("import", other, file, "--remember", "Till export").get("mapping");
        assertEquals("guessed", guessed.get("source").asText());
        assertEquals(
                "Each row is an event of a user.",
                guessed.get("sentences").get(0).asText());
        assertEquals("EVENTS", guessed.get("definition").get("rows").asText());
        assertTrue(text("mapping", other, "list").startsWith("Till export"));
        assertTrue(text("mapping", other, "show", "Till export").contains("kunde, zeitpunkt, betrag"));
        String again = text("import", other, file);
        assertTrue(again.contains("Mapping, saved as Till export, made for these columns:"), again);
        assertTrue(again.contains("All times are read as UTC"), again);
        assertTrue(text("import", other, file, "--guess").contains("Mapping, guessed:"));
        assertTrue(text("import", other, file, "--mapping", "Till export").contains("Mapping, saved as Till export:"));
        Path shown = shop.write(
                "till.json", json("mapping", other, "show", "Till export").toString());
        assertTrue(text("import", other, file, "--mapping", shown).contains("Mapping, from "));
        text("mapping", other, "rename", "Till export", "Till 2026");
        text("mapping", other, "delete", "Till 2026");
        text("mapping", other, "load", shown);
        assertEquals(
                "Till export", json("mapping", other, "list").get(0).get("name").asText());
        Ran unknown = run("import", other, file, "--mapping", "Till 1999");
        assertEquals(ExitCode.PROBLEM, unknown.code());
        assertTrue(unknown.err().contains("There are: Till export."), unknown.err());
    }

    @Test
    void consentToAnotherPurposeIsNamedAndIsNotConsentToPersonalisation() throws IOException {
        Path other = folder.resolve("other-purpose");
        text("new", other);
        String told = text("import", other, shop.write("m.csv", "user_id,consent_marketing\na,yes\nb,no\n"));
        String missing = "Files say who agreed to marketing, but none says who agreed to personalisation";
        assertTrue(told.contains(missing), told);
        assertTrue(text("consent", other, "status").contains(missing + "."));
        assertTrue(text("consent", other, "declare", "ALL_AGREED", "--reason", "Terms")
                .contains("all-agreed  Terms"));
        assertEquals(
                "all-agreed", json("consent", other, "status").get("declared").asText());
        assertTrue(run("consent", other, "declare", "all").err().contains("none, all-agreed, other-basis"));
    }

    @Test
    void aPurposeThatMeansPersonalisationIsNamedSoAndImportedAgain() throws IOException {
        Path other = folder.resolve("named-purpose");
        text("new", other);
        Path file = shop.write("c.csv", """
                user_id,time,event,item_id,consent
                a,2026-07-01T10:00:00Z,view,i1,yes
                b,2026-07-01T10:00:00Z,view,i1,no
                """);
        assertTrue(text("import", other, file).contains("name that column's purpose \"personalisation\""));
        assertEquals(0, json("consent", other, "status").get("personalised").asInt());
        Path mapping = folder.resolve("purpose.json");
        text("import", other, file, "--as", "users", "--save-mapping", mapping);
        Files.writeString(mapping, Files.readString(mapping).replace("\"general\"", "\"personalisation\""));
        text("import", other, file, "--mapping", mapping);
        assertEquals(1, json("consent", other, "status").get("personalised").asInt());
    }

    @Test
    void whatAFileSaysOfAUserWinsOverWhatIsDeclared() throws IOException {
        Path other = folder.resolve("declared");
        text("new", other);
        Path file = shop.write("p.csv", "user_id,consent_personalisation\na,yes\nb,no\nc,\n");
        String told = text("import", other, file, "--consent", "all_agreed");
        assertTrue(told.contains("What a file says of a user wins: 1 user stays out."), told);
        assertEquals(2, json("consent", other, "status").get("personalised").asInt());
    }

    @Test
    void timesWithoutAnOffsetAreReadInTheZoneThatIsChosen() throws IOException {
        Path file = shop.write("zoned.csv", """
                user_id,time,event,item_id
                a,2026-07-01 10:00:00,view,i1
                b,2026-07-01T10:00:00Z,view,i1
                """);
        Path other = folder.resolve("zoned");
        text("new", other);
        assertTrue(text("import", other, file, "--dry-run").contains("Use --zone, such as"));
        String told = text("import", other, file, "--zone", "Europe/Berlin");
        assertTrue(told.contains("from 2026-07-01T08:00:00Z to 2026-07-01T10:00:00Z"), told);
        assertTrue(told.contains("Europe/Berlin, the zone that was chosen"), told);
        assertTrue(run("import", other, file, "--zone", "Mars").err().contains("There is no time zone 'Mars'"));
        Path mapping = folder.resolve("zoned.json");
        text("import", other, file, "--zone", "Europe/Berlin", "--save-mapping", mapping);
        Files.writeString(mapping, Files.readString(mapping).replace("Europe/Berlin", "Europe/Berln"));
        String refused = run("import", other, file, "--mapping", mapping).err();
        assertTrue(refused.contains("There is no time zone 'Europe/Berln'"), refused);
        assertTrue(refused.contains("Use one such as UTC or Europe/Berlin."), refused);
    }
}
