package app.attune.rules.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.ColumnTable;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import app.attune.profiles.Population;
import app.attune.rules.ContextCondition;
import app.attune.rules.FakeCatalogue;
import app.attune.rules.HitPolicy;
import app.attune.rules.ItemSelector;
import app.attune.rules.RequestContext;
import app.attune.rules.Rule;
import app.attune.rules.RuleLimits;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import app.attune.rules.Rulebook;
import app.attune.segments.AllOf;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A replay of requests that the events tell counts what a query written by hand counts over the same events in H2.
final class ReplayedRequestsTest {
    private static final int USERS = 300;
    private static final String EVERYBODY = "everybody";
    private static final RequestColumns COLUMNS =
            new RequestColumns(Optional.of("page"), Optional.of("device"), Optional.of("cart"), Optional.of("total"));

    /// The page is home and the basket costs 40 where events tell nothing.
    private static final RequestContext GIVEN = new RequestContext(
            Optional.of("home"),
            Optional.empty(),
            Optional.of(new RequestContext.Basket(List.of(), OptionalDouble.of(40))));

    private static final RuleProgram RULES = new RuleProgram(
            RulePolicy.usual().withHitPolicy(HitPolicy.COLLECT),
            List.of(
                    rule("place", ContextCondition.any().withPlacements(List.of("home", "cart"))),
                    rule("total", ContextCondition.any().withTotal(OptionalDouble.of(40))),
                    rule(
                            "mug",
                            ContextCondition.any()
                                    .withDevices(List.of("phone"))
                                    .withContains(Optional.of(new ItemSelector.Items(List.of(new ItemId("mug"))))))));

    private static Rule rule(String id, ContextCondition context) {
        return Rulebook.ruleFor(id, EVERYBODY, Rulebook.offer(id))
                .withLimits(RuleLimits.none().withContext(context));
    }

    /// What one event tells, whenever it arrives; empty texts and NaN for nothing.
    private record Telling(String page, String device, String cart, double total) {
        static Telling of(int user, long time, int type) {
            SplittableRandom random = new SplittableRandom(user * 31L + time * 7 + type);
            List<String> pages = List.of("", "home", "cart", "item");
            List<String> devices = List.of("", "phone", "desk");
            List<String> carts = List.of("", "mug", "pot", "pot, mug", "pot|mug;cup", "mugs,pot");
            return new Telling(
                    pages.get(random.nextInt(pages.size())),
                    devices.get(random.nextInt(devices.size())),
                    carts.get(random.nextInt(carts.size())),
                    random.nextInt(3) == 0 ? Double.NaN : random.nextInt(80));
        }
    }

    private static ReplayGround ground(ReplayedShop shop) {
        Population population = shop.population();
        EventFrame frame = population.events();
        List<Telling> told = new ArrayList<>();
        for (int user = 0; user < frame.userCount(); user++) {
            for (int row = frame.from(user); row < frame.to(user); row++) {
                told.add(Telling.of(user, frame.time(row), frame.type(row)));
            }
        }
        EventFrame telling = frame.with(
                        texts("page", told.stream().map(Telling::page).toList()), "1")
                .with(texts("device", told.stream().map(Telling::device).toList()), "2")
                .with(texts("cart", told.stream().map(Telling::cart).toList()), "3")
                .with(
                        new NumberColumn(
                                "total",
                                told.stream().mapToDouble(Telling::total).toArray()),
                        "4");
        SegmentDefinition everybody = new SegmentDefinition(
                new SegmentId(EVERYBODY), 1, "Everybody", new AllOf(List.of()), "ana", "", Instant.EPOCH);
        return new ReplayGround(
                Population.agreeing(telling, ColumnTable.empty(USERS), "shop"),
                List.of(everybody),
                new FakeCatalogue(),
                "popularity");
    }

    private static TextColumn texts(String name, List<String> values) {
        List<String> words = values.stream()
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted()
                .toList();
        return new TextColumn(
                name,
                Dictionary.of(words),
                values.stream().mapToInt(words::indexOf).toArray());
    }

    private static ReplayOptions options(Occasion occasion) {
        return new ReplayOptions(ReplaySqlTest.options(occasion).period(), occasion, GIVEN, COLUMNS);
    }

    @ParameterizedTest
    @EnumSource(Occasion.class)
    void requestsThatEventsTellAreCountedAsSqlCountsThem(Occasion occasion) throws SQLException {
        ReplayedShop shop = ReplayedShop.random(8, USERS);
        ReplayReport report = Replay.of(RULES, ground(shop), options(occasion), Progress.none());
        List<Long> counted = new ArrayList<>(List.of(report.decisions()));
        report.rules().forEach(rule -> counted.add(rule.fired()));
        assertThat(counted).isEqualTo(asked(shop, occasion)).allMatch(count -> count > 0);
        assertThat(counted.subList(1, 4)).allMatch(count -> count < report.decisions());
        ReplayReport late = Replay.of(RULES, ground(shop.shuffled(3)), options(occasion), Progress.none());
        assertThat(late.rules()).isEqualTo(report.rules());
    }

    private static List<Long> asked(ReplayedShop shop, Occasion occasion) throws SQLException {
        ReplayOptions options = options(occasion);
        String occasions = "SELECT user_id, time FROM (" + ReplaySqlTest.occasions(occasion) + ") WHERE time >= "
                + options.period().from().toEpochMilli() + " AND time < "
                + options.period().to().toEpochMilli();
        try (Connection database = DriverManager.getConnection("jdbc:h2:mem:")) {
            fill(database, shop);
            try (Statement statement = database.createStatement();
                    ResultSet row = statement.executeQuery(counted(occasions))) {
                row.next();
                return List.of(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
            }
        }
    }

    private static String counted(String occasions) {
        return """
            SELECT COUNT(*),
              COUNT(*) FILTER (WHERE COALESCE(page, 'home') IN ('home', 'cart')),
              COUNT(*) FILTER (WHERE COALESCE(total, 40) >= 40),
              COUNT(*) FILTER (WHERE device = 'phone'
                AND ',' || REGEXP_REPLACE(cart, ' *[|;,] *', ',') || ',' LIKE '%%,mug,%%')
            FROM (SELECT o.user_id, o.time, MIN(e.page) AS page, MIN(e.device) AS device, MIN(e.cart) AS cart,
                    MIN(e.total) AS total
                  FROM (%s) o JOIN event e ON e.user_id = o.user_id AND e.time = o.time GROUP BY o.user_id, o.time)
            """.formatted(occasions);
    }

    private static void fill(Connection database, ReplayedShop shop) throws SQLException {
        try (Statement create = database.createStatement()) {
            create.execute("CREATE TABLE event (user_id INT, time BIGINT, session INT, page VARCHAR, device VARCHAR,"
                    + " cart VARCHAR, total DOUBLE)");
        }
        try (PreparedStatement insert = database.prepareStatement(
                "INSERT INTO event VALUES (?, ?, ?, NULLIF(?, '')," + " NULLIF(?, ''), NULLIF(?, ''), ?)")) {
            for (ReplayedShop.Row row : shop.rows()) {
                Telling told = Telling.of(row.user(), row.time(), ReplayedShop.TYPES.indexOf(row.type()));
                insert.setInt(1, row.user());
                insert.setLong(2, row.time());
                insert.setInt(3, row.session());
                insert.setString(4, told.page());
                insert.setString(5, told.device());
                insert.setString(6, told.cart());
                insert.setObject(7, Double.isNaN(told.total()) ? null : told.total());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Test
    void whatEventsDoNotTellIsSaid() {
        ReplayGround ground = ground(ReplayedShop.random(8, USERS));
        RequestColumns page =
                new RequestColumns(Optional.of("page"), Optional.empty(), Optional.empty(), Optional.empty());
        ReplayOptions options = new ReplayOptions(options(Occasion.EVENT).period(), Occasion.EVENT, GIVEN, page);
        ReplayReport report = Replay.of(RULES, ground, options, Progress.none());
        List<String> notes = report.notes().stream().map(note -> note.message()).toList();
        assertThat(notes).hasSize(3);
        assertThat(notes.get(0))
                .startsWith("The property \u201cpage\u201d of the events tells placement at ")
                .endsWith(String.format(" of %,d decisions.", report.decisions()));
        assertThat(notes.get(1)).contains("\u201cRule total\u201d", "but for what properties");
        assertThat(notes.get(2)).contains("\u201cRule mug\u201d");
    }

    @Test
    void aPropertyThatEventsDoNotHaveIsNamed() {
        ReplayGround ground = ground(ReplayedShop.random(8, USERS));
        RequestColumns pages =
                new RequestColumns(Optional.of("pages"), Optional.empty(), Optional.empty(), Optional.empty());
        ReplayOptions options = new ReplayOptions(options(Occasion.EVENT).period(), Occasion.EVENT, GIVEN, pages);
        assertThatThrownBy(() -> Replay.of(RULES, ground, options, Progress.none()))
                .isInstanceOfSatisfying(ProblemException.class, thrown -> {
                    assertThat(thrown.problem().code()).isEqualTo("replay.unknown-column");
                    assertThat(thrown.problem().remedy()).isEqualTo("Did you mean \"page\"?");
                });
    }
}
