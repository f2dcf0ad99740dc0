package app.attune.cli;

import static app.attune.cli.Terminal.json;
import static app.attune.cli.Terminal.problem;
import static app.attune.cli.Terminal.refused;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Versions of two offers to the five Germans of the small shop.
final class RuleVersionsCommandTest extends ShopTest {
    private static final String FIVE = "{\"id\":\"five\",\"name\":\"Five\",\"segment\":\"germans\","
            + "\"status\":\"active\",\"intent\":\"\",\"then\":{\"do\":\"offer\",\"code\":\"FIVE\",\"text\":\"5 %\"}}";
    private static final String SIX =
            FIVE.replace("five", "six").replace("Five", "Six").replace("FIVE", "SIX");

    private static int shops;

    /// A workspace for each test, as what is done to one stays.
    @BeforeEach
    void makeAnother() throws IOException {
        shop = new SmallShop(Files.createDirectory(folder.resolve("shop" + shops++))).filled();
        workspace = shop.workspace();
        text("segment", workspace, "save", "Germans", "--condition", shop.write("germans.json", GERMANS));
        text("rule", workspace, "save", rules(FIVE, SIX), "--note", "first");
    }

    private Path rules(String... rules) throws IOException {
        return shop.write("rules.json", "{\"format\":1,\"rules\":[" + String.join(",", rules) + "]}");
    }

    @Test
    void versionsAreComparedTaggedReviewedAndRolledBack() throws IOException {
        text("rule", workspace, "save", rules(SIX, FIVE));
        text("rule", workspace, "tag", "black-friday-2026", "1");
        JsonNode diff = json("rule", workspace, "diff", "black-friday-2026", "2");
        assertEquals(5, diff.get("affected").asInt());
        assertEquals(5, diff.at("/rules/0/gained").asInt());
        assertTrue(text("rule", workspace, "diff", "1", "2").contains("“Six”: +5 users"));
        String review = text("rule", workspace, "review", "2", "--approve", "--reviewer", "Ada", "--comment", "good");
        assertTrue(review.contains("approved by Ada: good"), review);
        String versions = text("rule", workspace, "versions");
        assertTrue(versions.contains("first  [black-friday-2026]"), versions);
        assertTrue(versions.contains("approved by Ada"), versions);
        String preview = text("rule", workspace, "rollback", "1");
        assertTrue(preview.contains("5 of 12 users would be decided otherwise."), preview);
        assertEquals(2, json("rule", workspace, "versions").size(), "nothing is done without --yes");
        text("rule", workspace, "rollback", "1", "--yes");
        assertEquals("five", json("rule", workspace, "show").at("/rules/0/id").asText());
        assertEquals(3, json("rule", workspace, "versions").size());
        assertTrue(
                problem("rule", workspace, "diff", "none-such", "1").getFirst().contains("none-such"));
        assertTrue(problem("rule", workspace, "tag", "black-friday-2026")
                .getFirst()
                .contains("version 1 already"));
    }

    @Test
    void usersWithAnotherListByLimitsAreCounted() throws IOException {
        Path limited = shop.write(
                "limited.json", "{\"format\":3,\"listLimits\":[{\"most\":1,\"each\":\"category\"}],\"rules\":[]}");
        text("rule", workspace, "save", rules());
        text("rule", workspace, "save", limited);
        JsonNode diff = json("rule", workspace, "diff", "2", "3");
        assertEquals(12, diff.get("affected").asInt());
        assertEquals(12, diff.get("byLimits").asInt());
        String words = text("rule", workspace, "diff", "2", "3");
        assertTrue(words.contains("Limits of lists: another list for 12, whom rules treat alike."), words);
        assertEquals(
                0, json("rule", workspace, "diff", "1", "2").get("byLimits").asInt());
    }

    @Test
    void whatIsMissingToMakeTheListsThatAreCountedIsWarnedOf() throws IOException {
        Path limited = shop.write(
                "limited.json", "{\"format\":3,\"listLimits\":[{\"most\":1,\"each\":\"category\"}],\"rules\":[]}");
        text("rule", workspace, "save", rules());
        text("rule", workspace, "save", limited);
        text("train", workspace, "item-knn");
        text("train", workspace, "ease", "--weight", "purchase=9", "--weight", "view=1");
        Ran ran = run("rule", workspace, "diff", "2", "3");
        assertEquals(ExitCode.OK, ran.code(), ran::err);
        assertTrue(ran.err().contains("Warning: What users did is weighed as for the model"), ran::err);
    }

    @Test
    void branchesAreRenamedAndDeletedAndTheirVersionsStay() throws IOException {
        text("rule", workspace, "branch", "christmas");
        text("rule", workspace, "switch", "christmas");
        text("rule", workspace, "save", rules(FIVE.replace("5 %", "10 %"), SIX));
        text("rule", workspace, "rename-branch", "christmas", "winter");
        assertTrue(text("rule", workspace, "branches").contains("* winter  v2"));
        assertTrue(text("rule", workspace, "versions").contains("winter"));
        assertTrue(
                problem("rule", workspace, "delete-branch", "winter").getFirst().contains("worked on"));
        assertTrue(
                problem("rule", workspace, "delete-branch", "main").getFirst().contains("can't be deleted"));
        assertTrue(problem("rule", workspace, "rename-branch", "main", "trunk")
                .getFirst()
                .contains("can't be renamed"));
        assertTrue(problem("rule", workspace, "rename-branch", "winter", "main")
                .getFirst()
                .contains("already"));
        text("rule", workspace, "switch", "main");
        assertTrue(text("rule", workspace, "delete-branch", "winter").contains("branch winter --from 2"));
        assertEquals("* main  v1", text("rule", workspace, "branches").strip());
        text("rule", workspace, "branch", "winter", "--from", "2");
        assertTrue(text("rule", workspace, "branches").contains("winter  v2"));
    }

    @Test
    void branchesAreMergedConflictByConflict() throws IOException {
        text("rule", workspace, "branch", "christmas");
        text("rule", workspace, "switch", "christmas");
        text("rule", workspace, "save", rules(FIVE.replace("5 %", "10 %"), SIX));
        text("rule", workspace, "switch", "main");
        assertTrue(text("rule", workspace, "branches").contains("* main  v1"));
        text("rule", workspace, "save", rules(FIVE.replace("5 %", "7 %"), SIX));
        Ran open = run("rule", workspace, "merge", "christmas");
        assertEquals(ExitCode.PROBLEM, open.code());
        assertTrue(open.out().contains("Conflict five"), open.out());
        assertTrue(problem("rule", workspace, "merge", "christmas", "--yes")
                .getFirst()
                .contains("five"));
        text("rule", workspace, "merge", "christmas", "--theirs", "five", "--yes");
        assertEquals(
                "10 %", json("rule", workspace, "show").at("/rules/0/then/text").asText());
        assertTrue(problem("rule", workspace, "merge", "christmas").getFirst().contains("nothing"));
    }

    @Test
    void testsRunOnEverySaveAndEndWithOneWhenOneFails() throws IOException {
        Path tests = shop.write("tests.json", """
                {"format":"attune.rule-tests","version":1,"tests":[
                 {"name":"Germans get five","user":"nobody","segments":["germans"],"expect":{"offer":"FIVE"}},
                 {"name":"Others get nothing","user":"nobody","segments":[],"expect":{"noOffer":true}}]}
                """);
        assertTrue(text("rule", workspace, "test", tests).contains("2 tests, 0 failed."));
        String saved = text("rule", workspace, "save", rules(SIX, FIVE));
        assertTrue(saved.contains("Failed: Germans get five: expected the offer FIVE; got the offer SIX."), saved);
        Ran failing = run("rule", workspace, "test");
        assertEquals(ExitCode.PROBLEM, failing.code());
        assertTrue(failing.out().contains("“Five”: Lost to “Six”, which comes first."), failing.out());
        JsonNode json = Json.read(run("rule", workspace, "test", "--json").out(), "tests");
        assertEquals("failed", json.at("/tests/0/verdict").asText());
        assertEquals("passed", json.at("/tests/1/verdict").asText());
    }

    @Test
    void aPreviewIsKeptAsATestAndFailsWhenTheRulesDecideOtherwise() throws IOException {
        String shown = "six=2026-10-30T10:00:00Z";
        String kept = text("preview", workspace, "u02", "--placement", "cart", "--shown", shown, "--keep-test");
        String name = "User u02 at 2026-11-01T00:00:00Z, cart";
        String said = name + "\": expects the offer FIVE; five fires; six does not fire.";
        assertTrue(kept.contains("Kept the test \"" + said), kept);
        String again = text("preview", workspace, "u02", "--placement", "cart", "--shown", shown, "--keep-test");
        assertFalse(again.contains("It replaces"), again);
        text("preview", workspace, "u01", "--keep-test");
        assertTrue(text("rule", workspace, "test").contains("2 tests, 0 failed."));
        assertEquals(
                List.of("cart"),
                json("rule", workspace, "tests").findPath("tests").findValuesAsText("placement"));
        String saved = text("rule", workspace, "save", rules(SIX, FIVE));
        assertTrue(saved.contains("Failed: " + name + ": expected the offer FIVE"), saved);
        assertFalse(saved.contains("u01"), saved);
        assertTrue(text("preview", workspace, "u02", "--placement", "cart", "--shown", shown, "--keep-test")
                .contains("It replaces \"" + name + "\", which asked the same and expected the offer FIVE;"));
        assertTrue(refused(ExitCode.USAGE, "preview", workspace, "u02", "--length", "3", "--keep-test")
                .getFirst()
                .contains("lists of 10 items, not of 3"));
        text("rule", workspace, "remove-test", name);
        assertFalse(text("rule", workspace, "tests").contains("u02"));
        assertTrue(problem("rule", workspace, "remove-test", name).getFirst().contains(name));
    }

    /// The draft is activated, the kill switch released: neither was what the rules say.
    @Test
    void aKeptTestExpectsNoMissingOfferThatOnlyADraftOrTheKillSwitchKeptBack() throws IOException {
        String others = SIX.replace("germans", "austrians");
        text(
                "segment",
                workspace,
                "save",
                "Austrians",
                "--condition",
                shop.write("at.json", GERMANS.replace("DE", "AT")));
        text("rule", workspace, "save", rules(FIVE.replace("active", "draft"), others));
        assertTrue(text("preview", workspace, "u02", "--keep-test").contains("expects six does not fire."));
        assertFalse(text("rule", workspace, "save", rules(FIVE, others)).contains("Failed"));
        String off = "{\"format\":3,\"rules\":[" + FIVE + "],\"switchedOff\":true}";
        text("rule", workspace, "save", shop.write("off.json", off));
        assertTrue(
                problem("preview", workspace, "u02", "--keep-test").getFirst().contains("would expect nothing"));
    }

    @Test
    void rulesGoToAFolderAndBack() throws IOException {
        Path git = shop.workspace().resolveSibling("rules-in-git");
        text("rule", workspace, "export", git);
        Path five = git.resolve("five.rule.json");
        Files.writeString(five, Files.readString(five).replace("5 %", "9 %"));
        assertTrue(problem("rule", workspace, "export", git).getFirst().contains("five.rule.json"));
        assertTrue(text("rule", workspace, "import", git).contains("Saved version 2 with 2 rules"));
        assertEquals(
                "9 %", json("rule", workspace, "show").at("/rules/0/then/text").asText());
        Files.writeString(five, Files.readString(five).replace("\"germans\"", "\"nobody\""));
        Ran refused = run("rule", workspace, "import", git);
        assertEquals(ExitCode.PROBLEM, refused.code());
        assertTrue(refused.err().contains("five.rule.json, line 6, column 3"), refused.err());
        text("rule", workspace, "export", git, "--replace");
        assertEquals(0, json("rule", workspace, "export", git).get("written").asInt());
    }
}
