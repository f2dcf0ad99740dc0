package app.attune.export;

import app.attune.core.ItemId;
import app.attune.core.Seeds;
import app.attune.rules.ContextCondition;
import app.attune.rules.FrequencyCap;
import app.attune.rules.HitPolicy;
import app.attune.rules.Holdout;
import app.attune.rules.ItemSelector;
import app.attune.rules.ListLimit;
import app.attune.rules.RequestContext;
import app.attune.rules.RequestContext.Basket;
import app.attune.rules.Rollout;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.RuleLimits;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import app.attune.rules.Schedule;
import app.attune.rules.Shown;
import app.attune.rules.Treatment;
import app.attune.segments.SegmentId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Random rules for the segments and items of a [GeneratedShop]; a seed always gives the same.
final class RandomPrograms {
    private static final List<String> SEGMENTS = List.of(
            "buyers",
            "fans",
            "spenders",
            "recent",
            "germans",
            "new",
            "unknown",
            "leaders",
            "led",
            "everybody",
            "everybody");

    private static final List<String> BINDING = List.of("keen", "keen-or-german", "leaders", "led");

    private static final List<String> PLACEMENTS = List.of("home", "cart", "caf\u00e9 \"1\"");

    private static final List<String> ZONES =
            List.of("Europe/Berlin", "America/New_York", "UTC", "Asia/Kolkata", "Australia/Lord_Howe");

    private final SplittableRandom random;

    private RandomPrograms(long seed) {
        this.random = Seeds.stream(seed, "random rules");
    }

    static RuleProgram of(long seed) {
        return new RandomPrograms(seed).program();
    }

    /// To draw instants and contexts from.
    static RandomPrograms seeded(long seed) {
        return new RandomPrograms(seed + 1_000_000);
    }

    /// A time around the schedules.
    Instant instant() {
        return Instant.parse("2026-10-18T00:00:00Z").plusSeconds(1800L * random.nextInt(30 * 48) - random.nextInt(2));
    }

    RequestContext context() {
        Basket basket = new Basket(
                random.nextBoolean() ? List.of() : List.of(item(), item(), item(), item()),
                random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextInt(5) * 25));
        return new RequestContext(
                random.nextBoolean() ? Optional.empty() : Optional.of(any(PLACEMENTS)),
                random.nextBoolean() ? Optional.empty() : Optional.of(any(List.of("phone", "desktop"))),
                random.nextBoolean() ? Optional.empty() : Optional.of(basket));
    }

    /// What rules fired before a time, around the edges of caps.
    Shown shown(Instant at) {
        Shown shown = random.nextBoolean() ? Shown.nothing() : Shown.nothing().inVisitSince(at.minusSeconds(1800));
        for (int rule = 0; rule < 10; rule++) {
            List<Instant> firings = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                firings.add(any(List.of(
                        at,
                        at.minusMillis(1),
                        at.minusSeconds(1800),
                        at.minusSeconds(1800).minusMillis(random.nextInt(2)),
                        at.minus(Duration.ofHours(1 + random.nextInt(4))).minusMillis(random.nextInt(2)),
                        at.minus(Duration.ofHours(random.nextInt(48))),
                        at.minus(Duration.ofDays(random.nextInt(9))).minusMillis(random.nextInt(2)))));
            }
            shown = shown.with(new RuleId("r" + rule), firings);
        }
        return shown;
    }

    private Optional<FrequencyCap> cap() {
        if (random.nextInt(3) > 0) {
            return Optional.empty();
        }
        FrequencyCap.Per per = switch (random.nextInt(4)) {
            case 0 -> new FrequencyCap.Last(1 + random.nextInt(8), FrequencyCap.Unit.DAYS);
            case 1 -> new FrequencyCap.Last(1 + random.nextInt(4), FrequencyCap.Unit.HOURS);
            case 2 -> new FrequencyCap.CalendarDay(ZoneId.of(any(ZONES)));
            default -> new FrequencyCap.Visit();
        };
        return Optional.of(new FrequencyCap(1 + random.nextInt(3), per));
    }

    /// Half of the programs have some.
    private List<ListLimit> listLimits() {
        return IntStream.range(0, Math.max(0, random.nextInt(6) - 2))
                .mapToObj(i -> new ListLimit(limited(), 1 + random.nextInt(4)))
                .toList();
    }

    private ListLimit.About limited() {
        return random.nextBoolean()
                ? new ListLimit.EachValue(random.nextInt(5) == 0 ? "no-such" : "category")
                : new ListLimit.Selected(items());
    }

    private RuleProgram program() {
        List<Rule> rules = IntStream.range(0, 1 + random.nextInt(10))
                .mapToObj(i -> rule("r" + i))
                .toList();
        Holdout holdout = random.nextBoolean() ? Holdout.nobody() : new Holdout(random.nextInt(60), salt());
        RulePolicy policy = RulePolicy.usual().withHoldout(holdout).withHitPolicy(any(List.of(HitPolicy.values())));
        policy = policy.withListLimits(listLimits());
        boolean off = random.nextInt(10) == 0;
        return new RuleProgram(off ? policy.withKillSwitch(RulePolicy.KillSwitch.PULLED) : policy, rules);
    }

    private Rule rule(String id) {
        Rule.Status status = random.nextInt(6) == 0 ? any(List.of(Rule.Status.values())) : Rule.Status.ACTIVE;
        Treatment treatment = treatment();
        boolean seeded =
                treatment instanceof Treatment.Recommend recommend && recommend.seed() == Treatment.Seed.TRIGGER;
        SegmentId segment = new SegmentId(any(seeded ? BINDING : SEGMENTS));
        return new Rule(new RuleId(id), "Rule " + id, segment, treatment, status, "why")
                .withLimits(limits())
                .withWeight(random.nextInt(3) == 0 ? OptionalInt.empty() : OptionalInt.of(random.nextInt(4)));
    }

    private RuleLimits limits() {
        return RuleLimits.none()
                .withContext(random.nextInt(3) == 0 ? condition() : ContextCondition.any())
                .withSchedule(random.nextInt(3) == 0 ? schedule() : Schedule.always())
                .withCap(cap())
                .withRollout(random.nextBoolean() ? Rollout.everybody() : new Rollout(random.nextInt(101), salt()));
    }

    private ContextCondition condition() {
        return new ContextCondition(
                random.nextBoolean() ? List.of() : List.of(any(PLACEMENTS), any(PLACEMENTS)),
                random.nextBoolean() ? List.of() : List.of("phone"),
                random.nextInt(3) > 0 ? Optional.empty() : Optional.of(items()),
                random.nextInt(3) > 0 ? OptionalDouble.empty() : OptionalDouble.of(random.nextInt(4) * 25));
    }

    /// Around the time of the shop, when clocks change.
    private Schedule schedule() {
        LocalDateTime start = LocalDateTime.parse("2026-10-20T02:30").plusMinutes(30L * random.nextInt(14 * 48));
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (int i = random.nextInt(4); i > 0; i--) {
            days.add(DayOfWeek.of(1 + random.nextInt(7)));
        }
        LocalTime opens = LocalTime.of(random.nextInt(24), 30);
        Schedule.Hours hours = new Schedule.Hours(opens, opens.plusHours(1 + random.nextInt(23)));
        return new Schedule(
                ZoneId.of(any(ZONES)),
                random.nextBoolean() ? Optional.of(start) : Optional.empty(),
                random.nextBoolean() ? Optional.of(start.plusHours(1 + random.nextInt(400))) : Optional.empty(),
                days,
                random.nextBoolean() ? Optional.of(hours) : Optional.empty());
    }

    private String salt() {
        return any(List.of("", "", "autumn", "h\u00e9 \"x\"", "holdout"));
    }

    private Treatment treatment() {
        return switch (random.nextInt(6)) {
            case 0 -> new Treatment.Boost(items(), any(List.of(1.5, 2.0, 10.0)));
            case 1 -> new Treatment.Bury(items(), any(List.of(.1, .5)));
            case 2 -> new Treatment.Pin(item(), 1 + random.nextInt(9));
            case 3 -> new Treatment.Exclude(items());
            case 4 -> recommend();
            default -> new Treatment.Offer(any(List.of("A", "B")), "");
        };
    }

    private Treatment recommend() {
        List<String> models = new ArrayList<>(
                List.of("item-knn", "popularity", "rp3beta", "ease", "ials", "not-trained", "nor-this"));
        models.addAll(List.of(
                "bpr", "slim", "graph-filter", "hybrid", "content", "complements", "markov", "recent-popularity"));
        String first = models.remove(random.nextInt(models.size()));
        Treatment.Recommend recommend = random.nextBoolean()
                ? new Treatment.Recommend(first)
                : new Treatment.Recommend(
                        first, List.of(models.remove(random.nextInt(13)), models.remove(random.nextInt(12))));
        return random.nextBoolean() ? recommend : recommend.with(Treatment.Seed.TRIGGER);
    }

    private ItemSelector items() {
        return random.nextBoolean()
                ? new ItemSelector.WithAttribute("category", List.of("c" + random.nextInt(5), "c" + random.nextInt(5)))
                : new ItemSelector.Items(List.of(item(), item(), item()));
    }

    private ItemId item() {
        int item = 1 + random.nextInt(62);
        return new ItemId(item % 9 == 0 ? "x-" + item : Integer.toString(item));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
