package app.attune.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.ItemId;
import app.attune.events.EventFrameBuilder;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ItemNamesTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final EventFrameBuilder events = new EventFrameBuilder();
    private int minute;

    private void sold(String item, String column, String title) {
        events.event("u", NOON.plusSeconds(60L * minute++), "purchase", item, 1, Map.of(column, title));
    }

    private String name(String item) {
        return new FrameCatalogue(events.build()).name(new ItemId(item));
    }

    @Test
    void theMostFrequentDescriptionAmongTheEventsIsTheName() {
        sold("85123A", "Description", "wrong way round");
        sold("85123A", "Description", "WHITE HANGING HEART");
        sold("85123A", "Description", "WHITE HANGING HEART");
        sold("85123A", "Description", " ");
        sold("85123A", "Description", " ");
        sold("85123A", "Description", " ");
        sold("71053", "Description", "WHITE METAL LANTERN");
        assertEquals("WHITE HANGING HEART", name("85123A"));
        assertEquals("WHITE METAL LANTERN", name("71053"));
        assertEquals("gone", name("gone"));
    }

    @Test
    void tiesGoToTheFirstByText() {
        sold("a", "Product Name", "Tent B");
        sold("a", "Product Name", "Tent A");
        assertEquals("Tent A", name("a"));
    }

    @Test
    void anAttributeOfTheItemComesFirst() {
        events.item("a", Map.of("name", "Alpine tent")).item("b", Map.of());
        sold("a", "Description", "TENT");
        sold("b", "Description", "STOVE");
        assertEquals("Alpine tent", name("a"));
        assertEquals("STOVE", name("b"));
    }

    @Test
    void anAttributeThatEndsInTitleOrNameIsTheNameIfThereIsNoBetterOne() {
        events.item("a", Map.of("brand_name", "Petrel", "movie_title", "Dune", "short_name", "D"))
                .item("b", Map.of("short_name", "S", "description", "A long one"));
        sold("a", "movie", "none");
        sold("b", "movie", "none");
        assertEquals("Dune", name("a"));
        assertEquals("b", name("b"));
    }

    @Test
    void theNameOfABrandIsNotThatOfTheItem() {
        events.item("a", Map.of("brand_name", "Petrel", "description", "A tent"));
        sold("a", "movie", "none");
        assertEquals("A tent", name("a"));
    }

    @Test
    void propertiesThatAreNoTitlesNameNothing() {
        sold("a", "Country", "Germany");
        assertEquals("a", name("a"));
    }
}
