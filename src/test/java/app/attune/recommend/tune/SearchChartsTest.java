package app.attune.recommend.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.chart.BarChart;
import app.attune.core.chart.RunChart;
import app.attune.recommend.Criterion;
import app.attune.recommend.LeakageCheck;
import app.attune.recommend.Shop;
import app.attune.recommend.SplitDetails;
import app.attune.recommend.SplitFacts;
import app.attune.recommend.SplitPoint;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SearchChartsTest {
    private static Search search(double... scores) {
        SearchPlan plan = Planted.plan(Strategy.RANDOM, scores.length, 1);
        List<Trial> trials = IntStream.range(0, scores.length)
                .mapToObj(at -> new Trial(
                        at + 1,
                        Planted.IALS.usual().with("factors", 10 + at),
                        1,
                        Double.isNaN(scores[at]) ? Planted.failed() : Planted.scored(scores[at]),
                        0))
                .toList();
        SplitFacts facts = new SplitFacts(
                new LeakageCheck(Instant.EPOCH, Instant.EPOCH, 0), 10, 10, 10, 0, 0, 0, 0, SplitDetails.BY_TIME);
        return new Search(
                new SearchId("ials", 1),
                new SearchRequest(plan, Criterion.NDCG_10, Shop.PURCHASES, SplitPoint.usual()),
                new Search.Ground("hash", facts, Instant.EPOCH),
                trials,
                List.of());
    }

    @Test
    void theBestSoFarNeverFallsAndFailedTrialsAreLeftOut() {
        RunChart chart = SearchCharts.run(search(0.2, 0.1, Double.NaN, 0.3)).orElseThrow();
        assertEquals("Trial 4 is the best with NDCG@10 0.300", chart.title());
        assertEquals(
                List.of(
                        List.of("Trial", "NDCG@10", "Best so far"),
                        List.of("1", "0.200", "0.200"),
                        List.of("2", "0.100", "0.200"),
                        List.of("4", "0.300", "0.300")),
                chart.table());
        assertEquals(Optional.empty(), SearchCharts.run(search(Double.NaN)));
    }

    @Test
    void importancesAreBarsOfWholePercents() {
        double[] rising = IntStream.range(0, 21).mapToDouble(at -> at).toArray();
        BarChart chart = SearchCharts.importance(search(rising), name -> name.toUpperCase(Locale.ROOT))
                .orElseThrow();
        assertEquals("FACTORS goes along with the differences most", chart.title());
        assertEquals("FACTORS", chart.bars().getFirst().name());
        assertEquals(Optional.empty(), SearchCharts.importance(search(0.1, 0.2), name -> name));
    }
}
