package app.attune.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.json.Json;
import app.attune.stats.Proportions.Share;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Our statistics against the reference values of SciPy, statsmodels and R.
@Tag("conformance")
final class StatsConformanceTest {
    private static final Path REFERENCE =
            Path.of(System.getProperty("attune.shared", "../shared")).resolve("data/reference-stats");

    @Test
    void goodnessOfFitMatchesEveryCase() throws IOException {
        for (JsonNode one : cases("chisquare.json", "chisquare_gof", 3)) {
            JsonNode input = one.get("input");
            long[] observed = new long[input.get("observed").size()];
            for (int i = 0; i < observed.length; i++) {
                observed[i] = input.get("observed").get(i).asLong();
            }
            TestResult result = ChiSquare.goodnessOfFit(observed, doubles(input.get("expected_shares")));
            close(one, "chi2", result.statistic());
            close(one, "pvalue", result.pValue());
        }
    }

    @Test
    void kolmogorovSmirnovDistanceMatchesEveryTwoSidedCase() throws IOException {
        int checked = 0;
        for (JsonNode one : cases("ks.json", "ks_2samp", 24)) {
            if (one.get("input").get("alternative").asText().equals("two-sided")) {
                double[] reference = sorted(one.get("input").get("reference"));
                double[] current = sorted(one.get("input").get("current"));
                close(one, "statistic", KolmogorovSmirnov.distance(reference, current));
                checked++;
            }
        }
        assertTrue(checked >= 8, "Checked only " + checked);
    }

    /// The rank-biserial correlation of Mann and Whitney's U of the first sample.
    @Test
    void cliffsDeltaMatchesEveryTwoSidedUOfSciPy() throws IOException {
        int checked = 0;
        for (JsonNode one : cases("mannwhitney.json", "mannwhitneyu", 27)) {
            double[] a = doubles(one.get("input").get("a"));
            double[] b = doubles(one.get("input").get("b"));
            double u = one.get("expected").get("U_a").asDouble();
            double delta = CliffsDelta.of(a, b, 0.95).estimate();
            assertEquals(
                    2 * u / ((double) a.length * b.length) - 1,
                    delta,
                    1e-9,
                    one.get("id").asText());
            checked++;
        }
        assertEquals(27, checked);
    }

    @Test
    void proportionsMatchEveryCaseOfOurMethods() throws IOException {
        int checked = 0;
        for (JsonNode one : cases("proportions.json", "ci_one", 20)) {
            JsonNode input = one.get("input");
            if (input.get("method").asText().equals("wilson")) {
                Share share =
                        new Share(input.get("successes").asInt(), input.get("n").asInt());
                ends(one, Proportions.wilson(share, input.get("level").asDouble()));
                checked++;
            }
        }
        for (JsonNode one : cases("proportions.json", "ci_diff", 15)) {
            JsonNode input = one.get("input");
            if (input.get("method").asText().equals("newcomb")) {
                ends(
                        one,
                        Proportions.difference(
                                share(input, 0),
                                share(input, 1),
                                input.get("level").asDouble()));
                checked++;
            }
        }
        for (JsonNode one : cases("proportions.json", "two_proportion_z_pooled", 12)) {
            if (one.get("input").get("alternative").asText().equals("two-sided")) {
                TestResult result = Proportions.pooledZ(share(one.get("input"), 0), share(one.get("input"), 1));
                close(one, "z", result.statistic());
                close(one, "pvalue", result.pValue());
                checked++;
            }
        }
        assertTrue(checked >= 10, "Checked only " + checked);
    }

    private static Share share(JsonNode input, int arm) {
        return new Share(
                input.get("successes").get(arm).asInt(), input.get("n").get(arm).asInt());
    }

    private static void ends(JsonNode one, Interval interval) {
        close(one, "lo", interval.low());
        close(one, "hi", interval.high());
    }

    private static void close(JsonNode one, String name, double actual) {
        double expected = one.get("expected").get(name).asDouble();
        double tolerance = one.get("tol").asDouble() * Math.max(1, Math.abs(expected));
        assertEquals(expected, actual, tolerance, one.get("id").asText() + " " + name);
    }

    private static List<JsonNode> cases(String file, String fn, int count) throws IOException {
        JsonNode root = Json.read(Files.readString(REFERENCE.resolve(file)), file);
        List<JsonNode> found = StreamSupport.stream(root.get("cases").spliterator(), false)
                .filter(one -> one.get("fn").asText().equals(fn))
                .toList();
        assertEquals(count, found.size(), "Cases of " + fn);
        return found;
    }

    private static double[] doubles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static double[] sorted(JsonNode array) {
        double[] values = doubles(array);
        java.util.Arrays.sort(values);
        return values;
    }
}
