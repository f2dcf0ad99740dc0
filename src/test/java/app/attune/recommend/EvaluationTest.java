package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.events.EventFrameBuilder;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

final class EvaluationTest {
    private static final int[] RANKED = {4, 7, 1, 9};

    @Test
    void metricsOfOneListMatchTheHand() {
        int[] relevant = {1, 4, 5};
        assertEquals(2.0 / 3, RankingMetrics.recall(RANKED, relevant, 4));
        assertEquals(1.0 / 3, RankingMetrics.recall(RANKED, relevant, 2));
        assertEquals(1, RankingMetrics.hit(RANKED, relevant, 1));
        assertEquals(0, RankingMetrics.hit(RANKED, new int[] {9}, 3));
        double ideal = 1 + 1 / (Math.log(3) / Math.log(2)) + 0.5;
        assertEquals((1 + 0.5) / ideal, RankingMetrics.ndcg(RANKED, relevant, 4), 1e-15);
    }

    @Test
    void ndcgIdealListIsCutAtK() {
        assertEquals(1, RankingMetrics.ndcg(new int[] {1, 2}, new int[] {1, 2, 3}, 2), 1e-15);
    }

    /// scikit-learn 1.2.1 on user 196 of MovieLens 100k, the first ten by popularity, 22 relevant in all.
    @Test
    void ndcgAgreesWithScikitLearn() {
        int[] relevance = {1, 0, 0, 0, 1, 0, 1, 1, 0, 1};
        int[] ranked = new int[10];
        int[] relevant = new int[22];
        int hits = 0;
        for (int i = 0; i < 10; i++) {
            ranked[i] = i;
            if (relevance[i] == 1) {
                relevant[hits++] = i;
            }
        }
        for (int i = hits; i < relevant.length; i++) {
            relevant[i] = 100 + i;
        }
        assertEquals(0.5116508161747901, RankingMetrics.ndcg(ranked, relevant, 10), 1e-12);
        assertEquals(0.22727272727272727, RankingMetrics.recall(ranked, relevant, 10), 1e-15);
    }

    private static InteractionLog log() {
        EventFrameBuilder builder = new EventFrameBuilder();
        builder.event("10", Shop.day(5), "purchase", "1", Double.NaN);
        builder.event("9", Shop.day(5), "purchase", "2", Double.NaN);
        builder.event("9", Shop.day(5), "purchase", "1", Double.NaN);
        builder.event("9", Shop.day(1), "purchase", "3", Double.NaN);
        builder.event("10", Shop.day(9), "purchase", "3", Double.NaN);
        return InteractionSelection.select(Shop.population(builder.build()), Shop.PURCHASES, Progress.none());
    }

    @Test
    void shareSplitBreaksTiesOfTimeByUserThenItemInRankingOrder() {
        TemporalSplit split = TemporalSplit.of(log(), new SplitPoint.Share(0.6));
        assertEquals(3, split.train().size());
        assertEquals(2, split.test().size());
        assertEquals("10", split.test().user(0).value(), "user 9 comes before user 10");
        assertTrue(split.leakage().passes());
    }

    @Test
    void instantSplitPutsTheInstantItselfIntoTheTest() {
        TemporalSplit split = TemporalSplit.of(log(), new SplitPoint.At(Shop.day(5)));
        assertEquals(1, split.train().size());
        assertEquals(Shop.day(1), split.leakage().lastTrain());
        assertEquals(Shop.day(5), split.leakage().firstTest());
    }

    @Test
    void leakageCheckFindsTrainingEventsFromTheFuture() {
        InteractionLog log = log();
        BitSet train = new BitSet();
        train.set(1);
        BitSet test = new BitSet();
        test.set(0);
        LeakageCheck check = new TemporalSplit(log.only(train), log.only(test)).leakage();
        assertFalse(check.passes());
        assertEquals(1, check.trainAfterSplit());
    }

    @Test
    void testSetDropsAndCountsWhatNoModelCanKnow() {
        EventFrameBuilder builder = new EventFrameBuilder();
        builder.event("a", Shop.day(1), "purchase", "1", Double.NaN);
        builder.event("b", Shop.day(1), "purchase", "2", Double.NaN);
        builder.event("a", Shop.day(5), "purchase", "1", Double.NaN);
        builder.event("a", Shop.day(5), "purchase", "2", Double.NaN);
        builder.event("a", Shop.day(6), "purchase", "2", Double.NaN);
        builder.event("a", Shop.day(7), "purchase", "99", Double.NaN);
        builder.event("new", Shop.day(7), "purchase", "1", Double.NaN);
        InteractionLog log =
                InteractionSelection.select(Shop.population(builder.build()), Shop.PURCHASES, Progress.none());
        TemporalSplit split = TemporalSplit.of(log, new SplitPoint.At(Shop.day(3)));
        TestSet test = TestSet.of(Interactions.of(split.train(), Progress.none()), split.test());
        assertEquals(1, test.users());
        assertArrayEquals(new int[] {1}, test.relevant()[0]);
        assertEquals(1, test.unknownUsers());
        assertEquals(1, test.unknownItems());
        assertEquals(1, test.alreadyHad());
    }
}
