package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.decide.FrameCatalogue;
import app.attune.decide.ProfileDesk;
import app.attune.rules.Rule;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleCheck;
import app.attune.rules.RuleId;
import app.attune.rules.RuleImpact;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleSentence;
import app.attune.rules.RuleSet;
import app.attune.rules.Treatment;
import app.attune.rules.matrix.DecisionMatrix;
import app.attune.rules.matrix.MatrixBasis;
import app.attune.rules.matrix.MatrixMaker;
import app.attune.segments.SegmentId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

final class GateTest {
    private static final ProfileDesk DESK = GeneratedShop.desk(5, 200);
    private static final Instant NOW = Instant.parse("2026-11-02T08:30:00Z");

    private static Rule offer(String id, String segment, Rule.Status status) {
        return new Rule(
                new RuleId(id), "Rule " + id, new SegmentId(segment), new Treatment.Offer("CODE", id), status, "");
    }

    private static RuleBasis basis(RoaringBitmap refusing) {
        Map<SegmentId, RoaringBitmap> audiences = new HashMap<>();
        DESK.segments()
                .forEach(segment -> audiences.put(segment.id(), RoaringBitmap.bitmapOf(DESK.members(segment.id()))));
        RoaringBitmap everybody = new RoaringBitmap();
        everybody.add(0L, 200L);
        return new RuleBasis(
                everybody,
                DESK.segments(),
                audiences,
                refusing,
                new FrameCatalogue(DESK.setup().population().events()),
                Set.of("popularity"));
    }

    private static RuleChecks checks(List<Rule> rules, RoaringBitmap refusing) {
        RuleBasis basis = basis(refusing);
        DecisionMatrix matrix = MatrixMaker.of(
                rules, new MatrixBasis(basis, DESK.setup().population(), GeneratedShop.AS_OF), Progress.none());
        return RuleChecks.of(
                rules,
                basis,
                RuleCheck.of(rules, basis, RuleImpact.of(RuleProgram.of(rules), basis, Progress.none())),
                matrix);
    }

    private static ExportDraft draft(RuleChecks checks) {
        return new ExportDraft(
                "A shop",
                Optional.of(new RuleSet(3, GeneratedShop.program(), "ana", "", GeneratedShop.AS_OF)),
                List.of(),
                List.of(),
                checks,
                List.of("popularity"),
                GeneratedShop.needs(List.of()),
                RuleSentence.plain(),
                () -> DESK);
    }

    private static Gate gate(String id, RuleChecks checks, GateOptions options) {
        return draft(checks).gates(options).stream()
                .filter(gate -> gate.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Gate gate(String id, List<Rule> rules) {
        return gate(id, checks(rules, new RoaringBitmap()), GateOptions.usual());
    }

    @Test
    void aRuleThatCanNeverWinClosesTheGateOfConflicts() {
        Gate gate = gate(
                Gate.CONFLICTS,
                List.of(offer("one", "germans", Rule.Status.ACTIVE), offer("two", "germans", Rule.Status.ACTIVE)));
        assertEquals(Gate.State.FAILED, gate.state());
        assertTrue(gate.findings().getFirst().message().contains("Rule two"), gate.toString());
        assertTrue(gate.findings().getFirst().remedy().contains("Pause"), gate.toString());
    }

    @Test
    void whatIsNotActiveIsInNobodysWay() {
        Gate gate = gate(
                Gate.CONFLICTS,
                List.of(offer("one", "germans", Rule.Status.ACTIVE), offer("two", "germans", Rule.Status.PAUSED)));
        assertEquals(Gate.State.PASSED, gate.state());
    }

    @Test
    void rulesUpForReviewAreNamed() {
        Gate gate = gate(Gate.REVIEW, List.of(offer("one", "germans", Rule.Status.REVIEW)));
        assertEquals(Gate.State.FAILED, gate.state());
        assertTrue(gate.findings().getFirst().message().contains("1 rule waits for a review: Rule one"));
        assertEquals(
                Gate.State.PASSED,
                gate(Gate.REVIEW, List.of(offer("one", "germans", Rule.Status.ACTIVE)))
                        .state());
    }

    @Test
    void activeRulesThatNobodyApprovedAreNamed() {
        RuleChecks checks = checks(List.of(offer("one", "germans", Rule.Status.ACTIVE)), new RoaringBitmap());
        Gate gate = gate(Gate.REVIEW, checks.withUnapproved(List.of("Rule one")), GateOptions.usual());
        assertEquals(Gate.State.FAILED, gate.state());
        assertEquals(
                "1 active rule is not approved as it is: Rule one.",
                gate.findings().getFirst().message());
    }

    @Test
    void aSegmentIsMeasuredByTheNumberAskedFor() {
        int users = DESK.members(new SegmentId("germans")).length;
        RuleChecks checks = checks(List.of(offer("one", "germans", Rule.Status.ACTIVE)), new RoaringBitmap());
        GateOptions usual = GateOptions.usual();
        assertEquals(
                Gate.State.PASSED,
                gate(Gate.SIZE, checks, usual.withMinimumSegment(users)).state());
        assertEquals(
                Gate.State.FAILED,
                gate(Gate.SIZE, checks, usual.withMinimumSegment(users + 1)).state());
        RuleChecks paused = checks(List.of(offer("one", "germans", Rule.Status.PAUSED)), new RoaringBitmap());
        assertEquals(
                Gate.State.PASSED,
                gate(Gate.SIZE, paused, usual.withMinimumSegment(users + 1)).state());
    }

    @Test
    void aRuleOverNobodyButUsersWhoRefusedIsClosedForGood() {
        List<Rule> rules = List.of(offer("one", "germans", Rule.Status.ACTIVE));
        int[] germans = DESK.members(new SegmentId("germans"));
        Gate all = gate(Gate.CONSENT, checks(rules, RoaringBitmap.bitmapOf(germans)), GateOptions.usual());
        assertEquals(Gate.State.FAILED, all.state());
        assertTrue(!all.isWaivable());
        Gate one = gate(Gate.CONSENT, checks(rules, RoaringBitmap.bitmapOf(germans[0])), GateOptions.usual());
        assertEquals(Gate.State.NOTED, one.state());
        assertTrue(one.findings().getFirst().message().startsWith("1 user in"), one.toString());
    }

    @Test
    void aWaiverOpensWhatFailedAndNothingElse() {
        RuleChecks checks = checks(List.of(offer("one", "germans", Rule.Status.REVIEW)), new RoaringBitmap());
        GateOptions waived = GateOptions.usual()
                .withWaivers(List.of(
                        new Waiver(Gate.REVIEW, "approved by mail", "ana", NOW),
                        new Waiver(Gate.CONFLICTS, "not needed at all", "ana", NOW)));
        assertEquals(Gate.State.WAIVED, gate(Gate.REVIEW, checks, waived).state());
        assertEquals(Gate.State.PASSED, gate(Gate.CONFLICTS, checks, waived).state());
        Gate broken = Gate.of(Gate.SEGMENTS, List.of(new Problem("a.b", "Broken.", "Mend it.")))
                .with(Optional.of(new Waiver(Gate.SEGMENTS, "never mind that", "ana", NOW)));
        assertEquals(Gate.State.FAILED, broken.state());
    }

    @Test
    void aReasonIsNeededThatSaysSomething() {
        assertThrows(ProblemException.class, () -> new Waiver(Gate.SIZE, "   short   ", "ana", NOW));
        assertEquals("ten signs and on", new Waiver(Gate.SIZE, " ten signs\nand on ", "ana", NOW).reason());
    }

    @Test
    void everythingThatStandsAgainstAnExportIsTold() {
        List<Problem> two =
                List.of(new Problem("a.b", "First.", "Mend it."), new Problem("a.b", "Second.", "Mend it."));
        Problem told = ClosedGates.of(List.of(Gate.of(Gate.EXAMPLES, two), Gate.of(Gate.SIZE, two)))
                .orElseThrow();
        assertEquals("First.\nSecond.\nFirst.\nSecond.", told.message());
        assertEquals("Mend it. Or waive examples and size with a reason.", told.remedy());
        assertEquals(Optional.empty(), ClosedGates.of(List.of(Gate.of(Gate.SIZE, List.of()))));
    }
}
