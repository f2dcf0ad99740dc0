package app.attune.recommend.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Seeds;
import app.attune.recommend.Algorithm;
import app.attune.recommend.RecommenderOptions;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SearchSpaceTest {
    private static List<String> words(Algorithm algorithm) {
        return SearchSpace.of(algorithm).axes().stream().map(Axis::words).toList();
    }

    @Test
    void settingsAreSearchedAroundWhatIsUsual() {
        assertEquals(
                List.of("lambda 3 to 30,000 by its logarithm", "neighbours 20 to 2,000 by its logarithm"),
                words(Algorithm.EASE));
        assertEquals(
                List.of("neighbours 10 to 1,000 by its logarithm", "alpha 0.1 to 3 by its logarithm", "beta 0 to 2"),
                words(Algorithm.RP3BETA));
        assertEquals(
                List.of(
                        "sequence one of SESSION, DAY",
                        "neighbours 20 to 2,000 by its logarithm",
                        "shrink 0 to 100 by the logarithm of one more"),
                words(Algorithm.SESSION_KNN));
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void everyPlaceIsAValueOfTheSettingAndLiesWhereItCameFrom(Algorithm algorithm) {
        SearchSpace space = SearchSpace.of(algorithm);
        SplittableRandom random = Seeds.stream(5, algorithm.kind());
        for (int draw = 0; draw < 200; draw++) {
            double[] places = random.doubles(space.axes().size()).toArray();
            RecommenderOptions options = space.at(places);
            double[] again = space.places(options);
            assertEquals(options, space.at(again), () -> Arrays.toString(places));
            assertTrue(Arrays.stream(again).allMatch(place -> place >= 0 && place <= 1), options::toString);
        }
        assertEquals(algorithm.usual(), space.usual());
    }

    @Test
    void halvingAndDoublingAreStepsOfOneSizeWhereTheLogarithmCounts() {
        Axis lambda = SearchSpace.of(Algorithm.EASE).axes().getFirst();
        assertEquals(0.5, lambda.place("300"), 1e-12);
        assertEquals(lambda.place("600") - lambda.place("300"), lambda.place("300") - lambda.place("150"), 1e-12);
        assertEquals("300.0", lambda.at(0.5));
        assertEquals("3.0", lambda.at(0));
        assertEquals("30000.0", lambda.at(1));
        assertEquals("1310.0", lambda.at(0.66), "three digits that count");
    }

    @Test
    void whatIsGivenIsNotSearchedAndARangeNarrowsIt() {
        SearchSpace space =
                SearchSpace.of(Algorithm.EASE).fixing("neighbours", "100").between("lambda", 400, 600);
        assertEquals(
                List.of("lambda 400 to 600"),
                space.axes().stream().map(Axis::words).toList());
        assertEquals("{lambda=400.0, neighbours=100}", space.usual().values().toString(), "the end nearest to 300");
        assertEquals(
                "{lambda=500.0, neighbours=100}",
                space.at(new double[] {0.5}).values().toString());
    }

    @Test
    void whatCannotBeSearchedIsSaidInWords() {
        SearchSpace space = SearchSpace.of(Algorithm.EASE);
        assertEquals("EASE has no option l1", message(() -> space.fixing("l1", "3")));
        assertEquals(
                "lambda is a number from 0.001 to 1,000,000, not 2000000.0",
                message(() -> space.between("lambda", 1, 2_000_000)));
        assertEquals(
                "lambda: a range goes from a lower to a higher number", message(() -> space.between("lambda", 5, 5)));
        assertEquals(
                "Nothing is left to search: every setting of EASE is given",
                message(() -> space.fixing("lambda", "3").fixing("neighbours", "4")));
        assertEquals(
                "solver is a choice of words and has no range",
                message(() -> SearchSpace.of(Algorithm.IALS).between("solver", 1, 2)));
        assertEquals(
                "lambda has a value and a range; give one of them",
                message(() -> space.fixing("lambda", "3").between("lambda", 1, 2)));
    }

    private static String message(org.junit.jupiter.api.function.Executable work) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, work).getMessage());
    }
}
