package app.attune.decide.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TypedPartsTest {
    @Test
    void aPartWithoutAnEqualsSignBelongsToTheValueBeforeIt() {
        assertEquals(List.of("city=Washington, DC", "age=30"), TypedParts.attributes(" city=Washington, DC , age=30,"));
        assertEquals(List.of("country", "age=30"), TypedParts.attributes("country, age=30"));
        assertEquals(List.of(), TypedParts.attributes(" , "));
    }

    @Test
    void anEventBeginsWithAKnownTypeOrHasAColon() {
        List<String> types = List.of("view", "visit");
        assertEquals(
                List.of("view:a,b=2", "visit", "purchse:3"), TypedParts.events("view:a,b=2, visit, purchse:3", types));
    }
}
