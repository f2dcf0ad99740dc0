package app.attune.bench;

import app.attune.core.Progress;
import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.EventKind;
import app.attune.segments.FieldTest;
import app.attune.segments.Measure;
import app.attune.segments.Near;
import app.attune.segments.NoneOf;
import app.attune.segments.SegmentEvaluator;
import app.attune.segments.Window;
import app.attune.segments.Within;
import java.time.Instant;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/// A question of a visual builder, as a condition and in SQL.
///
/// @param goal milliseconds by the clock at 10 million events
/// @param sql  ways to ask for the users who are meant, in column `u`; the quickest counts
record ShopQuery(String name, double goal, Condition condition, List<String> sql) {
    /// Midnight after the last event.
    static final Instant AS_OF = Instant.parse("2026-10-30T00:00:00Z");

    static final ShopQuery S1 = new ShopQuery(
            "s1 3 views of one item in 7 days",
            3,
            new EventCondition(
                    List.of("view"),
                    // The item with the most events.
                    List.of(new FieldTest("item", Comparison.IS, List.of("i100000"))),
                    new Measure.Count(),
                    new Window.Last(7, Window.Unit.DAYS),
                    Comparison.AT_LEAST,
                    List.of("3")),
            List.of(ShopSql.S1));

    static final ShopQuery S2 = new ShopQuery(
            "s2 cart without purchase in 24 h",
            20,
            new EventCondition(
                            List.of("cart"),
                            List.of(),
                            new Measure.Count(),
                            new Window.Last(30, Window.Unit.DAYS),
                            Comparison.AT_LEAST,
                            List.of("1"))
                    .with(List.of(new Near(
                            Near.Relation.NOT_FOLLOWED,
                            EventKind.of("purchase"),
                            new Within.Span(24, Window.Unit.HOURS)))),
            ShopSql.S2);

    static final ShopQuery S3 = new ShopQuery(
            "s3 recency, frequency and value",
            8,
            new AllOf(List.of(
                    purchases(new Measure.DaysSinceLast(), Comparison.LESS_THAN, "30"),
                    purchases(new Measure.Count(), Comparison.AT_LEAST, "5"),
                    purchases(new Measure.Sum("value"), Comparison.MORE_THAN, "200"))),
            List.of(ShopSql.S3));

    static final ShopQuery S4 = new ShopQuery(
            "s4 (s1 or s3), not s2, country",
            50,
            new AllOf(List.of(
                    new AnyOf(List.of(S1.condition, S3.condition)),
                    new NoneOf(List.of(S2.condition)),
                    new AttributeCondition("country", Comparison.IS, List.of("DE", "FR")))),
            ShopSql.S4);

    static final ShopQuery S7 = new ShopQuery(
            "s7 view, cart, purchase in 30 min",
            60,
            new EventCondition(
                    List.of("view"),
                    List.of(),
                    new Measure.Steps(
                            List.of(EventKind.of("cart"), EventKind.of("purchase")),
                            new Within.Span(30, Window.Unit.MINUTES),
                            Measure.Counted.FROM_FIRST),
                    new Window.AllTime(),
                    Comparison.AT_LEAST,
                    List.of("3")),
            ShopSql.S7);

    private static Condition purchases(Measure measure, Comparison comparison, String value) {
        return new EventCondition(
                List.of("purchase"), List.of(), measure, new Window.AllTime(), comparison, List.of(value));
    }

    /// Other uses of the parts of s4, for a change of ALL, ANY and NONE over known parts.
    static List<Condition> edits() {
        return List.of(
                new AnyOf(List.of(S1.condition, S2.condition, S3.condition)),
                new AllOf(List.of(S2.condition, S3.condition)),
                new AllOf(List.of(S3.condition, new NoneOf(List.of(S1.condition, S2.condition)))));
    }

    /// With nothing remembered.
    RoaringBitmap members(Shop shop) {
        return members(shop, new SegmentEvaluator());
    }

    RoaringBitmap members(Shop shop, SegmentEvaluator evaluator) {
        return evaluator.members(condition, shop.population(), AS_OF, Progress.none());
    }
}
