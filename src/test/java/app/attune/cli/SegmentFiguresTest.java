package app.attune.cli;

import static app.attune.cli.Terminal.json;
import static app.attune.cli.Terminal.run;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
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

/// What segments come to, told on the command line.
final class SegmentFiguresTest extends ShopTest {
    @BeforeAll
    void saveWhatIsAskedFor() throws IOException {
        text("segment", workspace, "save", "Germans", "--condition", shop.write("germans.json", GERMANS));
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
