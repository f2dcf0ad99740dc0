package app.attune.decide;

import app.attune.core.Progress;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import app.attune.recommend.InteractionOptions;
import app.attune.recommend.RecommenderModel;
import app.attune.rules.Rule;
import app.attune.rules.RuleProgram;
import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.Measure;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentEvaluator;
import app.attune.segments.SegmentId;
import app.attune.segments.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/// A small shop: anna bought and viewed, ben viewed once, cora refused personalisation, dan did nothing.
public final class Shop {
    public static final Instant AS_OF = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant START = AS_OF.minus(Duration.ofDays(10));

    private Shop() {}

    public static EventFrame frame() {
        EventFrameBuilder builder = new EventFrameBuilder();
        item(builder, "1", "Two-person tent", "Tents");
        item(builder, "2", "Alpine tent", "Tents");
        item(builder, "3", "Hiking boots", "Boots");
        item(builder, "4", "Gas stove", "Stoves");
        item(builder, "5", "Camping pot", "Stoves");
        for (String user : List.of("anna", "ben", "cora", "dan")) {
            builder.user(user);
        }
        builder.event("anna", START, "view", "1", Double.NaN);
        builder.event("anna", START.plus(Duration.ofMinutes(10)), "purchase", "1", 199);
        builder.event("anna", START.plus(Duration.ofHours(3)), "view", "4", Double.NaN);
        builder.event("ben", START.plus(Duration.ofDays(2)), "view", "3", Double.NaN);
        builder.event("cora", START.plus(Duration.ofDays(3)), "purchase", "3", 120);
        builder.event("ben", AS_OF.plus(Duration.ofDays(1)), "purchase", "2", 300);
        return builder.build();
    }

    private static void item(EventFrameBuilder builder, String id, String name, String category) {
        builder.item(id, Map.of("name", name, "category", category));
    }

    public static Population population() {
        EventFrame frame = frame();
        var rows = List.of(
                Map.of("country", "Norway", "consent_personalisation", "GRANTED"),
                Map.of("country", "Norway"),
                Map.of("country", "Chile", "consent_personalisation", "DENIED"),
                Map.<String, String>of());
        return Population.agreeing(frame, new ColumnTable(4, EventFrameBuilder.columnsOf(rows)), "hash");
    }

    /// Everything but being shown counts once.
    public static InteractionOptions interactions() {
        return InteractionOptions.once(Map.of("view", 1.0, "purchase", 1.0));
    }

    /// The histories models look at.
    public static HistoryReader histories() {
        return new WeighedHistories(population(), interactions());
    }

    /// Buyers bought something, the young do not exist.
    public static List<SegmentDefinition> segments() {
        Condition buyers = new EventCondition(
                List.of("purchase"),
                List.of(),
                new Measure.Count(),
                new Window.AllTime(),
                Comparison.AT_LEAST,
                List.of("1"));
        Condition norwegians = new AttributeCondition("country", Comparison.IS, List.of("Norway"));
        return List.of(
                segment("everybody", "Everybody", new AllOf(List.of())),
                segment("buyers", "Buyers", buyers),
                segment("norwegian-buyers", "Norwegian buyers", new AllOf(List.of(norwegians, buyers))));
    }

    /// Who viewed one and the same item at all, or is of Chile.
    static SegmentDefinition keen() {
        Condition keen = new EventCondition(
                List.of("view"),
                List.of(),
                new Measure.MostOfOneItem(),
                new Window.AllTime(),
                Comparison.AT_LEAST,
                List.of("1"));
        Condition chileans = new AttributeCondition("country", Comparison.IS, List.of("Chile"));
        return segment("keen", "Keen", new AnyOf(List.of(chileans, keen)));
    }

    static SegmentDefinition segment(String id, String name, Condition condition) {
        return new SegmentDefinition(new SegmentId(id), 1, name, condition, "Ada", "", Instant.EPOCH);
    }

    /// A desk with the members of its segments evaluated.
    public static DecisionDesk desk(List<? extends RecommenderModel> models, List<Rule> rules) {
        return desk(models, rules, segments(), population());
    }

    static DecisionDesk desk(
            List<? extends RecommenderModel> models,
            List<Rule> rules,
            List<SegmentDefinition> segments,
            Population population) {
        DecisionSetup setup = new DecisionSetup(
                population, segments, RuleProgram.of(rules), ModelShelf.of(models), histories(), AS_OF, 3);
        Map<SegmentId, RoaringBitmap> members = new HashMap<>();
        segments.forEach(segment -> members.put(
                segment.id(), new SegmentEvaluator().members(segment.condition(), population, AS_OF, Progress.none())));
        return new DecisionDesk(setup, members);
    }
}
