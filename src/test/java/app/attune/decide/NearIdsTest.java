package app.attune.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearIdsTest {
    private static final List<String> IDS = List.of("u-10412", "u-1041", "U-1041x", "v-1042", "anna", "z-u-1041");

    @Test
    void exactIdComesFirstThenPrefixesThenContained() {
        assertEquals(List.of("u-1041", "U-1041x", "u-10412", "z-u-1041", "v-1042"), NearIds.of(IDS, "u-1041", 9));
    }

    @Test
    void typingErrorsAreForgiven() {
        assertEquals(List.of("anna"), NearIds.of(IDS, "anan", 3));
    }

    @Test
    void nothingNearIsNothing() {
        assertEquals(List.of(), NearIds.of(IDS, "qqqqqqqqqqqqqqq", 3));
    }
}
