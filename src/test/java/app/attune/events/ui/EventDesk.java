package app.attune.events.ui;

import app.attune.core.Progress;
import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.events.DateColumn;
import app.attune.events.EventColumns;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.events.EventStore;
import app.attune.events.EventsFixture;
import app.attune.events.ImportReport;
import app.attune.events.QueryService;
import app.attune.events.QueryTables;
import app.attune.events.Reread;
import app.attune.events.RowKind;
import app.attune.events.UsersSaid;
import app.attune.events.forget.ForgetService;
import app.attune.events.quality.AttributeDelta;
import app.attune.events.quality.Coverage;
import app.attune.events.quality.ExpectationSet;
import app.attune.events.quality.ExpectationStore;
import app.attune.events.quality.KeyFigures;
import app.attune.events.quality.LoadDelta;
import app.attune.events.quality.Membership;
import app.attune.events.quality.QualityDesk;
import app.attune.events.quality.QualityService;
import app.attune.events.quality.SchemaService;
import app.attune.events.read.RejectReason;
import app.attune.events.reconcile.ReconcileService;
import app.attune.events.sessions.SessionRules;
import app.attune.events.sessions.SessionService;
import app.attune.events.sessions.SessionStore;
import app.attune.events.store.FrameDatabase;
import app.attune.ui.Destination;
import app.attune.ui.FakeDialogs;
import app.attune.ui.Kit;
import app.attune.ui.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A data screen's surroundings: events made up, a navigator that only remembers.
final class EventDesk {
    private static final Instant START = Instant.parse("2026-08-01T06:00:00Z");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final List<String> TYPES = List.of("view", "view", "view", "cart", "purchase");

    final List<Destination> visited = new ArrayList<>();
    final FakeDialogs dialogs = new FakeDialogs();
    final ExpectationStore expectations = new KeptExpectations();
    final SessionStore sessions = new KeptSessions();
    final EventsFixture log = new EventsFixture();
    final List<ImportReport> imports = new ArrayList<>();
    EventFrame frame = frame(400);

    DataContext context(Tasks tasks) {
        return context(progress -> frame, tasks);
    }

    DataContext context(DataContext.Source events, Tasks tasks) {
        QueryService queries = new QueryService(
                progress -> new QueryTables(frame, ColumnTable.empty(frame.userCount()), frame.dataHash()),
                FrameDatabase::open);
        DataContext.Log from = new DataContext.Log(log.service, new ForgetService(log.store, new Nothing()));
        return new DataContext(events, queries, desk(), from, new Kit(tasks, visited::add, dialogs, () -> {}), CLOCK);
    }

    /// Events of forty users on ninety days; every fifth is a purchase, with a value.
    static EventFrame frame(int events) {
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int item = 0; item < 25; item++) {
            builder.item("sku-" + item, Map.of("name", "Roast coffee no. " + item, "category", "coffee"));
        }
        for (int i = 0; i < events; i++) {
            String type = TYPES.get(i % TYPES.size());
            boolean bought = type.equals("purchase");
            builder.event(
                    "user-" + 100 + i % 40,
                    START.plusSeconds(i * 7_776_000L / events),
                    type,
                    "sku-" + i % 25,
                    bought ? 1 + i % 90 * 1.25 : Double.NaN,
                    bought
                            ? Map.of("device", "phone", "order_id", "o" + i, "quantity", "2")
                            : Map.of("device", i % 2 == 0 ? "phone" : "desktop"));
        }
        return builder.build();
    }

    /// Two users' events with this many properties.
    static EventFrame wide(int properties) {
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int i = 0; i < 40; i++) {
            Map<String, String> values = new HashMap<>();
            for (int property = 0; property < properties; property++) {
                values.put("property_" + (10 + property), property % 3 == 0 ? "text " + i % 4 : "" + i * property);
            }
            builder.event("user-" + (1000 + i % 2), START.plusSeconds(i * 60L), "view", "sku-1", i, values);
        }
        return builder.build();
    }

    /// The same events with the time they were loaded: most at once, some days late.
    static EventFrame loaded() {
        EventFrame made = frame(4_000);
        long[] loaded = new long[made.eventCount()];
        for (int row = 0; row < loaded.length; row++) {
            loaded[row] = made.time(row) + (row % 10 == 0 ? row % 7 * 86_400_000L : row % 90 * 20_000L);
        }
        List<Column> properties = new ArrayList<>(made.properties());
        properties.add(new DateColumn("loaded_at", loaded));
        return EventDesk.with(made, properties);
    }

    private static EventFrame with(EventFrame made, List<Column> properties) {
        int events = made.eventCount();
        int[] offsets = new int[made.userCount() + 1];
        for (int userIdx = 0; userIdx < made.userCount(); userIdx++) {
            offsets[userIdx + 1] = made.to(userIdx);
        }
        EventColumns columns = new EventColumns(
                made.users(),
                made.items(),
                made.types(),
                offsets,
                IntStream.range(0, events).mapToLong(made::time).toArray(),
                IntStream.range(0, events).map(made::type).toArray(),
                IntStream.range(0, events).map(made::item).toArray(),
                IntStream.range(0, events).mapToDouble(made::value).toArray());
        return new EventFrame(columns, properties, made.catalogue(), "loaded");
    }

    static ImportReport imported() {
        return new ImportReport(
                1,
                "events-october.csv.gz",
                RowKind.EVENTS,
                "2026-11-01T09:30:00Z",
                4_013,
                4_000,
                8,
                0,
                Map.of(),
                8,
                0,
                Map.of("robots", 2L),
                Map.of(RejectReason.WRONG_COLUMN_COUNT, 3L),
                0,
                0,
                1_250,
                List.of(),
                List.of(),
                Map.of("referrer", 1_204L),
                Reread.NONE,
                UsersSaid.ALL);
    }

    private QualityDesk desk() {
        return new QualityDesk(
                new QualityService(progress -> frame, () -> imports, expectations, CLOCK),
                new SessionService(sessions, progress -> frame, () -> false),
                new ReconcileService(log.store),
                new SchemaService(log.store, column -> List.of("segment Phones")),
                (before, after, progress) -> new LoadDelta(
                        before,
                        after,
                        KeyFigures.NONE,
                        KeyFigures.of(frame, progress),
                        40,
                        0,
                        CLOCK.instant(),
                        moved(),
                        List.of(new AttributeDelta(RowKind.USERS, "country", 3, 1, 0))),
                (others, progress) -> moved(),
                progress -> Coverage.of(log.store, user -> user, progress));
    }

    /// Nothing hangs on the events.
    private static final class Nothing implements ForgetService.Effects {
        @Override
        public LoadDelta delta(EventStore without, Progress progress) {
            KeyFigures left = KeyFigures.of(without.frame(progress), progress);
            return new LoadDelta(3, 3, KeyFigures.NONE, left, 0, 1, CLOCK.instant(), moved(), List.of());
        }

        @Override
        public long links(EventStore log, Progress progress) {
            return 0;
        }
    }

    private static List<Membership> moved() {
        return List.of(
                new Membership("Frequent buyers", 0, 12, 12, 0),
                new Membership(
                        "Lapsed", 9, 4, 1, 6, new Membership.Movers(List.of("user-1001"), List.of("user-1002"))));
    }

    /// Keeps what a session is as long as the test runs.
    private static final class KeptSessions implements SessionStore {
        private Optional<SessionRules> rules = Optional.empty();

        @Override
        public Optional<SessionRules> read() {
            return rules;
        }

        @Override
        public void write(SessionRules other) {
            rules = Optional.of(other);
        }
    }

    /// Keeps expectations as long as the test runs.
    private static final class KeptExpectations implements ExpectationStore {
        private final List<ExpectationSet> sets = new ArrayList<>();

        @Override
        public Optional<ExpectationSet> newest() {
            return sets.stream().findFirst();
        }

        @Override
        public List<ExpectationSet> versions() {
            return List.copyOf(sets);
        }

        @Override
        public void add(ExpectationSet set) {
            sets.addFirst(set);
        }
    }
}
