package app.attune.rules;

import static app.attune.rules.Rulebook.boost;
import static app.attune.rules.Rulebook.candidates;
import static app.attune.rules.Rulebook.exclude;
import static app.attune.rules.Rulebook.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.UserId;
import app.attune.rules.RuleTrace.Cause;
import app.attune.rules.RuleTrace.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RuleSwitchesTest {
    private static RuleTrace trace(RuleOutcome outcome, String rule) {
        return outcome.traces().stream()
                .filter(trace -> trace.rule().value().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static RuleCase asked(String user, Personalisation personalisation) {
        return new RuleCase(new UserId(user), Rulebook.MEMBER, personalisation, Instant.EPOCH, RequestContext.none());
    }

    private static RuleOutcome under(RuleProgram program, String user, Personalisation personalisation) {
        return RuleEngine.apply(
                RuleEngine.plan(program, asked(user, personalisation), ItemAttributes.none()),
                candidates("a", "b"),
                ItemAttributes.none(),
                5);
    }

    private static Rule rolledOut(double percent) {
        return rule("r", boost(2, "b")).withLimits(RuleLimits.none().withRollout(new Rollout(percent, "")));
    }

    @Test
    void raisingARolloutKeepsEverybodyWhoHadTheRule() {
        int before = 0;
        for (double percent : new double[] {0, 10, 35.5, 99, 100}) {
            int reached = 0;
            for (int i = 0; i < 1000; i++) {
                UserId user = new UserId("u" + i);
                boolean has = new Rollout(percent, "").has(new RuleId("r"), user);
                reached += has ? 1 : 0;
                boolean less = new Rollout(percent / 2, "").has(new RuleId("r"), user);
                assertTrue(has || !less, "percent " + percent + ", " + user);
                var outcome = under(RuleProgram.of(List.of(rolledOut(percent))), user.value(), Personalisation.ALLOWED);
                assertEquals(
                        has ? Cause.NONE : Cause.ROLLOUT, trace(outcome, "r").cause());
            }
            assertTrue(reached >= before && Math.abs(reached - percent * 10) < 50, percent + "%: " + reached);
            before = reached;
        }
    }

    @Test
    void aSaltOfItsOwnShufflesAnewAndTheRulesIdIsTheUsualOne() {
        RuleId id = new RuleId("r");
        boolean differs = false;
        for (int i = 0; i < 100; i++) {
            UserId user = new UserId("u" + i);
            assertEquals(new Rollout(50, "").has(id, user), new Rollout(50, "r").has(id, user));
            differs |= new Rollout(50, "").has(id, user) != new Rollout(50, "other").has(id, user);
        }
        assertTrue(differs);
    }

    @Test
    void theKillSwitchLeavesOnlyExcludesAndSaysSo() {
        RuleProgram off = RuleProgram.of(List.of(rule("up", boost(9, "b")), rule("out", exclude("a"))))
                .withPolicy(RulePolicy.usual().withKillSwitch(RulePolicy.KillSwitch.PULLED));
        var outcome = under(off, "u", Personalisation.ALLOWED);
        assertEquals(Verdict.INACTIVE, trace(outcome, "up").verdict());
        assertEquals(Cause.SWITCHED_OFF, trace(outcome, "up").cause());
        assertEquals(Verdict.FIRED, trace(outcome, "out").verdict());
        assertEquals(
                Optional.of(RulesOff.SWITCHED_OFF),
                RuleEngine.plan(off, asked("u", Personalisation.REFUSED), ItemAttributes.none())
                        .off());
    }

    @Test
    void heldOutUsersGetNoRuleButExcludesAndThoseWhoRefusedAreNotHeldOut() {
        RuleProgram held = RuleProgram.of(List.of(rule("up", boost(9, "b")), rule("out", exclude("a"))))
                .withPolicy(RulePolicy.usual().withHoldout(new Holdout(100, "")));
        var outcome = under(held, "u", Personalisation.ALLOWED);
        assertEquals(Verdict.LOST, trace(outcome, "up").verdict());
        assertEquals(Cause.HOLDOUT, trace(outcome, "up").cause());
        assertEquals(Verdict.FIRED, trace(outcome, "out").verdict());
        assertEquals(
                Cause.REFUSED,
                trace(under(held, "u", Personalisation.REFUSED), "up").cause());
        assertEquals(
                Optional.empty(),
                RuleEngine.plan(held, asked("u", Personalisation.REFUSED), ItemAttributes.none())
                        .off());
    }
}
