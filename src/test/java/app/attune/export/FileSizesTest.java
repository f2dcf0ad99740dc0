package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.decider.BundleFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class FileSizesTest {
    private static final int MEGABYTE = 1 << 20;
    private static final FileSizes SMALL = new FileSizes(2 * MEGABYTE, 3 * MEGABYTE);

    private static Problem problem(Map<String, String> files) {
        return assertThrows(ProblemException.class, () -> SMALL.require(new TreeMap<>(files)))
                .problem();
    }

    @Test
    void aModelThatNoServerWouldReadIsNamedWithItsSize() {
        String large = "\u00e9".repeat(MEGABYTE + 1);
        Problem problem = problem(Map.of("rules.json", "{}", "models/item-knn.json", large));
        assertEquals(
                "The file models/item-knn.json would have 3 MB, and servers read at most 2 MB. Nothing was written.",
                problem.message());
        String model = BundleFormat.MODELS.getOrDefault("item-knn", "");
        assertTrue(problem(Map.of(model, large)).remedy().startsWith("Train that model with fewer neighbours"));
    }

    @Test
    void manyFilesAreTooMuchTogether() {
        String some = "x".repeat(MEGABYTE + 10);
        Problem problem = problem(Map.of("a.json", some, "b.json", some, "c.json", some));
        assertEquals(
                "The bundle would have 4 MB, and servers read at most 3 MB. Nothing was written.", problem.message());
    }

    @Test
    void whatFitsExactlyIsWritten() {
        String most = "x".repeat(2 * MEGABYTE);
        assertDoesNotThrow(() -> SMALL.require(new TreeMap<>(Map.of("a.json", most))));
    }
}
