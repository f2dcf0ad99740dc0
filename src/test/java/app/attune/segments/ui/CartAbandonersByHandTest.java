package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.json.Json;
import app.attune.events.EventsFixture;
import app.attune.profiles.Population;
import app.attune.ui.Numbers;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who filled a cart and bought nothing in a real export of Google Analytics, clicked and typed.
@Tag("conformance")
final class CartAbandonersByHandTest extends Hand {
    private static final Path DATA =
            Path.of(System.getProperty("attune.shared", "../shared")).resolve("data");

    private static Population shop() {
        try (EventsFixture events = new EventsFixture()) {
            events.importGuessed(DATA.resolve("ga4-export/ga4_all_24219.jsonl.gz"));
            return events.people();
        }
    }

    @Test
    void theyAreAsManyAsInTheReference() throws IOException {
        JsonNode reference = Json.read(Files.readString(DATA.resolve("reference-stats/segments.json")), "segments.json")
                .get("ga4");
        open(new Desk(shop()));
        create("Cart abandoners");
        robot.clickOn("#part-top-add-row");
        type("part-0", "add_to_cart");
        type("part-0", "page_view");
        choose("part-0-window", "at any time");
        write("part-0-value", "1");
        robot.clickOn("#part-top-add-row");
        type("part-1", "purchase");
        type("part-1", "page_view");
        choose("part-1-window", "at any time");
        choose("part-1-comparison", "is less than");
        write("part-1-value", "1");
        settled();
        String expected =
                Numbers.count(reference.get("add_to_cart, no purchase").asInt()) + " users";
        assertEquals(expected, text("total").substring(0, expected.length()), text("sentence"));
    }
}
