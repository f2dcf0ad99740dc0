package app.attune.rules.ui;

import app.attune.events.ColumnTable;
import app.attune.events.Dictionary;
import app.attune.events.EventColumns;
import app.attune.events.EventFrame;
import app.attune.profiles.Population;
import app.attune.rules.FakeCatalogue;
import app.attune.rules.FakeRuleStore;
import app.attune.rules.FakeRuleTestStore;
import app.attune.rules.ItemSelector;
import app.attune.rules.Rule;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleService;
import app.attune.rules.Rulebook;
import app.attune.rules.Treatment;
import app.attune.rules.matrix.MatrixBasis;
import app.attune.rules.replay.ComparedLists;
import app.attune.rules.replay.ReplayGround;
import app.attune.rules.replay.ReplayedShop;
import app.attune.rules.versions.FakeMarkStore;
import app.attune.rules.versions.VersionMarks;
import app.attune.segments.AllOf;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import app.attune.ui.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/// A small shop with rules for tests of the editor.
final class Desk {
    /// Of what is compared; none are made at first.
    ComparedLists lists = ComparedLists.none();

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:42:00Z"), ZoneOffset.UTC);

    final FakeRuleStore store = new FakeRuleStore();
    final RuleService service = new RuleService(store, CLOCK);
    final FakeRuleTestStore tests = new FakeRuleTestStore();
    private final RuleBasis basis;

    Desk(Rule... rules) {
        this(basis(), rules);
    }

    Desk(RuleBasis basis, Rule... rules) {
        this.basis = basis;
        if (rules.length > 0) {
            service.save(List.of(rules), "Ada", "First rules");
        }
    }

    static Rule tents() {
        return Rulebook.ruleFor(
                        "tents",
                        "frequent",
                        new Treatment.Boost(new ItemSelector.WithAttribute("category", List.of("Tents")), 1.5))
                .withName("Push tents to frequent buyers");
    }

    static Rule welcome() {
        return Rulebook.ruleFor("welcome", "everybody", new Treatment.Offer("HELLO5", "5% off the first order"))
                .withName("Welcome everybody");
    }

    static Rule thanks() {
        return Rulebook.ruleFor("thanks", "frequent", new Treatment.Offer("THANKS10", "10% off"))
                .withName("Thank frequent buyers");
    }

    static RuleBasis basis() {
        FakeCatalogue catalogue = new FakeCatalogue()
                .with("1", "Tents")
                .with("2", "Tents")
                .with("3", "Boots")
                .with("4", "Stoves");
        return new RuleBasis(
                RoaringBitmap.bitmapOfRange(0, 1500),
                List.of(segment("everybody", "Everybody"), segment("frequent", "Frequent buyers")),
                Map.of(
                        new SegmentId("everybody"), RoaringBitmap.bitmapOfRange(0, 1500),
                        new SegmentId("frequent"), RoaringBitmap.bitmapOfRange(100, 300)),
                new RoaringBitmap(),
                catalogue,
                Set.of("popularity", "item-knn"));
    }

    private static SegmentDefinition segment(String id, String name) {
        return new SegmentDefinition(new SegmentId(id), 1, name, new AllOf(List.of()), "Ada", "", Instant.EPOCH);
    }

    /// Some users of the same shop with events.
    private ReplayGround ground() {
        return new ReplayGround(
                ReplayedShop.random(3, 60).population(), basis.segments(), basis.catalogue(), "popularity");
    }

    /// 1,500 users without events, `user0` first.
    private static Population population() {
        int users = 1500;
        List<String> ids = IntStream.range(0, users).mapToObj(n -> "user" + n).toList();
        EventColumns columns = new EventColumns(
                Dictionary.of(ids),
                Dictionary.of(List.of()),
                Dictionary.of(List.of()),
                new int[users + 1],
                new long[0],
                new int[0],
                new int[0],
                new double[0]);
        EventFrame frame = new EventFrame(columns, List.of(), ColumnTable.empty(0), "desk");
        return Population.agreeing(frame, ColumnTable.empty(users), "desk");
    }

    RulesContext context(Tasks tasks) {
        VersionMarks marks = new VersionMarks(new FakeMarkStore(), service, CLOCK);
        return new RulesContext(
                service,
                new VersionDesk(
                        marks,
                        tests,
                        () -> (program, asked, progress) -> Optional.empty(),
                        (before, after, at, progress) -> lists.between(before, after, at, progress)),
                progress -> basis,
                progress -> new MatrixBasis(basis, population(), CLOCK.instant()),
                progress -> ground(),
                tasks,
                CLOCK,
                "Ada");
    }
}
