package app.attune.cli;

import static app.attune.cli.Terminal.json;
import static app.attune.cli.Terminal.refused;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// An offer to the five Germans of the small shop, at most twice in a week.
final class CapCommandTest extends ShopTest {
    private static final String FIVE = "{\"id\":\"five\",\"name\":\"Five\",\"segment\":\"germans\","
            + "\"status\":\"active\",\"intent\":\"why\",\"owner\":\"Ada\",\"cap\":{\"times\":2,\"per\":\"days\",\"length\":7},"
            + "\"then\":{\"do\":\"offer\",\"code\":\"FIVE\",\"text\":\"5 %\"}}";

    @BeforeAll
    void saveRules() throws IOException {
        text("segment", workspace, "save", "Germans", "--condition", shop.write("germans.json", GERMANS));
        text("rule", workspace, "save", shop.write("rules.json", "{\"format\":1,\"rules\":[" + FIVE + "]}"));
    }

    @Test
    void aReplayTellsCapsHitAndOffersSpent() {
        JsonNode report = json("replay", workspace);
        long fired = report.at("/rules/0/fired").asLong();
        long capped = report.at("/rules/0/capped").asLong();
        assertTrue(capped > 0);
        assertEquals(52, fired + capped);
        assertEquals(fired, report.at("/offersSpent/FIVE").asLong());
        assertEquals(31, report.at("/rules/0/cappedByDay").size());
        String words = text("replay", workspace);
        assertTrue(words.contains("(" + capped + " capped)"), words);
        assertTrue(words.contains("Offers spent: FIVE " + fired + "."), words);
    }

    @Test
    void aPreviewTakesWhatWasShownBefore() {
        List<String> often = List.of("--shown", "five=2026-10-30", "--shown", "five=2026-10-31T12:00:00Z");
        assertEquals("FIRED", verdict("2026-11-01", List.of()).path("verdict").asText());
        assertEquals("CAPPED", verdict("2026-11-01", often).path("cause").asText());
        assertFalse(verdict("2026-11-07", often).has("cause"));
        assertTrue(preview("2026-11-01", often).contains("five 2 times"));
        assertTrue(text("rule", workspace, "list").contains("at most 2 times in 7 days per user")
                || text("rule", workspace, "show").contains("\"cap\""));
    }

    private JsonNode verdict(String at, List<String> shown) {
        return json(words(at, shown)).at("/decision/rules/0");
    }

    private String preview(String at, List<String> shown) {
        return text(words(at, shown));
    }

    private Object[] words(String at, List<String> shown) {
        List<Object> words = new java.util.ArrayList<>(List.of("preview", workspace, "u02", "--as-of", at));
        words.addAll(shown);
        return words.toArray();
    }

    @Test
    void whatIsNoTimeIsRefused() {
        for (String shown : List.of("five", "five=yesterday", "Not an id=2026-10-30")) {
            refused(ExitCode.USAGE, "preview", workspace, "u02", "--shown", shown);
        }
        refused(ExitCode.USAGE, "preview", workspace, "u02", "--visit-since", "noon");
    }
}
