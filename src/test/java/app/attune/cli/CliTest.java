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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Every command, from start to end on small files, for people and for programs.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CliTest {
    private static final String GERMANS = """
            {"format":"attune.condition","version":1,"condition":{"attribute":"country","comparison":"is","values":["DE"]}}
            """;

    private static final String RULES = """
                {"format":1,"rules":[
                  {"id":"offer","name":"Offer","segment":"germans","status":"active","intent":"",
                   "then":{"do":"offer","code":"FIVE","text":"5 % off"}},
                  {"id":"again","name":"Offer again","segment":"germans","status":"active","intent":"",
                   "then":{"do":"offer","code":"SIX","text":"6 % off"}}]}
                """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // Set once before all tests.
    private SmallShop shop;

    @SuppressWarnings("NullAway.Init") // Set once before all tests.
    private Path workspace;

    @BeforeAll
    void makeTheShop() throws IOException {
        shop = new SmallShop(folder).filled();
        workspace = shop.workspace();
        text("segment", workspace, "save", "Germans", "--condition", shop.write("germans.json", GERMANS));
        text("train", workspace, "item-knn", "--shrink", "1");
    }

    @Test
    void newMakesAWorkspaceAndSaysWhere() {
        JsonNode made = json("new", folder.resolve("other"), "--name", "Other");
        assertEquals("Other", made.get("name").asText());
        assertTrue(Files.exists(Path.of(made.get("folder").asText(), "workspace.attune")));
        assertTrue(text("new", folder.resolve("third")).contains("\"third\""));
    }

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
        assertEquals("import,file,line,column,reason,found,row", rows.getFirst());
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
        String told = text("import", other, rejected, "--from-rejected");
        assertTrue(
                told.contains("mend.csv as events: 2 rows read = 1 accepted + 0 duplicates dropped + 0 already present"
                        + " + 0 filtered + 1 quarantined"),
                told);
        assertEquals(
                1,
                json("import", other, rejected, "--from-rejected")
                        .get(0)
                        .get("alreadyPresent")
                        .asInt());
        Ran both = run("import", other, rejected, "--from-rejected", "--dry-run");
        assertEquals(ExitCode.PROBLEM, both.code());
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
        String version =
                json("segment", workspace, "versions", "germans").get(0).toString();
        for (String shown : List.of(full, page, alone, version, GERMANS, page.replace("\n", "\r\n"))) {
            JsonNode saved =
                    json("segment", workspace, "save", "germans", "--condition", shop.write("shown.json", shown));
            assertEquals(1, saved.get("version").asInt(), shown);
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
    void aBrokenRuleMakesTheCheckFailAndNotTheList() throws IOException {
        Path other = folder.resolve("broken-rules");
        text("new", other);
        text("import", other, shop.events());
        text("segment", other, "save", "All", "--condition", shop.write("all.json", "{\"all\":[]}"));
        text("rule", other, "save", shop.write("broken.json", """
                {"format":1,"rules":[{"id":"r","name":"R","segment":"all","status":"active","intent":"",
                 "then":{"do":"recommend","model":"item-knn"}}]}
                """));
        Ran check = run("rule", other, "check");
        assertEquals(ExitCode.BROKEN, check.code(), check::toString);
        assertTrue(check.out().contains("BROKEN"), check.out());
        assertEquals(ExitCode.OK, run("rule", other, "list").code());
    }

    @Test
    void rulesAreSavedCheckedAndShownAsTheyWereSaved() throws IOException {
        JsonNode saved = json("rule", workspace, "save", shop.write("rules.json", RULES), "--note", "first");
        assertEquals(2, saved.get("rules").asInt());
        JsonNode list = json("rule", workspace, "list");
        assertEquals(5, list.get(0).get("won").asInt());
        assertEquals(5, list.get(1).get("lost").asInt());
        assertTrue(text("rule", workspace, "check").contains("loses 5"));
        assertEquals(
                "first", json("rule", workspace, "versions").get(0).get("note").asText());
        assertTrue(text("rule", workspace, "versions").contains("2 rules"));
        Path shown = shop.write(
                "shown.json", run("rule", workspace, "show", "--json").out());
        assertEquals(saved, json("rule", workspace, "save", shown), "equal rules are no new version");
    }

    @Test
    void theExampleOfRulesIsSavedAsItIs() throws IOException {
        Path other = folder.resolve("with-example");
        text("new", other);
        text("import", other, shop.events(), "--consent", "all-agreed");
        text("segment", other, "save", "All", "--condition", shop.write("everybody.json", "{\"all\":[]}"));
        text("train", other, "item-knn", "--shrink", "1");
        String example = text("rule", other, "example");
        JsonNode first = Json.read(example, "standard output").get("rules").get(0);
        assertEquals("all", first.get("segment").asText());
        assertEquals("item-knn", first.get("then").get("model").asText());
        Path file = shop.write("example.json", example);
        assertEquals(3, json("rule", other, "save", file).get("rules").asInt());
        assertEquals(example, text("rule", other, "show"));
        assertEquals(ExitCode.OK, run("rule", other, "check").code());
    }

    @Test
    void whereThereIsNoSegmentTheExampleOfRulesSaysWhichToMake() throws IOException {
        Path empty = folder.resolve("without-segments");
        text("new", empty);
        Ran ran = run("rule", empty, "example");
        assertEquals(ExitCode.OK, ran.code(), ran::err);
        assertTrue(ran.err().contains("segment WORKSPACE save frequent-buyers --template"), ran.err());
        text("import", empty, shop.events());
        text("segment", empty, "save", "frequent-buyers", "--template", "frequent-buyers");
        text("rule", empty, "save", shop.write("first.json", ran.out()));
    }

    @Test
    void recommendersAreTrainedAndCompared() {
        JsonNode trained = json("train", workspace, "popularity", "--weight", "purchase=3", "--weight", "view=1");
        assertTrue(trained.get("model").asText().startsWith("popularity"), trained::toString);
        JsonNode compared = json("evaluate", workspace, "item-knn", "popularity", "--split", "2026-10-25T00:00:00Z");
        assertFalse(compared.get("leakage").asBoolean());
        assertTrue(compared.get("firstTest").asText().startsWith("2026-10-25"));
        assertEquals(3, compared.get("rows").size());
        assertTrue(text("evaluate", workspace).contains("no leakage"));
        String popularity = text("train", workspace, "popularity");
        assertTrue(popularity.startsWith("Trained popularity"), popularity);
        assertFalse(popularity.contains("Popularity is not distinguishable from Popularity"), popularity);
        assertEquals(popularity.lines().toList(), popularity.lines().distinct().toList());
        assertEquals(
                1,
                popularity
                        .lines()
                        .filter(line -> line.startsWith("Popularity "))
                        .count(),
                popularity);
    }

    @Test
    void previewTellsWhatOneUserGets() {
        JsonNode one = json("preview", workspace, "u02", "--length", "3");
        assertTrue(one.toString().contains("\"u02\""));
        assertTrue(text("preview", workspace, "u02").contains("in   Germans: country = DE"));
        assertEquals(
                text("preview", workspace, "--random", "--segment", "germans", "--seed", "7"),
                text("preview", workspace, "--random", "--segment", "germans", "--seed", "7"));
    }

    @Test
    void chartsAreDrawnAsWhatTheirNameSays() throws IOException {
        Path png = shop.file("charts/active.png");
        JsonNode active = json("chart", workspace, "active-users", "--out", png);
        assertEquals("png " + active.get("title").asText(), Files.readString(png));
        Path svg = shop.file("charts/size.SVG");
        text("chart", workspace, "segment-size", "germans", "--days", "10", "--out", svg);
        assertEquals("svg Germans held at 5 users since 22 Oct 2026", Files.readString(svg));
        assertTrue(text("chart", workspace, "recommenders", "--out", shop.file("models.png"))
                .contains("Drew"));
    }

    @Test
    void aBundleIsExportedAndVerified() throws IOException {
        text("rule", workspace, "save", shop.write("for-bundle.json", RULES.replace("FIVE", "TEN")));
        Path bundle = shop.file("bundle");
        JsonNode exported = json("export", workspace, "--out", bundle);
        JsonNode verified = json("verify", bundle);
        assertTrue(verified.get("sound").asBoolean());
        assertEquals(exported.get("hash"), verified.get("hash"));
        assertEquals(exported.get("vectors"), verified.get("vectors"));
        assertTrue(text("verify", bundle).startsWith("Sound: "));
        assertTrue(text("export", workspace, "--out", shop.file("second")).contains("attune verify"));
    }

    @Test
    void versionAndHelpAreResults() {
        Ran version = run("--version");
        assertEquals(ExitCode.OK, version.code());
        assertTrue(version.out().startsWith("attune "));
        assertTrue(text("--help").contains("Exit codes: 0 done, 1 a problem"));
    }
}
