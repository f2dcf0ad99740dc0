package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import app.attune.segments.AllOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.FakeSegmentStore;
import app.attune.segments.Measure;
import app.attune.segments.NoneOf;
import app.attune.segments.SegmentAbout;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.SegmentService;
import app.attune.segments.Window;
import app.attune.ui.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A small shop with everything the segment screens need. Users u0 to u59; the third of them with an even number
/// bought, every tenth twice.
final class Desk {
    static final SegmentId BUYERS = new SegmentId("buyers");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:30:00Z"), ZoneOffset.UTC);
    static final Instant AS_OF = Instant.parse("2026-06-08T00:00:00Z");
    private static final int USERS = 60;

    final Population shop;
    final FakeSegmentStore store = new FakeSegmentStore();
    final SegmentService service;
    final SegmentsContext context;

    Desk() {
        this(shop());
    }

    Desk(Population population) {
        shop = population;
        service = new SegmentService(store, progress -> shop, CLOCK);
        context = new SegmentsContext(
                service, id -> id.equals(BUYERS) ? List.of("Thank buyers", "Push tents") : List.of(), CLOCK, "Ada");
    }

    private static Population shop() {
        EventFrameBuilder builder = new EventFrameBuilder()
                .item("tent", Map.of("category", "Tents", "price", "199.90"))
                .item("rope", Map.of("category", "Climbing", "price", "59.90"));
        List<Map<String, String>> people = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            String user = "u" + i;
            Instant day = AS_OF.minusSeconds(86_400L * (1 + i));
            builder.event(user, day, "view", i % 3 == 0 ? "tent" : "rope", Double.NaN);
            builder.event(user, day.plusSeconds(60), "view", "tent", Double.NaN);
            for (int k = 0; i % 2 == 0 && k < (i % 10 == 0 ? 2 : 1); k++) {
                builder.event(
                        user,
                        day.plusSeconds(120 + k),
                        "purchase",
                        "tent",
                        100 + i,
                        Map.of("order_id", user + "-" + k));
            }
            Map<String, String> said = i == 2 ? Map.of("consent_personalisation", "DENIED") : Map.of();
            Map<String, String> person = new TreeMap<>(said);
            person.put("country", i % 4 == 0 ? "Austria" : "Germany");
            person.put("age", Integer.toString(18 + i));
            people.add(person);
        }
        EventFrame frame = builder.build();
        return Population.agreeing(frame, new ColumnTable(USERS, EventFrameBuilder.columnsOf(people)), "desk");
    }

    static EventCondition purchases(String atLeast) {
        return new EventCondition(
                List.of("purchase"),
                List.of(),
                new Measure.Count(),
                new Window.AllTime(),
                Comparison.AT_LEAST,
                List.of(atLeast));
    }

    static AttributeCondition country(String... countries) {
        return new AttributeCondition("country", Comparison.IS, List.of(countries));
    }

    SegmentId save(String name, Condition condition) {
        return service.save(new SegmentDraft(service.suggestId(name), name, condition), "Ada", "")
                .id();
    }

    /// The version after the newest one as an earlier program may have stored it, which refused less.
    SegmentDefinition next(SegmentId id, SegmentAbout about) {
        SegmentDefinition newest = service.require(id);
        return new SegmentDefinition(
                id, newest.version() + 1, newest.name(), newest.condition(), "Ada", "", CLOCK.instant(), about);
    }

    /// A segment that shows every kind of row.
    SegmentId saveRich() {
        Condition where = new EventCondition(
                List.of("view"),
                List.of(new app.attune.segments.FieldTest("item.category", Comparison.IS, List.of("Tents"))),
                new Measure.Count(),
                new Window.Last(28, Window.Unit.DAYS),
                Comparison.AT_LEAST,
                List.of("1"));
        Condition sum = new EventCondition(
                List.of("purchase"),
                List.of(),
                new Measure.Sum("value"),
                new Window.AllTime(),
                Comparison.AT_LEAST,
                List.of("5000"));
        return save(
                "Tent browsers",
                new AllOf(List.of(
                        where,
                        country("Germany", "Austria"),
                        new NoneOf(List.of(
                                sum, new AttributeCondition("age", Comparison.BETWEEN, List.of("18", "21")))))));
    }

    /// Runs nothing before it is asked to.
    static Tasks waitingIn(List<Runnable> jobs) {
        return new Tasks() {
            @Override
            public <T> void run(TaskSlot slot, String title, Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
                jobs.add(() -> Tasks.direct().run(slot, title, work, done, failed));
            }
        };
    }
}
