package app.attune.rules;

import static app.attune.rules.Rulebook.boost;
import static app.attune.rules.Rulebook.offer;
import static app.attune.rules.Rulebook.pin;
import static app.attune.rules.Rulebook.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.attune.core.ProblemException;
import app.attune.core.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RuleServiceTest {
    private final RuleService service =
            new RuleService(new FakeRuleStore(), Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC));
    private final Rule a = rule("a", boost(2, "x"));
    private final Rule b = rule("b", offer("B"));
    private final Rule c = rule("c", pin("z", 1));

    private List<String> diff(List<Rule> before, List<Rule> after) {
        return new RuleSetDiff(RuleSentence.plain()).between(before, after);
    }

    @Test
    void everySaveIsTheNextVersionUnlessNothingChanged() {
        assertEquals(1, service.save(List.of(a), "me", "").version());
        assertEquals(1, service.save(List.of(a), "me", "again").version());
        assertEquals(2, service.save(List.of(a, b), "me", "").version());
        assertEquals(List.of(a, b), service.rules());
    }

    @Test
    void restoringMakesANewVersionEqualToTheOldOne() {
        service.save(List.of(a, b), "me", "");
        service.save(List.of(b, a), "me", "");
        RuleSet restored = service.restore(1, "me");
        assertEquals(3, restored.version());
        assertEquals(List.of(a, b), restored.rules());
        assertEquals("Restored version 1", restored.note());
    }

    @Test
    void unknownVersionIsAProblem() {
        var thrown = assertThrows(ProblemException.class, () -> service.restore(7, "me"));
        assertEquals("rules.unknown-version", thrown.problem().code());
    }

    @Test
    void movingARuleIsOneChange() {
        assertEquals(List.of("Moved \u201cRule c\u201d to place 1."), diff(List.of(a, b, c), List.of(c, a, b)));
        service.save(List.of(a, b), "me", "");
        service.save(List.of(b, a), "me", "");
        assertEquals(1, service.diff(1, 2, RuleSentence.plain()).size());
    }

    @Test
    void addingRemovingChangingAndPausingAreSaid() {
        Rule stronger = new Rule(a.id(), "Tents", a.segment(), boost(3, "x"), Rule.Status.PAUSED, "Push tents");
        assertEquals(
                List.of(
                        "Renamed \u201cRule a\u201d to \u201cTents\u201d.",
                        "Changed \u201cTents\u201d from \u201cIF a user is in all THEN boost x by 2\u201d"
                                + " to \u201cIF a user is in all THEN boost x by 3\u201d.",
                        "Paused \u201cTents\u201d.",
                        "Changed the intent of \u201cTents\u201d.",
                        "Added \u201cRule c\u201d: IF a user is in all THEN pin z to place 1.",
                        "Removed \u201cRule b\u201d: IF a user is in all THEN offer B (Text of B)."),
                diff(List.of(a, b), List.of(stronger, c)));
    }

    @Test
    void whatIsSaidOfARuleAndEveryStatusIsPartOfTheDifference() {
        RuleAbout about = new RuleAbout(
                "", "Ada", "SHOP-7", List.of(new RuleAbout.Example(new UserId("u1"), RuleAbout.Expected.APPLIES)));
        assertEquals(
                List.of(
                        "\u201cRule a\u201d is now owned by Ada.",
                        "Changed the ticket of \u201cRule a\u201d to \u201cSHOP-7\u201d.",
                        "Changed the examples of \u201cRule a\u201d: applies to u1."),
                diff(List.of(a), List.of(a.withAbout(about))));
        assertEquals(
                List.of("Put \u201cRule a\u201d up for review."),
                diff(List.of(a), List.of(a.withStatus(Rule.Status.REVIEW))));
        assertEquals(
                List.of("Retired \u201cRule a\u201d."), diff(List.of(a), List.of(a.withStatus(Rule.Status.RETIRED))));
    }

    @Test
    void switchesArePartOfVersionsAndOfTheDifference() {
        Rule half = a.withLimits(RuleLimits.none().withRollout(new Rollout(50, "")));
        service.save(List.of(a), "me", "");
        RulePolicy policy = new RulePolicy(new Holdout(5, ""), RulePolicy.KillSwitch.PULLED);
        assertEquals(
                2,
                service.save(new RuleProgram(policy, List.of(half)), "me", "").version());
        assertEquals(policy, service.program().policy());
        assertEquals(
                List.of(
                        "Pulled the kill switch: all rules but those that never show items are off.",
                        "Changed the holdout from nobody to 5% of users.",
                        "Changed \u201cRule a\u201d from \u201cIF a user is in all THEN boost x by 2\u201d to \u201cIF a user is"
                                + " in all THEN boost x by 2, for 50% of them\u201d."),
                service.diff(1, 2, RuleSentence.plain()));
        assertEquals(policy, service.save(List.of(b), "me", "").program().policy(), "saving rules keeps the policy");
        assertEquals(RulePolicy.usual(), service.restore(1, "me").program().policy());
    }

    @Test
    void aRetiredRuleOnlyBecomesADraftAgain() {
        Rule retired = a.withStatus(Rule.Status.RETIRED);
        for (Rule.Status next : Rule.Status.values()) {
            boolean allowed = next == Rule.Status.RETIRED || next == Rule.Status.DRAFT;
            assertEquals(allowed, StatusChange.refusal(retired, next).isEmpty(), next.toString());
            assertEquals(Optional.empty(), StatusChange.refusal(a, next));
        }
        var thrown =
                assertThrows(ProblemException.class, () -> StatusChange.require(List.of(b, retired), List.of(a, b)));
        assertEquals("rules.status-change", thrown.problem().code());
    }

    @Test
    void equalRulesHaveNoDifference() {
        assertEquals(List.of(), diff(List.of(a, b), List.of(a, b)));
    }
}
