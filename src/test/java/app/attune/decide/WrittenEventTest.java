package app.attune.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// Events written with colons and equals signs that are part of types and items.
final class WrittenEventTest {
    private static final EventFrame DATA = data();

    private static EventFrame data() {
        EventFrameBuilder builder = new EventFrameBuilder();
        List.of("31", "sku=12", "a:b", "=").forEach(item -> builder.item(item, Map.of()));
        List.of("cart", "cart:add", "view").forEach(type -> builder.event("anna", Shop.AS_OF, type, "31", Double.NaN));
        return builder.build();
    }

    private static WhatIf.Event read(String written) {
        return new WrittenEvent(written, DATA).read();
    }

    private static WhatIf.Event event(String type, String item, double value) {
        return new WhatIf.Event(
                type,
                item.isEmpty() ? Optional.empty() : Optional.of(new ItemId(item)),
                Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value));
    }

    @Test
    void theLongestKnownTypeIsTheType() {
        assertEquals(event("cart:add", "", Double.NaN), read("cart:add"));
        assertEquals(event("cart:add", "31", 2.5), read(" cart:add:31 = 2.5 "));
        assertEquals(event("cart", "31", Double.NaN), read("cart : 31"));
        assertEquals(event("cart", "a:b", Double.NaN), read("cart:a:b"));
    }

    @Test
    void aKnownItemHasItsEqualsSigns() {
        assertEquals(event("view", "sku=12", Double.NaN), read("view:sku=12"));
        assertEquals(event("view", "sku=12", 3), read("view:sku=12=3"));
        assertEquals(event("view", "=", Double.NaN), read("view:="));
        assertEquals(event("view", "", 5), read("view:=5"));
    }

    @Test
    void valuesThatAreNoFiniteNumbersAreNamed() {
        for (String value : List.of("NaN", "Infinity", "1e400", "12d", "0x1p4", "")) {
            var thrown = assertThrows(ProblemException.class, () -> read("view:31=" + value));
            assertEquals("decide.bad-what-if", thrown.problem().code());
            assertEquals(
                    "\u201c" + value + "\u201d is not a number, which the value of an event is.",
                    thrown.problem().message());
            assertEquals("Write it as in purchase:31=49.90.", thrown.problem().remedy());
        }
    }

    @Test
    void whatTheDataDoesNotHaveIsReadAsItIsWritten() {
        assertEquals(event("buy", "new:1", 2), read("buy:new:1=2"));
        assertEquals(event("view", "new=a", Double.NaN), read("view:new=a"));
        assertThrows(ProblemException.class, () -> read(":31"));
    }
}
