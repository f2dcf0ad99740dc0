package app.attune.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.UserId;
import app.attune.rules.FrequencyCap.CalendarDay;
import app.attune.rules.FrequencyCap.Last;
import app.attune.rules.FrequencyCap.Per;
import app.attune.rules.FrequencyCap.Unit;
import app.attune.rules.FrequencyCap.Visit;
import app.attune.rules.RuleTrace.Cause;
import app.attune.rules.RuleTrace.Verdict;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Caps hold back rules that fired often enough.
final class FrequencyCapTest {
    private static final Instant AT = Instant.parse("2026-11-10T12:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aWindowBeginsExactlySoLongBeforeTheDecisionAndEndsBeforeIt() {
        Last week = new Last(7, Unit.DAYS);
        assertTrue(counts(week, "2026-11-03T12:00:00Z"));
        assertFalse(counts(week, "2026-11-03T11:59:59.999Z"));
        assertTrue(counts(week, "2026-11-10T11:59:59.999Z"));
        assertFalse(counts(week, "2026-11-10T12:00:00Z"));
        assertFalse(counts(week, "2026-11-11T00:00:00Z"));
        assertTrue(counts(new Last(2, Unit.HOURS), "2026-11-10T10:00:00Z"));
        assertFalse(counts(new Last(2, Unit.HOURS), "2026-11-10T09:59:59.999Z"));
    }

    @Test
    void aCalendarDayIsOneOfItsZone() {
        assertTrue(counts(new CalendarDay(BERLIN), "2026-11-09T23:00:00Z"));
        assertFalse(counts(new CalendarDay(BERLIN), "2026-11-09T22:59:59.999Z"));
        assertFalse(counts(new CalendarDay(ZoneId.of("UTC")), "2026-11-09T23:00:00Z"));
    }

    /// On the day on which clocks go back, which has 25 hours.
    @Test
    void aCalendarDayIsAsLongAsItIs() {
        FrequencyCap once = new FrequencyCap(1, new CalendarDay(BERLIN));
        Instant midnight = Instant.parse("2026-10-24T22:00:00Z");
        assertTrue(once.counts(midnight, Instant.parse("2026-10-25T22:59:59Z"), Optional.empty()));
        assertFalse(once.counts(midnight, Instant.parse("2026-10-25T23:00:00Z"), Optional.empty()));
    }

    @Test
    void aVisitThatIsNotKnownCountsNothing() {
        FrequencyCap once = new FrequencyCap(1, new Visit());
        List<Instant> firings = List.of(Instant.parse("2026-11-10T11:30:00Z"));
        assertTrue(once.isReached(firings, AT, Optional.of(firings.getFirst())));
        assertFalse(once.isReached(firings, AT, Optional.of(firings.getFirst().plusMillis(1))));
        assertFalse(once.isReached(firings, AT, Optional.empty()));
    }

    @Test
    void aCapIsReachedByAsManyAsItAllows() {
        FrequencyCap two = new FrequencyCap(2, new Last(1, Unit.DAYS));
        List<Instant> one = List.of(AT.minusSeconds(60));
        assertFalse(two.isReached(one, AT, Optional.empty()));
        assertTrue(two.isReached(List.of(AT.minusSeconds(60), AT.minusSeconds(60)), AT, Optional.empty()));
        assertFalse(two.isReached(List.of(AT.minusSeconds(60), AT.minusSeconds(86_401)), AT, Optional.empty()));
    }

    private static boolean counts(Per per, String firing) {
        return new FrequencyCap(1, per).counts(Instant.parse(firing), AT, Optional.empty());
    }

    @Test
    void aCappedRuleLeavesItsUsersToTheNext() {
        Rule first = capped("first", Rulebook.offer("A"), 1);
        Rule second = Rulebook.rule("second", Rulebook.offer("B"));
        Shown shown = Shown.nothing().with(first.id(), List.of(AT.minusSeconds(1)));
        RulePlan plan = plan(List.of(first, second), shown, Personalisation.ALLOWED, RulePolicy.usual());
        assertEquals(List.of(second), plan.offers());
        assertEquals(List.of(Cause.CAPPED, Cause.NONE), causes(plan));
        assertEquals(Verdict.LOST, plan.traces(Map.of()).getFirst().verdict());
        assertEquals(
                List.of(first),
                plan(List.of(first, second), Shown.nothing(), Personalisation.ALLOWED, RulePolicy.usual())
                        .offers());
    }

    @Test
    void capsAreAskedAfterTheRolloutAndBeforeConsent() {
        Rule rule = capped("r", Rulebook.offer("A"), 1);
        Shown shown = Shown.nothing().with(rule.id(), List.of(AT.minusSeconds(1)));
        RulePolicy held = RulePolicy.usual().withHoldout(new Holdout(100, ""));
        Rule nobody = rule.withLimits(rule.limits().withRollout(new Rollout(0, "")));
        assertEquals(List.of(Cause.CAPPED), causes(plan(List.of(rule), shown, Personalisation.REFUSED, held)));
        assertEquals(List.of(Cause.CAPPED), causes(plan(List.of(rule), shown, Personalisation.ALLOWED, held)));
        assertEquals(List.of(Cause.ROLLOUT), causes(plan(List.of(nobody), shown, Personalisation.ALLOWED, held)));
    }

    private static Rule capped(String id, Treatment treatment, int times) {
        FrequencyCap cap = new FrequencyCap(times, new Last(7, Unit.DAYS));
        return Rulebook.rule(id, treatment).withLimits(RuleLimits.none().withCap(Optional.of(cap)));
    }

    private static RulePlan plan(List<Rule> rules, Shown shown, Personalisation personalisation, RulePolicy policy) {
        RuleCase asked = new RuleCase(
                new UserId("u"),
                Set.of(Rulebook.ALL),
                personalisation,
                AT,
                RequestContext.none().with(shown));
        return RuleEngine.plan(new RuleProgram(policy, rules), asked, ItemAttributes.none());
    }

    private static List<Cause> causes(RulePlan plan) {
        return plan.traces(Map.of()).stream().map(RuleTrace::cause).toList();
    }

    @Test
    void capsAreWrittenAndReadAgain() {
        for (Per per : List.of(new Last(7, Unit.DAYS), new Last(1, Unit.HOURS), new CalendarDay(BERLIN), new Visit())) {
            Rule rule = Rulebook.rule("r", Rulebook.offer("A"))
                    .withLimits(RuleLimits.none().withCap(Optional.of(new FrequencyCap(3, per))));
            assertEquals(
                    List.of(rule), RuleJson.read(RuleJson.write(List.of(rule)).toString(), "it"));
        }
    }

    @Test
    void capsThatAreNoneAreNamed() {
        for (String cap : List.of(
                "{\"times\":0,\"per\":\"visit\"}",
                "{\"times\":1.5,\"per\":\"visit\"}",
                "{\"times\":1,\"per\":\"week\"}",
                "{\"times\":1,\"per\":\"days\"}",
                "{\"times\":1,\"per\":\"days\",\"length\":0}",
                "{\"times\":1,\"per\":\"visit\",\"length\":3}",
                "{\"times\":1,\"per\":\"calendar-day\"}",
                "{\"times\":1,\"per\":\"calendar-day\",\"zone\":\"Mars\"}")) {
            String rules = RuleJson.write(List.of(Rulebook.rule("r", Rulebook.offer("A"))))
                    .toString()
                    .replace("\"then\"", "\"cap\":" + cap + ",\"then\"");
            ProblemException refused = assertThrows(ProblemException.class, () -> RuleJson.read(rules, "it"), cap);
            assertEquals("rules.unreadable", refused.problem().code());
        }
    }

    @Test
    void capsAreSaidInWords() {
        assertEquals("at most 3 times in 7 days per user", words(3, new Last(7, Unit.DAYS)));
        assertEquals("at most once in 1 hour per user", words(1, new Last(1, Unit.HOURS)));
        assertEquals("at most 2 times on one day per user (Europe/Berlin)", words(2, new CalendarDay(BERLIN)));
        assertEquals("at most once per visit", words(1, new Visit()));
        Rule rule = capped("r", Rulebook.offer("A"), 3);
        assertTrue(RuleSentence.plain().of(rule).endsWith(", at most 3 times in 7 days per user"));
        Rule other = capped("r", Rulebook.offer("A"), 4);
        assertEquals(
                1,
                new RuleSetDiff(RuleSentence.plain())
                        .between(List.of(rule), List.of(other))
                        .size());
    }

    private static String words(int times, Per per) {
        return CapWords.of(new FrequencyCap(times, per));
    }
}
