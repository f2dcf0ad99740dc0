package app.attune.cli;

import static app.attune.cli.Terminal.json;
import static app.attune.cli.Terminal.run;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Rules for the five Germans of the small shop, of which the first ends and the last asks for a request.
final class RuleListingTest extends ShopTest {
    private static final String FIRST = """
            {"id":"first","name":"First","segment":"germans","status":"active","intent":"Why","owner":"Ada",
             "schedule":{"zone":"Z","to":"2026-11-10T00:00"},"then":{"do":"offer","code":"A","text":""}}""";
    private static final String SECOND = """
            {"id":"second","name":"Second","segment":"germans","status":"active","intent":"Why","owner":"Ada",
             "then":{"do":"offer","code":"B","text":""}}""";
    private static final String CART = """
            {"id":"cart","name":"Cart","segment":"germans","status":"active","intent":"Why","owner":"Ada",
             "context":{"placements":["cart"]},"then":{"do":"boost","items":["i1"],"factor":2}}""";

    @BeforeAll
    void saveRules() throws IOException {
        text("segment", workspace, "save", "Germans", "--condition", shop.write("germans.json", GERMANS));
        text(
                "rule",
                workspace,
                "save",
                shop.write("rules.json", "{\"format\":2,\"rules\":[" + String.join(",", FIRST, SECOND, CART) + "]}"));
    }

    @Test
    void theMomentIsSaidAndToWhomARuleLoses() {
        String listed = text("rule", workspace, "list");
        assertTrue(listed.startsWith("As of 2026-11-01T00:00:00Z."), listed);
        assertTrue(listed.contains("   second: matches 5 users, wins 0, loses 5 (5 to \u201cFirst\u201d)"), listed);
        assertTrue(listed.contains("in such requests: matches 5 users"), listed);
        JsonNode second = json("rule", workspace, "list").get(1);
        assertEquals(5, second.at("/lostTo/first").asInt());
        assertEquals("2026-11-01T00:00:00Z", second.get("at").asText());
    }

    @Test
    void whatNoItemAndNoEventHasIsPointedOut() throws IOException {
        Path typo = shop.write("typo.txt", "count of vieww in the last 7 days is at least 1");
        assertEquals(
                ExitCode.OK,
                run("segment", workspace, "save", "Typo", "--condition", typo).code());
        JsonNode now = json("rule", workspace, "show");
        String limits =
                "{\"format\":3,\"listLimits\":[{\"most\":1,\"each\":\"brand\"},{\"most\":2,\"each\":\"category\"}],";
        text(
                "rule",
                workspace,
                "save",
                shop.write("typo.json", limits + "\"rules\":[" + SECOND.replace("germans", "typo") + "]}"));
        String listed = text("rule", workspace, "list");
        assertTrue(
                listed.contains(
                        "Probably not as meant: \u201cSecond\u201d is for the segment Typo, which asks for what is"
                                + " nowhere in the data: No event has type \"vieww\". Did you mean \"view\"?"),
                listed);
        assertTrue(
                listed.contains("Probably not as meant: At most 1 item of each brand in one list. This limit holds"
                        + " nothing back: no item has the attribute brand."),
                listed);
        assertTrue(listed.contains("At most 2 items of each category in one list."), listed);
        text("rule", workspace, "save", shop.write("now.json", now.toString()));
        text("segment", workspace, "delete", "typo");
    }

    @Test
    void anotherMomentHasOtherWinners() {
        String later = text("rule", workspace, "list", "--as-of", "2026-11-10");
        assertTrue(later.contains("does not run at 2026-11-10T00:00:00Z"), later);
        assertTrue(later.contains("matches 5 users, wins 5, loses 0"), later);
    }

    @Test
    void aRuleThatWinsOnceAnotherEndsIsNotSaidNeverTo() {
        String checked = run("rule", workspace, "check").out();
        assertEquals(-1, checked.indexOf("never wins"), checked);
    }

    @Test
    void theExampleStartsFromTheItemOfATriggerWhereASegmentHasOne() throws IOException {
        Path keen = shop.write("keen.txt", "most events of one item with any event in the last 7 days is at least 2");
        text("segment", workspace, "save", "Keen", "--condition", keen);
        String example = text("rule", workspace, "example");
        assertTrue(example.contains("\"seed\" : \"trigger\"") && example.contains("\"cap\""), example);
        JsonNode now = json("rule", workspace, "show");
        text("rule", workspace, "save", shop.write("example.json", example));
        assertTrue(text("rule", workspace, "list").contains("the item of the trigger, at most once in 7 days"));
        text("rule", workspace, "save", shop.write("now.json", now.toString()));
        text("segment", workspace, "delete", "keen");
    }

    @Test
    void theExampleShowsEveryLimitAndCanBeSaved() throws IOException {
        String example = text("rule", workspace, "example");
        assertTrue(
                example.contains("\"rollout\"") && example.contains("\"schedule\"") && example.contains("\"context\""),
                example);
        JsonNode now = json("rule", workspace, "show");
        text("rule", workspace, "save", shop.write("example.json", example));
        text("rule", workspace, "save", shop.write("now.json", now.toString()));
    }
}
