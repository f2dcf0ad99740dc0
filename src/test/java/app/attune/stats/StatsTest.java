package app.attune.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.stats.Proportions.Share;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Expected values: SciPy 1.10.1 and statsmodels 0.13.5, cross-checked in R 4.2.2, on Hillstrom's e-mail experiment.
final class StatsTest {
    private static final Share MENS = new Share(3894, 21307);
    private static final Share NONE = new Share(2262, 21306);

    @Test
    void equalArmsOfHillstromShowNoSampleRatioMismatch() {
        TestResult result = ChiSquare.goodnessOfFit(new long[] {21307, 21306, 21387}, new double[] {1, 1, 1});
        assertEquals(0.20253125000000002, result.statistic(), 1e-9);
        assertEquals(0.9036929575604196, result.pValue(), 1e-9);
        assertEquals(2, result.degreesOfFreedom());
    }

    @Test
    void sampleRatioMismatchIsFound() {
        assertTrue(ChiSquare.goodnessOfFit(new long[] {5200, 4800}, new double[] {0.5, 0.5})
                        .pValue()
                < 0.001);
    }

    @Test
    void pooledZOfHillstromVisitsMatchesStatsmodels() {
        TestResult result = Proportions.pooledZ(MENS, NONE);
        assertEquals(22.48604082719282, result.statistic(), 1e-9);
        assertEquals(5.685165482802317e-112, result.pValue(), 1e-9 * 5.685165482802317e-112);
    }

    @Test
    void sharesWithoutVariationCannotBeToldApart() {
        assertEquals(1, Proportions.pooledZ(new Share(0, 10), new Share(0, 20)).pValue());
    }

    @Test
    void wilsonIntervalOfFiveInTenMatchesItsFormula() {
        Interval interval = Proportions.wilson(new Share(5, 10), 0.95);
        assertEquals(0.2365930908, interval.low(), 1e-9);
        assertEquals(0.7634069092, interval.high(), 1e-9);
        assertEquals(0, Proportions.wilson(new Share(0, 10), 0.95).low());
    }

    @Test
    void kolmogorovSmirnovStepsPastTiesTogether() {
        assertEquals(0, KolmogorovSmirnov.distance(new double[] {1, 1, 2}, new double[] {1, 1, 2}));
        assertEquals(0.5, KolmogorovSmirnov.distance(new double[] {1, 1, 2, 2}, new double[] {2, 3}), 1e-15);
        assertEquals(1, KolmogorovSmirnov.distance(new double[] {1}, new double[] {2}));
        assertThrows(IllegalArgumentException.class, () -> KolmogorovSmirnov.distance(new double[0], new double[] {1}));
    }

    @Test
    void quantilesInterpolateBetweenOrderStatistics() {
        double[] values = {1, 2, 3, 4};
        assertEquals(1.75, Quantiles.ofSorted(values, 0.25));
        assertEquals(1, Quantiles.ofSorted(values, 0));
        assertEquals(4, Quantiles.ofSorted(values, 1));
    }

    @Test
    void bootstrapOfALargeSampleAgreesWithTheNormalInterval() {
        double[] values = new double[10_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 2;
        }
        Interval interval = Bootstrap.mean(values, BootstrapOptions.of(7));
        assertEquals(0.5, interval.estimate());
        assertEquals(0.5 - 1.96 * 0.005, interval.low(), 0.0015);
        assertEquals(0.5 + 1.96 * 0.005, interval.high(), 0.0015);
        assertEquals(interval, Bootstrap.mean(values, BootstrapOptions.of(7)));
        assertFalse(interval.equals(Bootstrap.mean(values, BootstrapOptions.of(8))));
    }

    @Test
    void pairedDifferenceSeesWhatTheSpreadOfUsersHides() {
        double[] a = new double[200];
        double[] b = new double[200];
        for (int i = 0; i < a.length; i++) {
            b[i] = i;
            a[i] = i + 0.1 + (i % 2) * 0.1;
        }
        Interval difference = Bootstrap.pairedDifference(a, b, BootstrapOptions.of(1));
        assertEquals(0.15, difference.estimate(), 1e-9);
        assertFalse(difference.containsZero());
        assertTrue(Bootstrap.pairedDifference(a, a, BootstrapOptions.of(1)).containsZero());
    }

    /// Expected: SciPy 1.17.1, `2 * mannwhitneyu(a, b).statistic / (n * m) - 1`, and NumPy on the matrix of signs.
    @Test
    void cliffsDeltaAndItsIntervalAreThoseOfTheWholeMatrixOfSigns() {
        double[] a = {3, 5, 5, 8, 9, 12, 1, 7};
        double[] b = {2, 2, 3, 4, 5, 6, 0, 1, 5, 3};
        Interval found = CliffsDelta.of(a, b, 0.95);
        assertEquals(0.5625, found.estimate(), 1e-12);
        assertEquals(0.007084941172217061, found.low(), 1e-9);
        assertEquals(0.8526772440400041, found.high(), 1e-9);
        assertEquals(18, found.n());
        Interval other = CliffsDelta.of(b, a, 0.95);
        assertEquals(-found.estimate(), other.estimate(), 1e-12);
        assertEquals(-found.high(), other.low(), 1e-12);
    }

    @Test
    void cliffsDeltaOfSamplesThatDoNotTouchHasAnIntervalOfOneSide() {
        Interval above = CliffsDelta.of(new double[] {5, 6, 7, 8}, new double[] {1, 2, 3, 4, 4}, 0.95);
        assertEquals(new Interval(1, above.low(), 1, 9), above);
        assertEquals(
                (4 - 1.959963984540054 * 1.959963984540054) / (4 + 1.959963984540054 * 1.959963984540054),
                above.low(),
                1e-9);
        assertEquals(
                0,
                CliffsDelta.of(new double[] {2, 2, 2}, new double[] {2, 2}, 0.95)
                        .estimate());
    }

    /// Of yes-or-no samples it is the difference of the shares.
    @Test
    void cliffsDeltaOfYesAndNoIsTheDifferenceOfShares() {
        double[] a = new double[40];
        double[] b = new double[60];
        Arrays.fill(a, 0, 10, 1);
        Arrays.fill(b, 0, 45, 1);
        assertEquals(10 / 40.0 - 45 / 60.0, CliffsDelta.of(a, b, 0.95).estimate(), 1e-12);
    }

    @Test
    void cliffsDeltaIntervalHoldsTheTruthAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(11);
        int held = 0;
        int runs = 2_000;
        for (int run = 0; run < runs; run++) {
            double[] a = random.doubles(30).map(x -> x + 0.3).toArray();
            double[] b = random.doubles(50).toArray();
            Interval found = CliffsDelta.of(a, b, 0.95);
            double truth = 1 - 0.7 * 0.7;
            held += found.low() <= truth && truth <= found.high() ? 1 : 0;
        }
        assertEquals(0.95, (double) held / runs, 0.015, held + " of " + runs);
    }
}
