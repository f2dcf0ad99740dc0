package app.attune.cli;

import static app.attune.cli.Terminal.json;
import static app.attune.cli.Terminal.problem;
import static app.attune.cli.Terminal.refused;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Replays of two offers to the five Germans of the small shop, who came 52 times.
final class ReplayCommandTest extends ShopTest {
    private static final String FIVE = "{\"id\":\"five\",\"name\":\"Five\",\"segment\":\"germans\","
            + "\"status\":\"active\",\"intent\":\"\",\"then\":{\"do\":\"offer\",\"code\":\"FIVE\",\"text\":\"5 %\"}}";
    private static final String SIX =
            FIVE.replace("five", "six").replace("Five", "Six").replace("FIVE", "SIX");

    @BeforeAll
    void saveRules() throws IOException {
        text("segment", workspace, "save", "Germans", "--condition", shop.write("germans.json", GERMANS));
        text("rule", workspace, "save", rules(FIVE, SIX));
    }

    private Path rules(String... rules) throws IOException {
        return shop.write("rules.json", "{\"format\":1,\"rules\":[" + String.join(",", rules) + "]}");
    }

    @Test
    void everySessionIsDecidedAgain() {
        JsonNode report = json("replay", workspace);
        assertEquals(124, report.get("decisions").asInt());
        assertEquals(12, report.get("users").asInt());
        assertEquals(31, report.get("decisionsByDay").size());
        assertEquals(52, report.at("/rules/0/fired").asInt());
        assertEquals(5, report.at("/rules/0/users").asInt());
        assertEquals(52, report.at("/rules/1/lostTo/five").asInt());
        String words = text("replay", workspace);
        assertTrue(words.contains("124 decisions for 12 users, one at the first event of every session."), words);
        assertTrue(words.contains("1. Five: fired in 52 decisions (41.9%) for 5 users"), words);
        assertTrue(words.contains("2. Six: never fired, lost 52 (52 to “Five”)"), words);
    }

    @Test
    void occasionsAndPeriodAreChosen() {
        assertEquals(
                104,
                json("replay", workspace, "--at", "event").at("/rules/0/fired").asInt());
        JsonNode days = json("replay", workspace, "--at", "day", "--from", "2026-10-05", "--to", "2026-10-08");
        assertEquals(12, days.get("decisions").asInt());
        assertEquals(3, days.get("decisionsByDay").size());
        assertEquals(5, days.at("/rules/0/fired").asInt());
    }

    @Test
    void requestsAreReadFromAPropertyOfTheEvents() throws IOException {
        String cart = SIX.replace("\"then\"", "\"context\":{\"placements\":[\"o4-2\"]},\"then\"");
        Path file = rules(cart);
        Terminal.Ran ran = Terminal.run(
                "replay", workspace, "--at", "event", "--placement-column", "order_id", "--against", file, "--json");
        assertEquals(ExitCode.OK, ran.code(), ran::err);
        assertTrue(ran.err().contains("“order_id” of the events tells placement at 124 of 248 decisions"), ran.err());
        JsonNode report = Json.read(ran.out(), "replay");
        assertEquals(1, report.at("/after/rules/0/fired").asInt());
        assertEquals("order_id", report.at("/after/requestColumns/placement").asText());
        assertTrue(problem("replay", workspace, "--device-column", "order-id")
                .getLast()
                .contains("Did you mean \"order_id\"?"));
    }

    @Test
    void otherRulesTellWhoWouldHaveSeenSomethingElse() throws IOException {
        Path swapped = rules(SIX, FIVE);
        JsonNode compared = json("replay", workspace, "--against", swapped);
        assertEquals(52, compared.at("/differing/decisions").asInt());
        assertEquals(5, compared.at("/differing/users").asInt());
        assertEquals("u02", compared.at("/differing/examples/0/user").asText());
        assertEquals(
                "the offer SIX instead of the offer FIVE",
                compared.at("/differing/examples/0/differences/0").asText());
        String words = text("replay", workspace, "--against", swapped);
        assertTrue(words.contains("5 users (41.7%) would have seen something else, in 52 decisions"), words);
        assertTrue(text("replay", workspace, "--version", 1).contains("No user would have seen anything else."));
    }

    @Test
    void aPeriodBesideAllEventsIsPointedOut() {
        Terminal.Ran ran = Terminal.run("replay", workspace, "--from", "2027-01-01", "--to", "2027-02-01");
        assertEquals(ExitCode.OK, ran.code());
        assertTrue(ran.err().contains("Warning: No event is in the period: the first is of 2026-10-0"), ran.err());
        assertEquals(
                "", Terminal.run("replay", workspace, "--from", "2026-10-05").err());
    }

    @Test
    void wrongWordsAreRefusedWithWhatToDo() {
        assertTrue(problem("replay", workspace, "--version", 9).getFirst().contains("no version 9"));
        assertTrue(misused("--from", "yesterday").contains("yesterday"));
        assertTrue(misused("--at", "week").contains("week"));
        assertTrue(misused("--from", "2026-10-08", "--to", "2026-10-05").contains("not after its beginning"));
        assertTrue(misused("--version", "1", "--against", "rules.json").contains("two rule sets"));
    }

    private String misused(String... options) {
        List<Object> words = new ArrayList<>(List.of("replay", workspace));
        words.addAll(List.of(options));
        return refused(ExitCode.USAGE, words.toArray()).getFirst();
    }
}
