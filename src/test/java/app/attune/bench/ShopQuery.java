package app.attune.bench;

import app.attune.core.Progress;
import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.FieldTest;
import app.attune.segments.Measure;
import app.attune.segments.NoneOf;
import app.attune.segments.SegmentEvaluator;
import app.attune.segments.Window;
import java.time.Instant;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/// A question of a visual builder, as a condition and in SQL.
///
/// @param goal milliseconds by the clock at 10 million events
/// @param sql  the users who are meant, in column `u`
record ShopQuery(String name, double goal, Condition condition, String sql) {
    /// Midnight after the last event.
    static final Instant AS_OF = Instant.parse("2026-10-30T00:00:00Z");

    /// The item with the most events.
    private static final String ITEM = "i100000";

    static final ShopQuery S1 = new ShopQuery(
            "s1 3 views of one item in 7 days",
            3,
            new EventCondition(
                    List.of("view"),
                    List.of(new FieldTest("item", Comparison.IS, List.of(ITEM))),
                    new Measure.Count(),
                    new Window.Last(7, Window.Unit.DAYS),
                    Comparison.AT_LEAST,
                    List.of("3")),
            """
            SELECT u FROM e WHERE kind = 'view' AND item = '%s' AND t >= TIMESTAMP '2026-10-23' AND t < TIMESTAMP '2026-10-30'
            GROUP BY u HAVING count(*) >= 3""".formatted(ITEM));

    static final ShopQuery S3 = new ShopQuery(
            "s3 recency, frequency and value",
            8,
            new AllOf(List.of(
                    purchases(new Measure.DaysSinceLast(), Comparison.LESS_THAN, "30"),
                    purchases(new Measure.Count(), Comparison.AT_LEAST, "5"),
                    purchases(new Measure.Sum("value"), Comparison.MORE_THAN, "200"))),
            """
            SELECT u FROM e WHERE kind = 'purchase' AND t < TIMESTAMP '2026-10-30' GROUP BY u
            HAVING max(t) > TIMESTAMP '2026-09-30' AND count(*) >= 5 AND sum(price) > 200""");

    static final ShopQuery S4 = new ShopQuery(
            "s4 (s1 or s3) and country",
            50,
            new AllOf(List.of(
                    new AnyOf(List.of(S1.condition, S3.condition)),
                    new AttributeCondition("country", Comparison.IS, List.of("DE", "FR")))),
            """
            SELECT u FROM users WHERE country IN ('DE', 'FR') AND (u IN (%s) OR u IN (%s))""".formatted(S1.sql, S3.sql));

    private static Condition purchases(Measure measure, Comparison comparison, String value) {
        return new EventCondition(
                List.of("purchase"), List.of(), measure, new Window.AllTime(), comparison, List.of(value));
    }

    /// The same without what is left out, for a change of ALL, ANY and NONE over known parts.
    static List<Condition> edits() {
        return List.of(
                new AnyOf(List.of(S1.condition, S3.condition)),
                new AllOf(List.of(S1.condition, S3.condition)),
                new AllOf(List.of(S3.condition, new NoneOf(List.of(S1.condition)))));
    }

    /// With nothing remembered.
    RoaringBitmap members(Shop shop) {
        return members(shop, new SegmentEvaluator());
    }

    RoaringBitmap members(Shop shop, SegmentEvaluator evaluator) {
        return evaluator.members(condition, shop.population(), AS_OF, Progress.none());
    }
}
