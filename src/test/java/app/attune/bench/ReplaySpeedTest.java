package app.attune.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Progress;
import app.attune.core.TimeWindow;
import app.attune.profiles.Population;
import app.attune.rules.FakeCatalogue;
import app.attune.rules.Rule;
import app.attune.rules.RuleProgram;
import app.attune.rules.Rulebook;
import app.attune.rules.replay.Occasion;
import app.attune.rules.replay.Replay;
import app.attune.rules.replay.ReplayGround;
import app.attune.rules.replay.ReplayOptions;
import app.attune.rules.replay.ReplayReport;
import app.attune.rules.replay.ReplayedRule;
import app.attune.segments.Comparison;
import app.attune.segments.EventCondition;
import app.attune.segments.Measure;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import app.attune.segments.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Fifty rules replayed over all events of a large shop, a decision at every event, beside DuckDB computing the same by
/// window functions: the same number of firings of every rule.
@Tag("bench")
class ReplaySpeedTest {
    private static final int STEPS = 10;

    private final int rows = ShopEvents.rows();
    private final List<SegmentDefinition> segments = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<String> sql = new ArrayList<>();

    @Test
    void fiftyRulesAtEveryEvent() throws Exception {
        for (int step = 1; step <= STEPS; step++) {
            rulesOf(step);
        }
        Shop shop = Shop.open(rows);
        Population known = shop.population();
        Population agreed = Population.agreeing(known.events(), known.attributes(), known.dataHash());
        ReplayGround ground = new ReplayGround(agreed, segments, new FakeCatalogue(), "popularity");
        ReplayOptions all = new ReplayOptions(
                new TimeWindow(ShopQuery.AS_OF.minus(Duration.ofDays(91)), ShopQuery.AS_OF), Occasion.EVENT);
        List<ReplayReport> reports = new ArrayList<>();
        BenchTable.Cost ours =
                BenchTable.best(2, () -> reports.add(Replay.of(RuleProgram.of(rules), ground, all, Progress.none())));
        ReplayReport report = reports.getLast();
        try (ShopPeer peer = ShopPeer.open(rows)) {
            List<long[]> answers = new ArrayList<>();
            BenchTable.Cost theirs = BenchTable.measure(() -> answers.add(peer.ask(query())));
            for (int i = 0; i < rules.size(); i++) {
                ReplayedRule rule = report.rules().get(i);
                assertEquals(answers.getFirst()[i], rule.fired(), rule.name() + ": " + sql.get(i));
            }
            BenchTable table = new BenchTable(String.format(
                    Locale.ROOT,
                    "Replay of %,d events, %s, through %d rules",
                    rows,
                    ShopEvents.name(rows),
                    rules.size()));
            table.compare("decide at every event", ours, "DuckDB", theirs, "none known");
            table.note("decisions", String.format(Locale.ROOT, "%,d", report.decisions()));
            table.note(
                    "a second of CPU",
                    String.format(
                            Locale.ROOT,
                            "%,.0f decisions, %,.0f segments asked",
                            report.decisions() / ours.cpu(),
                            report.decisions() * (double) rules.size() / ours.cpu()));
            table.print();
        }
    }

    /// How often each rule is the first that matches, in the order of the rules.
    private String query() {
        StringBuilder columns = new StringBuilder();
        StringBuilder winner = new StringBuilder("CASE");
        StringBuilder counts = new StringBuilder();
        for (int i = 0; i < sql.size(); i++) {
            columns.append(", ").append(sql.get(i)).append(" AS c").append(i);
            winner.append(" WHEN c").append(i).append(" THEN ").append(i);
            counts.append(i == 0 ? "(" : "), (").append(i);
        }
        return "WITH d AS (SELECT DISTINCT u, t" + columns + " FROM e), w AS (SELECT " + winner
                + " END AS rule, count(*) AS n FROM d GROUP BY 1) SELECT coalesce(w.n, 0) FROM (VALUES " + counts
                + ")) AS r(rule) LEFT JOIN w ON w.rule = r.rule ORDER BY r.rule";
    }

    private void rulesOf(int step) {
        add(
                "purchase",
                new Measure.Sum("value"),
                new Window.Last(30, Window.Unit.DAYS),
                Comparison.MORE_THAN,
                600 - 50 * step + ".005",
                "coalesce(sum(price) FILTER (kind = 'purchase') OVER (" + last(30) + "), 0) > " + (600 - 50 * step)
                        + ".005");
        add(
                "cart",
                new Measure.Count(),
                new Window.Last(step, Window.Unit.DAYS),
                Comparison.AT_LEAST,
                "3",
                "count(*) FILTER (kind = 'cart') OVER (" + last(step) + ") >= 3");
        add(
                "view",
                new Measure.Count(),
                new Window.Last(step + 2, Window.Unit.DAYS),
                Comparison.AT_LEAST,
                String.valueOf(14 - step),
                "count(*) FILTER (kind = 'view') OVER (" + last(step + 2) + ") >= " + (14 - step));
        add(
                "purchase",
                new Measure.DaysSinceLast(),
                new Window.AllTime(),
                Comparison.MORE_THAN,
                String.valueOf(45 - 3 * step),
                "max(CASE WHEN kind = 'purchase' THEN t END) OVER (" + ever() + ") < t - INTERVAL " + (45 - 3 * step)
                        + " DAY");
        add(
                "wishlist",
                new Measure.Count(),
                new Window.AllTime(),
                Comparison.AT_LEAST,
                String.valueOf(11 - step),
                "count(*) FILTER (kind = 'wishlist') OVER (" + ever() + ") >= " + (11 - step));
    }

    private static String last(int days) {
        return "PARTITION BY u ORDER BY t RANGE BETWEEN INTERVAL " + days
                + " DAY PRECEDING AND INTERVAL 1 MILLISECOND PRECEDING";
    }

    private static String ever() {
        return "PARTITION BY u ORDER BY t RANGE BETWEEN UNBOUNDED PRECEDING AND INTERVAL 1 MILLISECOND PRECEDING";
    }

    private void add(String type, Measure measure, Window window, Comparison comparison, String value, String asked) {
        String id = "s" + segments.size();
        segments.add(new SegmentDefinition(
                new SegmentId(id),
                1,
                "Segment " + id,
                new EventCondition(List.of(type), List.of(), measure, window, comparison, List.of(value)),
                "bench",
                "",
                Instant.EPOCH));
        rules.add(Rulebook.ruleFor("r" + id, id, Rulebook.offer(id)));
        sql.add(asked);
    }
}
