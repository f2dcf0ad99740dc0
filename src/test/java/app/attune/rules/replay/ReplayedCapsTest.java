package app.attune.rules.replay;

import static org.assertj.core.api.Assertions.assertThat;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TimeWindow;
import app.attune.core.UserId;
import app.attune.rules.FrequencyCap;
import app.attune.rules.FrequencyCap.CalendarDay;
import app.attune.rules.FrequencyCap.Last;
import app.attune.rules.FrequencyCap.Unit;
import app.attune.rules.FrequencyCap.Visit;
import app.attune.rules.Rollout;
import app.attune.rules.Rule;
import app.attune.rules.RuleLimits;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleTrace;
import app.attune.rules.Rulebook;
import app.attune.rules.Treatment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A replay of rules with caps counts what comes out when each occasion is decided after the other by hand.
final class ReplayedCapsTest {
    private static final int USERS = 150;
    private static final int PROGRAMS = 12;
    private static final List<ZoneId> ZONES = List.of(ZoneId.of("UTC"), ZoneId.of("Asia/Kolkata"));

    @ParameterizedTest
    @EnumSource(Occasion.class)
    void capsCountAsDecidedByHand(Occasion occasion) {
        long capped = 0;
        for (int seed = 1; seed <= PROGRAMS; seed++) {
            ReplayedShop shop = ReplayedShop.random(seed, USERS);
            RuleProgram program = RuleProgram.of(rules(new SplittableRandom(seed)));
            ReplayOptions options = ReplaySqlTest.options(occasion);
            ReplayReport report = Replay.of(program, ReplaySqlTest.ground(shop), options, Progress.none());
            ByHand byHand = new ByHand(
                    program.rules(), report.firstDay(), report.decisionsByDay().size());
            shop.rows().stream()
                    .map(ReplayedShop.Row::user)
                    .distinct()
                    .forEach(user -> byHand.user(user, shop, options));
            for (int i = 0; i < program.rules().size(); i++) {
                ReplayedRule rule = report.rules().get(i);
                String where = "seed " + seed + ", " + program.rules().get(i);
                assertThat(rule.firedByDay()).as(where).isEqualTo(byHand.fired.get(i));
                assertThat(rule.capped()).as(where).isEqualTo(sum(byHand.capped.get(i)));
                assertThat(rule.cappedByDay()).as(where).isEqualTo(rule.hasCap() ? byHand.capped.get(i) : List.of());
                assertThat(rule.users()).as(where).isEqualTo(byHand.users.get(i).size());
                capped += rule.capped();
            }
        }
        assertThat(capped).isGreaterThan(50);
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private static List<Rule> rules(SplittableRandom random) {
        List<Rule> rules = new ArrayList<>();
        for (String segment : List.of("warm", "lapsed", "abandoner", "warm", "abandoner")) {
            Treatment treatment = random.nextInt(3) == 0
                    ? new Treatment.Recommend("item-knn")
                    : Rulebook.offer("CODE" + random.nextInt(2));
            RuleLimits limits = RuleLimits.none()
                    .withCap(random.nextInt(4) == 0 ? Optional.empty() : Optional.of(cap(random)))
                    .withRollout(random.nextBoolean() ? Rollout.everybody() : new Rollout(60, ""));
            rules.add(Rulebook.ruleFor("r" + rules.size(), segment, treatment).withLimits(limits));
        }
        return rules;
    }

    private static FrequencyCap cap(SplittableRandom random) {
        return new FrequencyCap(
                1 + random.nextInt(3),
                switch (random.nextInt(4)) {
                    case 0 -> new Last(1 + random.nextInt(9), Unit.DAYS);
                    case 1 -> new Last(1 + random.nextInt(30), Unit.HOURS);
                    case 2 -> new CalendarDay(ZONES.get(random.nextInt(2)));
                    default -> new Visit();
                });
    }

    /// Decides on one user after the other, moment by moment.
    private static final class ByHand {
        private final List<Rule> rules;
        private final LocalDate firstDay;
        private final List<List<Long>> fired = new ArrayList<>();
        private final List<List<Long>> capped = new ArrayList<>();
        private final List<Set<Integer>> users = new ArrayList<>();

        ByHand(List<Rule> rules, LocalDate firstDay, int days) {
            this.rules = rules;
            this.firstDay = firstDay;
            for (int i = 0; i < rules.size(); i++) {
                fired.add(zeros(days));
                capped.add(zeros(days));
                users.add(new HashSet<>());
            }
        }

        private static List<Long> zeros(int days) {
            List<Long> zeros = new ArrayList<>();
            for (int day = 0; day < days; day++) {
                zeros.add(0L);
            }
            return zeros;
        }

        void user(int user, ReplayedShop shop, ReplayOptions options) {
            List<ReplayedShop.Row> rows =
                    shop.rows().stream().filter(row -> row.user() == user).toList();
            Map<Integer, Long> starts = new HashMap<>();
            rows.forEach(row -> starts.merge(row.session(), row.time(), Math::min));
            Map<Rule, List<Long>> memory = new HashMap<>();
            for (long at : occasions(rows, starts, options)) {
                long visit = rows.stream()
                        .filter(row -> row.time() == at)
                        .mapToLong(row -> starts.getOrDefault(row.session(), at))
                        .max()
                        .orElseThrow();
                decide(user, at, visit, rows, memory);
            }
        }

        private static Set<Long> occasions(
                List<ReplayedShop.Row> rows, Map<Integer, Long> starts, ReplayOptions options) {
            Set<Long> times = new TreeSet<>();
            switch (options.occasion()) {
                case EVENT -> rows.forEach(row -> times.add(row.time()));
                case SESSION -> times.addAll(starts.values());
                case DAY -> {
                    Map<Long, Long> first = new HashMap<>();
                    rows.forEach(row -> first.merge(row.time() / ReplayedShop.DAY, row.time(), Math::min));
                    times.addAll(first.values());
                }
            }
            TimeWindow period = options.period();
            times.removeIf(time -> !period.contains(Instant.ofEpochMilli(time)));
            return times;
        }

        private void decide(int user, long at, long visit, List<ReplayedShop.Row> rows, Map<Rule, List<Long>> memory) {
            Set<Class<?>> taken = new HashSet<>();
            int day = (int) (Math.floorDiv(at, ReplayedShop.DAY) - firstDay.toEpochDay());
            for (int i = 0; i < rules.size(); i++) {
                Rule rule = rules.get(i);
                boolean has = rule.limits().rollout().has(rule.id(), new UserId("u" + user));
                if (!has || !isMember(rule.segment().value(), at, rows)) {
                    continue;
                }
                List<Long> times = memory.computeIfAbsent(rule, one -> new ArrayList<>());
                if (rule.limits()
                        .cap()
                        .filter(cap -> isReached(cap, times, at, visit))
                        .isPresent()) {
                    capped.get(i).set(day, capped.get(i).get(day) + 1);
                } else if (taken.add(rule.treatment().getClass())) {
                    fired.get(i).set(day, fired.get(i).get(day) + 1);
                    users.get(i).add(user);
                    times.add(at);
                }
            }
        }

        private static boolean isReached(FrequencyCap cap, List<Long> times, long at, long visit) {
            int counted = 0;
            for (long time : times) {
                counted += switch (cap.per()) {
                    case Last last ->
                        time >= at - last.length() * (last.unit() == Unit.DAYS ? 86_400_000L : 3_600_000L) ? 1 : 0;
                    case CalendarDay zoned -> {
                        long offset = zoned.zone().equals(ZONES.getFirst()) ? 0 : 19_800_000L;
                        yield (time + offset) / ReplayedShop.DAY == (at + offset) / ReplayedShop.DAY ? 1 : 0;
                    }
                    case Visit ignored -> time >= visit ? 1 : 0;
                };
            }
            return counted >= cap.times();
        }

        private static boolean isMember(String segment, long at, List<ReplayedShop.Row> rows) {
            long week = at - 7 * ReplayedShop.DAY;
            long month = at - 30 * ReplayedShop.DAY;
            return switch (segment) {
                case "warm" -> count(rows, "view", week, at) >= 3;
                case "abandoner" -> count(rows, "cart", month, at) >= 1 && count(rows, "purchase", month, at) == 0;
                default ->
                    count(rows, "purchase", 0, at) > 0 && count(rows, "purchase", at - 5 * ReplayedShop.DAY, at) == 0;
            };
        }

        private static long count(List<ReplayedShop.Row> rows, String type, long from, long to) {
            return rows.stream()
                    .filter(row -> row.type().equals(type) && row.time() >= from && row.time() < to)
                    .count();
        }
    }

    @Test
    void orderOfArrivalChangesNothingOfCaps() {
        ReplayedShop shop = ReplayedShop.random(8, USERS);
        RuleProgram program = RuleProgram.of(rules(new SplittableRandom(3)));
        ReplayOptions options = ReplaySqlTest.options(Occasion.EVENT);
        ReplayReport report = Replay.of(program, ReplaySqlTest.ground(shop), options, Progress.none());
        for (int seed = 1; seed <= 4; seed++) {
            ReplayGround late = ReplaySqlTest.ground(shop.shuffled(seed));
            assertThat(Replay.of(program, late, options, Progress.none())).isEqualTo(report);
        }
    }

    /// Each of two rule sets remembers what it fired itself.
    @Test
    void comparedRulesKeepTheirOwnCounts() {
        Rule plain = Rulebook.ruleFor("warm", "warm", Rulebook.offer("WARM"));
        Rule once =
                plain.withLimits(RuleLimits.none().withCap(Optional.of(new FrequencyCap(1, new Last(7, Unit.DAYS)))));
        ReplayGround ground = ReplaySqlTest.ground(ReplayedShop.random(8, USERS));
        ReplayOptions options = ReplaySqlTest.options(Occasion.EVENT);

        ReplayComparison comparison = Replay.compare(
                RuleProgram.of(List.of(plain)), RuleProgram.of(List.of(once)), ground, options, Progress.none());

        ReplayedRule before = comparison.before().rules().getFirst();
        ReplayedRule after = comparison.after().rules().getFirst();
        assertThat(before.hasCap()).isFalse();
        assertThat(after.capped()).isPositive().isEqualTo(comparison.decisions());
        assertThat(after.fired() + after.capped()).isEqualTo(before.fired());
        assertThat(comparison.after().offersSpent()).isEqualTo(Map.of("WARM", after.fired()));
        assertThat(ReplaySentences.offers(comparison.after())).hasValue("Offers spent: WARM " + after.fired() + ".");
        assertThat(ReplaySentences.of(after, comparison.after())).contains(after.capped() + " capped");
        assertThat(ReplayJson.write(comparison.after())
                        .path("rules")
                        .get(0)
                        .path("capped")
                        .asLong())
                .isEqualTo(after.capped());
        assertThat(after.causes()).containsOnlyKeys(RuleTrace.Cause.CAPPED);
    }

    @Test
    void aPeriodThatCutsHistorySaysThatCapsBeginWithIt() {
        Rule once = Rulebook.ruleFor("warm", "warm", Rulebook.offer("WARM"))
                .withLimits(RuleLimits.none().withCap(Optional.of(new FrequencyCap(1, new Visit()))));
        ReplayGround ground = ReplaySqlTest.ground(ReplayedShop.random(8, USERS));
        RuleProgram program = RuleProgram.of(List.of(once));
        ReplayReport cut = Replay.of(program, ground, ReplaySqlTest.options(Occasion.EVENT), Progress.none());
        ReplayOptions all =
                new ReplayOptions(new TimeWindow(ReplayOptions.BEGINNING, ReplayOptions.END), Occasion.EVENT);
        assertThat(cut.notes()).extracting(Problem::code).containsExactly("replay.caps");
        assertThat(Replay.of(program, ground, all, Progress.none()).notes()).isEmpty();
    }
}
