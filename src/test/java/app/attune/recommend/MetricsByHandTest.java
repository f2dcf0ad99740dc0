package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class MetricsByHandTest {
    private static final int[] RANKED = {4, 7, 1, 9};
    private static final double TINY = 1e-15;

    @Test
    void recallHasTwoDenominators() {
        int[] relevant = {1, 4, 5};
        assertEquals(1.0 / 3, RankingMetrics.recall(RANKED, relevant, 2));
        assertEquals(1.0 / 2, RankingMetrics.cutRecall(RANKED, relevant, 2));
        assertEquals(2.0 / 3, RankingMetrics.cutRecall(RANKED, relevant, 4), "never above |T|");
    }

    @Test
    void averagePrecisionDividesByTheFewerOfKAndTestItems() {
        assertEquals((1 + 2.0 / 3) / 3, RankingMetrics.averagePrecision(RANKED, new int[] {1, 4, 5}, 4), TINY);
        assertEquals(1.0 / 2, RankingMetrics.averagePrecision(RANKED, new int[] {1, 4, 5}, 2), TINY);
        assertEquals(1, RankingMetrics.averagePrecision(RANKED, new int[] {4}, 4), TINY);
    }

    @Test
    void reciprocalRankLooksAtTheFirstHitAmongTheFirstK() {
        assertEquals(1.0 / 3, RankingMetrics.reciprocalRank(RANKED, new int[] {1, 9}, 4));
        assertEquals(0, RankingMetrics.reciprocalRank(RANKED, new int[] {1, 9}, 2));
    }

    @Test
    void itemsOfHalfOfTheUsersHaveOneBitAndAllOfThemNone() {
        int[] counts = {8, 4, 2};
        assertEquals(1, ListMetrics.novelty(new int[] {0, 1, 2}, 3, counts, 8), TINY);
        assertEquals(0.5, ListMetrics.novelty(new int[] {0, 1, 2}, 2, counts, 8), TINY);
        assertEquals(6, ListMetrics.averagePopularity(new int[] {0, 1, 2}, 2, counts), TINY);
    }

    @Test
    void diversityIsTheMeanOverPairs() {
        ListMetrics.Distance distance = (a, b) -> a + b == 1 ? 0.5 : 1;
        assertEquals((0.5 + 1 + 1) / 3, ListMetrics.diversity(new int[] {0, 1, 2}, 10, distance), TINY);
    }

    @Test
    void listsTooShortHaveNoValue() {
        assertTrue(Double.isNaN(ListMetrics.novelty(new int[0], 10, new int[0], 1)));
        assertTrue(Double.isNaN(ListMetrics.averagePopularity(new int[0], 10, new int[0])));
        assertTrue(Double.isNaN(ListMetrics.diversity(new int[] {3}, 10, (a, b) -> 1)));
    }

    @Test
    void calibratedListsHaveNoDivergenceAndMissingKindsStayFinite() {
        double[] p = {0.7, 0.3};
        assertEquals(0, ListMetrics.miscalibration(p, p, ListMetrics.CALIBRATION_ALPHA), TINY);
        double expected = 0.7 * Math.log(0.7 / (0.99 + 0.007)) + 0.3 * Math.log(0.3 / 0.003);
        assertEquals(expected, ListMetrics.miscalibration(p, new double[] {1, 0}, ListMetrics.CALIBRATION_ALPHA), TINY);
    }

    @Test
    void giniHasTwoSigns() {
        assertEquals(0, ExposureMetrics.giniUnevenness(new int[] {5, 5, 5, 5}), TINY);
        assertEquals(0.75, ExposureMetrics.giniUnevenness(new int[] {0, 9, 0, 0}), TINY);
        assertEquals(1, ExposureMetrics.giniEvenness(new int[] {5, 5, 5, 5}), TINY);
        assertEquals(0, ExposureMetrics.giniEvenness(new int[] {0, 9, 0, 0}), TINY);
        assertEquals(0.25, ExposureMetrics.coverage(new int[] {0, 9, 0, 0}), TINY);
        assertTrue(Double.isNaN(ExposureMetrics.giniUnevenness(new int[4])));
    }

    @Test
    void overlapOfEqualListsIsOneAndOfStrangersNone() {
        int[] strangers = {10, 11, 12, 13};
        assertEquals(1, RankOverlap.jaccard(RANKED, RANKED, 10));
        assertEquals(0, RankOverlap.jaccard(RANKED, strangers, 10));
        assertEquals(1.0 / 3, RankOverlap.jaccard(RANKED, new int[] {7, 10}, 2), TINY);
        assertEquals(1, RankOverlap.biased(RANKED, RANKED, 10, 0.9), TINY);
        assertEquals(0, RankOverlap.biased(RANKED, strangers, 10, 0.9), TINY);
    }

    @Test
    void biasedOverlapCountsTheTopMost() {
        int[] firstDiffers = {0, 7, 1, 9};
        int[] lastDiffers = {4, 7, 1, 0};
        double top = RankOverlap.biased(RANKED, firstDiffers, 4, 0.9);
        double bottom = RankOverlap.biased(RANKED, lastDiffers, 4, 0.9);
        assertTrue(top < bottom, top + " < " + bottom);
        assertEquals(0.45, RankOverlap.biased(new int[] {4, 7}, new int[] {7, 5}, 2, 0.9), TINY);
    }
}
