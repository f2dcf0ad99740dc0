package app.attune.cli;

import static app.attune.cli.Terminal.json;
import static app.attune.cli.Terminal.run;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.cli.Terminal.Ran;
import app.attune.core.json.Json;
import app.attune.segments.text.ConditionText;
import app.attune.segments.text.TextForms;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Segments on the command line: saved, counted, explained and shown.
final class SegmentCommandTest extends ShopTest {
    @BeforeAll
    void saveWhatIsAskedFor() throws IOException {
        text("segment", workspace, "save", "Germans", "--condition", shop.write("germans.json", GERMANS));
    }

    @Test
    void theConditionsOfTheHelpWorkAsPrinted() throws IOException {
        List<String> help = text("segment", "--help").lines().toList();
        Path germans = shop.write("from-germany.json", printed(help, "from-germany.json"));
        Path buyers = shop.write("recent-buyers.json", printed(help, "recent-buyers.json"));
        Path looked = shop.write("only-looked.txt", printed(help, "only-looked.txt"));
        for (Path file : List.of(germans, buyers, looked)) {
            String command = help.stream()
                    .filter(line -> line.contains("--condition " + file.getFileName()))
                    .findFirst()
                    .orElseThrow();
            String name = command.replaceAll(".* save \"?|\"? --condition.*", "");
            assertTrue(
                    text("segment", workspace, "save", name, "--condition", file)
                            .startsWith("Saved "),
                    command);
        }
        assertEquals(
                5,
                json("segment", workspace, "count", "from-germany")
                        .at("/0/users")
                        .asInt());
        assertEquals(
                7,
                json("segment", workspace, "count", "recent-buyers")
                        .at("/0/users")
                        .asInt());
    }

    @Test
    void aConditionPrintedAsTextSavesAsTheSameCondition() throws IOException {
        String printed = text("segment", workspace, "show", "germans", "--as", "text");
        assertEquals("country is \"DE\"", printed.strip());
        text("segment", workspace, "save", "As text", "--condition", shop.write("germans.txt", printed));
        assertEquals(
                json("segment", workspace, "show", "germans").get("condition"),
                json("segment", workspace, "show", "as-text").get("condition"));
        Ran refused = run(
                "segment", workspace, "save", "Odd", "--condition", shop.write("odd.txt", "all of\n  country iz DE\n"));
        assertTrue(refused.err().contains("line 2, column 11"), refused.err());
        assertTrue(refused.err().contains("Did you mean \"is\"?"), refused.err());
    }

    @Test
    void aSegmentInARowIsCalledByItsName() throws IOException {
        String in = "{\"format\":\"attune.condition\", \"version\":1, \"condition\":{\"segment\":\"the-germans\"}}";
        text("segment", workspace, "save", "The Germans", "--condition", shop.write("called.json", GERMANS));
        text("segment", workspace, "save", "Likes it", "--condition", shop.write("likes.json", GERMANS));
        text("segment", workspace, "save", "Likes it", "--condition", shop.write("in-called.json", in));
        String words = "ho are in the segment The Germans";
        for (String verb : List.of("list", "count", "show", "versions", "diff", "dropoff")) {
            String said = verb.equals("list")
                    ? text("segment", workspace, verb)
                    : text("segment", workspace, verb, "likes-it");
            assertTrue(said.contains(words), verb + ": " + said);
        }
        Path list = shop.write("likes.csv", "");
        JsonNode members = json("segment", workspace, "members", "likes-it", "--out", list);
        assertEquals("Users w" + words, members.at("/segment/condition").asText());
        assertEquals(
                "the-germans",
                json("segment", workspace, "show", "likes-it")
                        .at("/condition/segment")
                        .asText());
        assertEquals(
                "segment the-germans",
                text("segment", workspace, "show", "likes-it", "--as", "text").strip());
        assertTrue(text("segment", workspace, "save", "Likes it", "--condition", shop.write("again.json", in))
                .contains(words));
    }

    @Test
    void theTruthTableSaysWhatEachComparisonMakesOfAMissingValue() throws IOException {
        List<String> table = text("segment", workspace, "truth").lines().toList();
        assertTrue(table.contains("is missing    no                  yes             -"), table.toString());
        assertTrue(table.contains("is not        if it compares so   no              yes"), table.toString());
    }

    @Test
    void theGrammarListsEveryFormOfTextAndProblemsNameIt() throws IOException {
        List<String> lines = text("segment", workspace, "grammar").lines().toList();
        int form = lines.indexOf("  not followed by EVENTS within SPAN");
        assertEquals("      count of view not followed by purchase within 24 hours is at least 1", lines.get(form + 1));
        Set<String> forms = new HashSet<>();
        for (JsonNode one : json("segment", workspace, "grammar")) {
            forms.add(one.get("form").asText());
            assertTrue(lines.contains("  " + one.get("form").asText()), one.toString());
            String example = one.get("example").asText();
            example.lines().forEach(line -> assertTrue(lines.contains("      " + line), line));
            assertEquals(example, readBack(example));
        }
        assertEquals(
                TextForms.all().stream()
                        .flatMap(group -> group.forms().stream())
                        .map(TextForms.Form::form)
                        .collect(Collectors.toSet()),
                forms);
        Ran refused =
                run("segment", workspace, "save", "Odd", "--condition", shop.write("odd.txt", "age is les than 1"));
        assertTrue(refused.err().contains("line 1, column 8"), refused.err());
        assertTrue(refused.err().contains("Did you mean \"is less than\"?"), refused.err());
        assertTrue(refused.err().contains("segment WORKSPACE grammar lists all forms."), refused.err());
        assertTrue(text("segment", "--help").contains("attune segment grammar"));
    }

    /// A condition as it is written once it is read.
    private static String readBack(String text) {
        return ConditionText.write(ConditionText.read(text)).strip();
    }

    @Test
    void everyVerbIsToldWithAnExample() {
        List<String> help = text("segment", "--help").lines().toList();
        JsonNode verbs = json("segment", "help");
        assertEquals(SegmentVerb.values().length, verbs.size());
        Iterator<JsonNode> told = verbs.iterator();
        for (SegmentVerb verb : SegmentVerb.values()) {
            JsonNode one = told.next();
            assertEquals(Words.code(verb), one.get("verb").asText());
            String example = one.get("example").asText();
            String start = "attune segment " + (verb.needsNoWorkspace() ? "" : "shop ") + Words.code(verb);
            assertTrue((example + " ").startsWith(start + " "), example);
            assertTrue(help.stream().anyMatch(line -> line.strip().equals(example)), example);
            assertTrue(
                    help.stream().anyMatch(line -> line.endsWith(one.get("does").asText())), example);
        }
    }

    @Test
    void whatIsAlikeForEveryWorkspaceNeedsNone() {
        assertEquals(text("segment", workspace, "grammar"), text("segment", "grammar"));
        assertEquals(text("segment", workspace, "truth"), text("segment", "truth"));
        assertTrue(text("segment", "truth").contains("is at least"));
        Ran none = run("segment", workspace);
        assertEquals(ExitCode.USAGE, none.code());
        assertTrue(none.err().contains("VERB is missing."), none.err());
        assertEquals(ExitCode.USAGE, run("segment", "grammar", "--money", "1").code());
    }

    /// The indented lines below the one that names the file.
    private static String printed(List<String> help, String file) {
        int named = help.indexOf(help.stream()
                .filter(line -> line.contains(file))
                .filter(line -> line.endsWith(":"))
                .findFirst()
                .orElseThrow());
        return help.stream()
                .skip(named + 1L)
                .takeWhile(line -> line.startsWith("  "))
                .collect(Collectors.joining("\n"));
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

    @Test
    void overlapsAreCountedExactlyAndSaidInWords() throws IOException {
        text(
                "segment",
                workspace,
                "save",
                "Early",
                "--condition",
                shop.write(
                        "early.json",
                        "{\"format\":\"attune.condition\",\"version\":1,\"condition\":{\"attribute\":\"signup_date\","
                                + "\"comparison\":\"less-than\",\"values\":[\"2026-10-05\"]}}"));
        JsonNode found = json("segment", workspace, "overlap", "germans", "early");
        assertEquals(7, found.get("union").asInt());
        assertEquals(2, found.at("/pairs/0/both").asInt());
        assertEquals(2 / 7.0, found.at("/pairs/0/jaccard").asDouble());
        assertEquals(
                "[{\"users\":3,\"in\":[\"germans\"]},{\"users\":2,\"in\":[\"germans\",\"early\"]},"
                        + "{\"users\":2,\"in\":[\"early\"]}]",
                found.get("combinations").toString());
        String words = text("segment", workspace, "overlap", "germans", "early");
        assertTrue(words.contains("Germans 5 + Early 4 - 2 in both = 7 users in at least one, 58% of 12."), words);
        assertTrue(words.contains("2 in both: 40% of Germans, 50% of Early; Jaccard 0.286"), words);
        text("segment", workspace, "delete", "early");
    }

    @Test
    void profilesSetASegmentApartFromEverybodyElse() {
        JsonNode found = json("segment", workspace, "profile", "germans");
        assertEquals(5, found.get("users").asInt());
        assertEquals(7, found.get("others").asInt());
        for (JsonNode one : found.get("differences")) {
            assertEquals(
                    one.get("name").asText().startsWith("country"),
                    one.get("byDefinition").asBoolean(),
                    one.toString());
        }
        String words = text("segment", workspace, "profile", "germans");
        assertTrue(words.contains("days since the last event"), words);
        assertTrue(words.contains("associations, not causes"), words);
    }

    @Test
    void aSegmentOfNegativesAloneIsCountedAndWrittenAsSql() throws IOException {
        Path file = shop.write("rest.json", """
                {"none":[{"attribute":"country","comparison":"is","values":["DE"]}]}
                """);
        text("segment", workspace, "save", "Not Germans", "--condition", file);
        JsonNode count = json("segment", workspace, "count", "not-germans").get(0);
        assertEquals(7, count.get("users").asInt());
        assertEquals(12, count.get("of").asInt());
        assertEquals("Users not whose country is DE", count.get("sentence").asText());
        assertTrue(text("segment", workspace, "sql", "not-germans").contains("WHERE NOT ("));
        assertEquals(
                7, text("segment", workspace, "members", "not-germans").lines().count());
        text("segment", workspace, "delete", "not-germans");
    }

    @Test
    void aReferenceToItselfOrToADeletedSegmentIsRefusedByName() throws IOException {
        String self = "{\"any\":[{\"segment\":\"germans\"}]}";
        Path file = shop.write("circle.json", self);
        text("segment", workspace, "save", "Circle", "--condition", file);
        Ran circular = run(
                "segment",
                workspace,
                "save",
                "germans",
                "--condition",
                shop.write("back.json", "{\"segment\":\"circle\"}"));
        assertEquals(ExitCode.PROBLEM, circular.code());
        assertTrue(circular.err().contains("refer to itself: Germans -> Circle -> Germans."), circular.err());
        text("segment", workspace, "save", "Gone", "--condition", shop.file("germans.json"));
        text("segment", workspace, "save", "circle", "--condition", shop.write("gone.json", "{\"segment\":\"gone\"}"));
        text("segment", workspace, "delete", "gone");
        Ran deleted = run("segment", workspace, "count", "circle");
        assertEquals(ExitCode.PROBLEM, deleted.code());
        assertTrue(deleted.err().contains("refers to the segment \"gone\", which does not exist or was deleted"));
        text("segment", workspace, "delete", "circle");
    }

    @Test
    void aMutedRowIsLeftOutAndTheFileKeepsIt() throws IOException {
        String muted = "{\"all\":[{\"muted\":true,\"comment\":\"for now\",\"part\":"
                + "{\"attribute\":\"country\",\"comparison\":\"is\",\"values\":[\"DE\"]}}]}";
        Ran saved = run("segment", workspace, "save", "Muted", "--condition", shop.write("muted.json", muted));
        assertTrue(saved.err().startsWith("Warning: All rows of this group are muted: it matches everybody."));
        JsonNode count = json("segment", workspace, "count", "muted").get(0);
        assertEquals(12, count.get("users").asInt());
        assertEquals("All users (1 row is muted)", count.get("sentence").asText());
        assertEquals(
                Json.read(muted, "muted"),
                json("segment", workspace, "show", "muted").get("condition"));
        text("segment", workspace, "delete", "muted");
    }

    @Test
    void membersAreWrittenWithADescriptionBesideThem() throws IOException {
        Path list = shop.file("lists/germans.csv");
        String words =
                text("segment", workspace, "members", "germans", "--out", list, "--attributes", "country,signup_date");
        int newest = json("segment", workspace, "versions", "germans")
                .at("/0/version")
                .asInt();
        assertTrue(words.startsWith("Wrote 5 users of Germans, version " + newest), words);
        assertEquals("user_id,country,signup_date", Files.readAllLines(list).getFirst());
        assertEquals(6, Files.readAllLines(list).size());
        JsonNode said = Json.read(Files.readString(shop.file("lists/germans.csv.json")), "germans.csv.json");
        assertEquals(5, said.get("written").asInt());
        assertTrue(words.contains(said.get("sha256").asText()), words);
        assertEquals(
                said,
                json("segment", workspace, "members", "germans", "--out", list, "--attributes", "country,signup_date"));
    }

    /// Everybody buys every third day, so the month has about ten sales each.
    @Test
    void keyFiguresAndFlowsAreToldBySegment() {
        JsonNode figures = json("segment", workspace, "kpi", "germans");
        assertEquals(2, figures.size());
        assertEquals(5, figures.at("/0/users").asInt());
        assertEquals(1, figures.at("/0/conversion/value").asDouble());
        assertEquals("Everybody", figures.at("/1/name").asText());
        assertTrue(text("segment", workspace, "kpi", "germans").contains("Sales are purchase events"));
        JsonNode flows = json("segment", workspace, "flows", "germans");
        assertEquals(8, flows.size());
        for (JsonNode week : flows) {
            assertEquals(
                    week.get("before").asInt(),
                    week.get("stayed").asInt() + week.get("left").asInt());
            assertEquals(
                    week.get("after").asInt(),
                    week.get("stayed").asInt() + week.get("entered").asInt());
        }
        assertTrue(text("segment", workspace, "flows", "germans").contains("entered (new)"));
        JsonNode dropOff = json("segment", workspace, "dropoff", "germans");
        assertEquals(5, dropOff.get("left").asInt());
        assertEquals(dropOff.get("everybody"), dropOff.at("/rows/0/before"));
        assertTrue(text("segment", workspace, "dropoff", "germans").startsWith("Row 1 costs most: of "));
    }

    @Test
    void whatASegmentIsForAndWhatVersionsChangeIsSaid() throws IOException {
        text("segment", workspace, "save", "Loyal", "--condition", shop.write("l.json", GERMANS), "--owner", "Ada");
        text("segment", workspace, "save", "loyal", "--condition", shop.write("l.json", GERMANS.replace("DE", "AT")));
        assertEquals(
                "Ada", json("segment", workspace, "show", "loyal").get("owner").asText(), "a new condition keeps it");
        String about = text(
                "segment",
                workspace,
                "about",
                "loyal",
                "--goal",
                "Keep them",
                "--figure",
                "conversion",
                "--target",
                "60");
        assertEquals(
                List.of("Loyal, version 3", "Goal: Keep them", "Key figure: conversion", "Target: 60%", "Owner: Ada"),
                about.lines().toList());
        Ran tooMuch = run("segment", workspace, "about", "loyal", "--target", "160");
        assertEquals(ExitCode.PROBLEM, tooMuch.code());
        assertTrue(tooMuch.err().contains("A conversion of 160% cannot be reached"), tooMuch.err());
        JsonNode diff = json("segment", workspace, "diff", "loyal", "1", "v2");
        assertEquals(
                "[\"Changed from: whose country is DE; to: whose country is AT.\"]",
                diff.get("changes").toString());
        assertEquals(
                "[\"u02\",\"u04\",\"u06\",\"u08\",\"u10\"]", diff.get("lost").toString());
        assertEquals(
                diff.get("after").asInt() - diff.get("before").asInt(),
                diff.get("gained").size() - diff.get("lost").size());
        String last = text("segment", workspace, "diff", "loyal");
        assertTrue(last.contains("Goal set to \u201cKeep them\u201d."), last);
        assertTrue(last.contains(": nobody gained, nobody lost."), last);
        text("segment", workspace, "delete", "loyal");
    }

    @Test
    void segmentsGoIntoAFolderAndBackAndAreChecked() throws IOException {
        Path git = shop.file("in-git");
        String written = text("segment", workspace, "export", git);
        assertTrue(written.contains(" written"), written);
        String again = text("segment", workspace, "import", git);
        assertTrue(again.contains("0 new versions"), again);
        Path file = git.resolve("germans.segment.json");
        String text = Files.readString(file);
        Files.writeString(file, text.replace("\"owner\" : \"\"", "\"owner\" : \"Ada\""));
        JsonNode taken = json("segment", workspace, "import", git);
        assertEquals("germans", taken.at("/saved/0/id").asText());
        assertEquals(
                "Ada",
                json("segment", workspace, "show", "germans").get("owner").asText());
        Files.writeString(file, text.replace("country", "country country"));
        Ran bad = run("segment", workspace, "import", git);
        assertEquals(ExitCode.PROBLEM, bad.code());
        assertTrue(bad.err().contains("germans.segment.json, line 12"), bad.err());
        assertTrue(bad.err().contains("Nothing was imported"), bad.err());
        String edited = Files.readString(file);
        Ran kept = run("segment", workspace, "export", git);
        assertEquals(ExitCode.PROBLEM, kept.code());
        assertTrue(kept.err().contains("1 file has edits"), kept.err());
        assertEquals(edited, Files.readString(file));
        assertTrue(text("segment", workspace, "export", git, "--replace").contains("1 file written"));
        assertTrue(Files.readString(file).contains("Ada"));
        JsonNode health = json("segment", workspace, "health", "germans");
        assertEquals("too-small", health.at("/0/findings/0/kind").asText());
        String words = text("segment", workspace, "health");
        assertTrue(words.contains("germans: Too small, No goal"), words);
    }

    @Test
    void buyersAreCutIntoCellsThatBecomeSegments() {
        JsonNode grid =
                json("segment", workspace, "rfm", "Best", "--recency", "1,3", "--times", "5", "--cells", "R1F2,R2F2");
        assertEquals(6, grid.get("cells").size());
        int users = 0;
        for (JsonNode cell : grid.get("cells")) {
            users += cell.get("users").asInt();
        }
        assertEquals(grid.get("buyers").asInt(), users);
        assertEquals(
                grid.get("users").asInt(),
                json("segment", workspace, "count", "best").at("/0/users").asInt());
        assertTrue(text("segment", workspace, "rfm").contains("R1F1"));
        text("segment", workspace, "delete", "best");
    }

    @Test
    void buyersAreCutByMoneyToo() {
        JsonNode grid = json(
                "segment",
                workspace,
                "rfm",
                "Worth it",
                "--axes",
                "fm",
                "--times",
                "5",
                "--money",
                "100",
                "--cells",
                "F2M2");
        assertEquals("5", grid.get("times").asText());
        assertEquals("100", grid.get("money").asText());
        assertEquals(List.of("F1M1", "F1M2", "F2M1", "F2M2"), grid.get("cells").findValuesAsText("cell"));
        assertEquals(
                grid.get("users").asInt(),
                json("segment", workspace, "count", "worth-it").at("/0/users").asInt());
        assertTrue(text("segment", workspace, "rfm", "--axes", "RM").contains("spent"));
        text("segment", workspace, "delete", "worth-it");
        assertTrue(run("segment", workspace, "rfm", "--money", "100")
                .err()
                .contains("--money is given, but the grid is cut by RF."));
        assertTrue(run("segment", workspace, "rfm", "--axes", "MM").err().contains("Choose RF, RM or FM"));
        assertTrue(run("segment", workspace, "list", "--money", "1").err().contains("cut the grid of rfm"));
    }

    @Test
    void cellsWithoutANameAndANameWithoutCellsAreRefused() {
        Ran cells = run("segment", workspace, "rfm", "--cells", "R1F2,R2F2");
        assertTrue(
                cells.err().contains("--cells makes a segment of R1F2, R2F2, and its name is missing."), cells.err());
        assertTrue(cells.out().isEmpty(), cells.out());
        Ran name = run("segment", workspace, "rfm", "Best");
        assertTrue(name.err().contains("A segment \"Best\" needs cells to be made of."), name.err());
    }
}
