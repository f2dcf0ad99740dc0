package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.core.TimeWindow;
import app.attune.recommend.RandomShop.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Ways to split against what their definition says, worked out the slow way on random data.
final class SplitWaysTest {
    private static final int SEEDS = 60;

    /// The item of a user with the latest first time, if the user has two.
    private static Optional<Event> lastNew(List<Event> all, String user) {
        List<Event> firsts = all.stream()
                .filter(one -> one.user().equals(user))
                .filter(one -> all.stream()
                        .noneMatch(other -> other.user().equals(user)
                                && other.item().equals(one.item())
                                && other.time() < one.time()))
                .distinct()
                .toList();
        return firsts.size() < 2
                ? Optional.empty()
                : firsts.stream()
                        .max(Comparator.comparingLong(Event::time)
                                .thenComparing(one -> new ItemId(one.item()), ItemId.RANKING));
    }

    @Test
    void leaveLastOutTestsTheLastNewItemOfEachUser() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            InteractionLog log = RandomShop.log(seed, 40 + (int) seed);
            List<Event> all = RandomShop.rows(log);
            List<Event> train = new ArrayList<>();
            List<Event> test = new ArrayList<>();
            for (Event one : all) {
                Optional<Event> last = lastNew(all, one.user());
                if (last.isEmpty() || one.time() < last.get().time()) {
                    train.add(one);
                } else if (one.time() == last.get().time()) {
                    (one.item().equals(last.get().item()) ? test : train).add(one);
                }
            }
            Parts parts = LastOut.of(log);
            assertEquals(train, RandomShop.rows(parts.train()), "seed " + seed);
            assertEquals(test, RandomShop.rows(parts.test()), "seed " + seed);
            assertEquals(
                    all.size() - train.size() - test.size(), parts.details().setAside(), "seed " + seed);
            assertEquals(0, parts.leakage().ownFuture(), "seed " + seed);
            TestSet found = TestSet.of(Interactions.of(parts.train(), Progress.none()), parts.test());
            assertEquals(0, found.alreadyHad(), "seed " + seed);
            assertEquals(0, found.unknownUsers(), "seed " + seed);
        }
    }

    @Test
    void leakageCountsWhatIsOnTheWrongSideOfTime() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Parts parts = LastOut.of(RandomShop.log(seed, 60));
            List<Event> train = RandomShop.rows(parts.train());
            List<Event> test = RandomShop.rows(parts.test());
            LeakageCheck check = parts.leakage();
            assertEquals(
                    train.stream()
                            .filter(one -> test.stream().anyMatch(other -> other.time() < one.time()))
                            .count(),
                    check.trainAfterSplit(),
                    "seed " + seed);
            assertEquals(
                    test.stream()
                            .filter(one -> train.stream().anyMatch(other -> other.time() > one.time()))
                            .count(),
                    check.testBeforeEnd(),
                    "seed " + seed);
            assertEquals(check.passes(), check.testBeforeEnd() == 0, "seed " + seed);
        }
    }

    @Test
    void equalPeriodsLeaveTheFirstToTrainAndTestEachLaterOneOnce() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            InteractionLog log = RandomShop.log(seed, 80);
            int periods = 1 + (int) (seed % 7);
            List<TimeWindow> windows = RollingWindows.equal(log.span(), periods);
            long tested = 0;
            for (TimeWindow window : windows) {
                Parts parts = RollingWindows.parts(log, window);
                assertTrue(parts.leakage().passes(), "seed " + seed);
                assertEquals(
                        RandomShop.rows(log).stream()
                                .filter(one -> Instant.ofEpochMilli(one.time()).isBefore(window.from()))
                                .toList(),
                        RandomShop.rows(parts.train()),
                        "seed " + seed);
                tested += parts.test().size();
            }
            Instant first = windows.getFirst().from();
            assertEquals(
                    RandomShop.rows(log).stream()
                            .filter(one -> !Instant.ofEpochMilli(one.time()).isBefore(first))
                            .count(),
                    tested,
                    "seed " + seed);
            long length = log.span().length().toMillis();
            assertTrue(windows.stream()
                    .allMatch(one -> Math.abs(one.length().toMillis() - length / (periods + 1.0)) <= 1));
        }
    }

    @Test
    void monthsBeginAfterTheFirstInteractionAndEndWithTheData() {
        TimeWindow span =
                new TimeWindow(Instant.parse("2026-01-15T00:00:00Z"), Instant.parse("2026-04-02T00:00:00.001Z"));
        List<TimeWindow> months = RollingWindows.months(span, 12);
        assertEquals(
                List.of("2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z"),
                months.stream().map(one -> one.from().toString()).toList());
        assertEquals(span.to(), months.getLast().to());
        assertEquals(months.subList(1, 3), RollingWindows.months(span, 2));
        TimeWindow oneMonth = new TimeWindow(span.from(), Instant.parse("2026-01-31T00:00:00Z"));
        assertEquals(List.of(), RollingWindows.months(oneMonth, 12));
    }

    @Test
    void kCoreIsWhatIsLeftWhenOneAfterAnotherGoes() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            InteractionLog log = RandomShop.log(seed, 50 + 2 * (int) seed);
            int least = 2 + (int) (seed % 4);
            List<Event> left = new ArrayList<>(RandomShop.rows(log));
            while (removeOne(left, least)) {
                assertFalse(left.size() > log.size());
            }
            assertEquals(left, RandomShop.rows(KCore.of(log, least, Progress.none())), "seed " + seed);
        }
    }

    private static boolean removeOne(List<Event> left, int least) {
        for (Event one : left) {
            long items = left.stream()
                    .filter(other -> other.user().equals(one.user()))
                    .map(Event::item)
                    .distinct()
                    .count();
            long users = left.stream()
                    .filter(other -> other.item().equals(one.item()))
                    .map(Event::user)
                    .distinct()
                    .count();
            if (items < least) {
                return left.removeIf(other -> other.user().equals(one.user()));
            }
            if (users < least) {
                return left.removeIf(other -> other.item().equals(one.item()));
            }
        }
        return false;
    }

    @Test
    void kCoreTakesFromTrainingOnlyAndCountsWhatWent() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            InteractionLog log = RandomShop.log(seed, 90);
            Parts whole = Parts.of(TemporalSplit.of(log, new SplitPoint.Share(0.7)));
            Parts core = whole.core(3, Progress.none());
            CoreFacts facts = core.details().core();
            assertEquals(RandomShop.rows(whole.test()), RandomShop.rows(core.test()), "seed " + seed);
            List<Event> before = RandomShop.rows(whole.train());
            List<Event> after = RandomShop.rows(core.train());
            assertEquals(before.size() - after.size(), facts.interactions(), "seed " + seed);
            assertEquals(
                    before.stream().map(Event::user).distinct().count()
                            - after.stream().map(Event::user).distinct().count(),
                    facts.users());
            assertEquals(
                    before.stream().map(Event::item).distinct().count()
                            - after.stream().map(Event::item).distinct().count(),
                    facts.items());
            assertEquals(testUsers(whole) - testUsers(core), facts.testUsers(), "seed " + seed);
        }
    }

    /// Users of the training part who took something later that they did not have and others did.
    private static long testUsers(Parts parts) {
        List<Event> train = RandomShop.rows(parts.train());
        return RandomShop.rows(parts.test()).stream()
                .filter(one -> train.stream().anyMatch(other -> other.user().equals(one.user())))
                .filter(one -> train.stream().anyMatch(other -> other.item().equals(one.item())))
                .filter(one -> train.stream()
                        .noneMatch(other ->
                                other.user().equals(one.user()) && other.item().equals(one.item())))
                .map(Event::user)
                .distinct()
                .count();
    }
}
