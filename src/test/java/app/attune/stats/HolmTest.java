package app.attune.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class HolmTest {
    @Test
    void adjustedValuesMatchTheHand() {
        // 4 * 0.005, 3 * 0.01, 2 * 0.03 and 1 * 0.04, which may not be below 0.06.
        assertArrayEquals(
                new double[] {0.03, 0.06, 0.06, 0.02}, Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005}), 1e-15);
        assertArrayEquals(new double[] {1, 1}, Holm.adjust(new double[] {0.7, 0.9}));
        assertEquals(0, Holm.adjust(new double[0]).length);
    }

    /// SciPy 1.17.1, `ttest_rel`.
    @Test
    void pairedTestAgreesWithSciPy() {
        TestResult result =
                PairedT.of(new double[] {0.2, 0.5, 0.9, 0.1, 0.4, 0.7}, new double[] {0.1, 0.55, 0.6, 0.1, 0.2, 0.65});
        assertEquals(1.8786728732554479, result.statistic(), 1e-12);
        assertEquals(0.11907947556121089, result.pValue(), 1e-8);
        assertEquals(5, result.degreesOfFreedom());
    }

    @Test
    void equalPairsDoNotDifferAndConstantDifferencesAreSure() {
        assertEquals(1, PairedT.of(new double[] {1, 2}, new double[] {1, 2}).pValue());
        assertEquals(0, PairedT.of(new double[] {2, 3}, new double[] {1, 2}).pValue());
    }
}
