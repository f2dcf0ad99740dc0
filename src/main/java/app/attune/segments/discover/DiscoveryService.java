package app.attune.segments.discover;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.EventFrame;
import app.attune.profiles.Population;
import app.attune.segments.AllOf;
import app.attune.segments.Condition;
import app.attune.segments.ConditionCounts;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;

/// Proposes segments as readable rules. Long methods take their progress last.
public final class DiscoveryService {
    private static final int MOST_HABITS = 12;
    private static final Duration EARLIER = Duration.ofDays(28);

    private final SegmentService segments;

    public DiscoveryService(SegmentService segments) {
        this.segments = segments;
    }

    /// When, with how many rows at most, and with which random draws.
    ///
    /// @param rows 1 to 8
    public record Asked(Instant asOf, int rows, long seed) {
        public Asked {
            if (rows < 1 || rows > 8) {
                throw ProblemException.of(
                        "discover.rows", "A rule has 1 to 8 rows, not " + rows + ".", "Ask for a number in between.");
            }
        }
    }

    /// The rule that comes closest to a segment, and how close it was four weeks before.
    ///
    /// @throws ProblemException `discover.no-group` if nobody or everybody is in it
    public Proposal like(SegmentDefinition segment, Asked asked, Progress progress) {
        RoaringBitmap members = members(segment.condition(), asked.asOf(), progress);
        Proposal found = group(segment.name(), members, asked, progress);
        Instant then = asked.asOf().minus(EARLIER);
        return found.compared(
                Fidelity.of(members(found.condition(), then, progress), members(segment.condition(), then, progress)));
    }

    /// The rule that comes closest to a group of users, by position.
    ///
    /// @throws ProblemException `discover.no-group` if nobody or everybody is in it
    public Proposal group(String name, RoaringBitmap group, Asked asked, Progress progress) {
        return describe(new Named(name, group), table(asked, progress), asked, progress);
    }

    /// Groups that users fall into by what they do, the largest first, each with the rule that comes closest.
    ///
    /// @param groups 2 to 12
    public List<Proposal> clusters(int groups, Asked asked, Progress progress) {
        if (groups < 2 || groups > 12) {
            throw ProblemException.of(
                    "discover.groups",
                    "Users fall into 2 to 12 groups, not " + groups + ".",
                    "Ask for a number in between.");
        }
        TraitTable table = table(asked, progress);
        List<Proposal> proposals = new ArrayList<>();
        for (RoaringBitmap cluster : Clusters.of(table, groups, asked.seed(), progress)) {
            String name = "Group " + (proposals.size() + 1);
            proposals.add(describe(new Named(name, cluster), table, asked, progress));
        }
        return proposals;
    }

    /// What users do, or are, together more often than by chance, counted on all users.
    ///
    /// @param least the share of users that must, above 0 and at most 1
    public List<Habit> habits(double least, Asked asked, Progress progress) {
        if (!(least > 0) || least > 1) {
            throw ProblemException.of(
                    "discover.share",
                    "A share of users lies above 0 and not above 1, and is not " + least + ".",
                    "Ask for 0.05, for example.");
        }
        int everybody = everybody(asked, progress).getCardinality();
        return Habits.of(table(asked, progress), least, MOST_HABITS, progress).stream()
                .map(habit -> new Habit(
                        habit.condition(),
                        members(habit.condition(), asked.asOf(), progress).getCardinality(),
                        everybody,
                        habit.expected() / habit.of() * everybody))
                .toList();
    }

    /// Items that are in one order more often than by chance, and that somebody who bought the one has not bought.
    ///
    /// @throws ProblemException `segments.no-sales`, or `discover.no-orders`
    public BasketsFound baskets(BasketLimits limits, Instant asOf, Progress progress) {
        Population people = segments.population(progress);
        EventFrame events = people.events();
        Orders orders = Orders.before(asOf, events, progress);
        List<BoughtTogether> all = new Baskets(events, orders, limits, progress).pairs();
        Map<String, RoaringBitmap> buyers = new HashMap<>();
        Function<String, RoaringBitmap> ask = item -> buyers.computeIfAbsent(
                item,
                one -> segments.audience(orders.bought(one), people, asOf, progress)
                        .members());
        List<BoughtTogether> pairs = new ArrayList<>();
        int nobody = 0;
        for (int i = 0; i < all.size() && pairs.size() < limits.most(); i++) {
            BoughtTogether pair = all.get(i);
            int users = RoaringBitmap.andNotCardinality(ask.apply(pair.first()), ask.apply(pair.second()));
            if (users == 0) {
                nobody++;
            } else {
                pairs.add(pair.meaning(users));
            }
        }
        return new BasketsFound(pairs, nobody);
    }

    private record Named(String name, RoaringBitmap users) {}

    private TraitTable table(Asked asked, Progress progress) {
        ConditionCounts.At at = new ConditionCounts.At(segments.population(progress), asked.asOf());
        return TraitTable.of(at, everybody(asked, progress), asked.seed(), progress);
    }

    private Proposal describe(Named named, TraitTable table, Asked asked, Progress progress) {
        RoaringBitmap everybody = everybody(asked, progress);
        RoaringBitmap group = RoaringBitmap.and(named.users(), everybody);
        if (group.isEmpty() || group.equals(everybody)) {
            throw ProblemException.of(
                    "discover.no-group",
                    named.name() + " has " + (group.isEmpty() ? "nobody" : "everybody") + " in it.",
                    "Choose a group that some users are in and others are not.");
        }
        GroupDescriber describer = new GroupDescriber(table, table.in(group), progress);
        LearnedRule rule = describer.describe(asked.rows());
        Condition condition = rule.condition(table);
        Fidelity fidelity = Fidelity.of(members(condition, asked.asOf(), progress), group);
        double stability = describer.stability(rule, asked.seed());
        return new Proposal(named.name(), condition, rule.rows(), fidelity, stability, Optional.empty());
    }

    private RoaringBitmap everybody(Asked asked, Progress progress) {
        return members(new AllOf(List.of()), asked.asOf(), progress);
    }

    private RoaringBitmap members(Condition condition, Instant asOf, Progress progress) {
        return segments.audience(condition, asOf, progress).members();
    }
}
