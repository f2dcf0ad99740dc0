package app.attune.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class FuzzyMatchTest {
    @Test
    void lettersMustOccurInOrder() {
        assertTrue(FuzzyMatch.score("nsg", "New segment") > 0);
        assertEquals(FuzzyMatch.NONE, FuzzyMatch.score("gsn", "New segment"));
    }

    @Test
    void startsOfWordsBeatLettersInside() {
        assertTrue(FuzzyMatch.score("sg", "Show graph") > FuzzyMatch.score("sg", "Passage"));
    }

    @Test
    void aWholeWordBeatsScatteredLetters() {
        assertTrue(FuzzyMatch.score("rule", "New rule") > FuzzyMatch.score("rule", "Rename user folder"));
    }

    @Test
    void nothingTypedFitsEverything() {
        assertEquals(0, FuzzyMatch.score("", "New segment"));
    }
}
