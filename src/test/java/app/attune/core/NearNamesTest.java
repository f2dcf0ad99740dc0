package app.attune.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NearNamesTest {
    private static final List<String> TYPES = List.of("view", "cart", "purchase", "rating", "add_to_cart");

    @Test
    void typingErrorsAreForgivenOnePerThreeLetters() {
        assertEquals(Optional.of("purchase"), NearNames.nearest("purchse", TYPES));
        assertEquals(Optional.of("purchase"), NearNames.nearest("pruchase", TYPES));
        assertEquals(Optional.of("view"), NearNames.nearest("vieww", TYPES));
        assertEquals(Optional.empty(), NearNames.nearest("sale", TYPES));
        assertEquals(Optional.empty(), NearNames.nearest("tax", TYPES));
    }

    @Test
    void caseAndJoinersDoNotMatterAndEndingsMayBeMissing() {
        assertEquals(Optional.of("purchase"), NearNames.nearest("PURCHASE", TYPES));
        assertEquals(Optional.of("add_to_cart"), NearNames.nearest("Add to cart", TYPES));
        assertEquals(Optional.of("purchase"), NearNames.nearest("purch", TYPES));
    }

    @Test
    void nothingIsNearToNothing() {
        assertEquals(Optional.empty(), NearNames.nearest("", TYPES));
        assertEquals(Optional.empty(), NearNames.nearest("view", List.of()));
        assertEquals(Optional.empty(), NearNames.nearest("x", List.of("y")));
    }

    @Test
    void theQuestionNamesIt() {
        assertEquals(Optional.of("Did you mean \"view\"?"), NearNames.question("veiw", TYPES));
    }

    @Test
    void editDistanceMatchesTheTextbookCases() {
        assertEquals(3, NearNames.editDistance("kitten", "sitting"));
        assertEquals(5, NearNames.editDistance("", "abcde"));
        assertEquals(1, NearNames.editDistance("veiw", "view"));
        assertEquals(0, NearNames.editDistance("same", "same"));
    }
}
