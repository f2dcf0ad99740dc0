package app.attune.rules;

import static app.attune.rules.Rulebook.boost;
import static app.attune.rules.Rulebook.exclude;
import static app.attune.rules.Rulebook.offer;
import static app.attune.rules.Rulebook.pin;
import static app.attune.rules.Rulebook.ruleFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.segments.AllOf;
import app.attune.segments.ConditionFinding;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

final class RuleCheckTest {
    private static final FakeCatalogue CATALOGUE =
            new FakeCatalogue().with("a", "Tents").with("b", "Tents").with("c", "Boots");

    /// Ten users: 0 to 5 buyers, of them 0 to 2 frequent; 9 lapsed; user 5 refuses.
    static RuleBasis basis() {
        return new RuleBasis(
                RoaringBitmap.bitmapOfRange(0, 10),
                List.of(segment("buyers"), segment("frequent"), segment("lapsed"), segment("nobody")),
                Map.of(
                        new SegmentId("buyers"), RoaringBitmap.bitmapOf(0, 1, 2, 3, 4, 5),
                        new SegmentId("frequent"), RoaringBitmap.bitmapOf(0, 1, 2),
                        new SegmentId("lapsed"), RoaringBitmap.bitmapOf(9),
                        new SegmentId("nobody"), new RoaringBitmap()),
                RoaringBitmap.bitmapOf(5),
                CATALOGUE,
                Set.of("popularity"),
                new Numbered(),
                Instant.parse("2026-11-01T00:00:00Z"));
    }

    private static SegmentDefinition segment(String id) {
        return new SegmentDefinition(new SegmentId(id), 1, id, new AllOf(List.of()), "a", "", Instant.EPOCH);
    }

    private List<String> codes(Rule... rules) {
        return findings(rules).stream().map(finding -> finding.problem().code()).toList();
    }

    private List<RuleFinding> findings(Rule... rules) {
        List<Rule> all = List.of(rules);
        return RuleCheck.of(all, basis(), RuleImpact.of(all, basis(), Progress.none()));
    }

    private List<RuleReach> reach(Rule... rules) {
        return RuleImpact.of(List.of(rules), basis(), Progress.none());
    }

    @Test
    void soundRulesHaveNoFindings() {
        assertEquals(List.of(), codes(ruleFor("a", "frequent", boost(2, "a")), ruleFor("b", "buyers", offer("X"))));
    }

    @Test
    void limitsThatHoldNothingBackAreFound() {
        LimitCheck check = new LimitCheck(CATALOGUE);
        assertEquals(
                List.of(),
                check.problems(List.of(
                        new ListLimit(new ListLimit.EachValue("category"), 2),
                        limit(new ItemSelector.WithAttribute("category", List.of("Tents", "Hats"))),
                        limit(Rulebook.items("a", "b")))));
        assertEquals(
                List.of(
                        "At most 2 items of each categori in one list. This limit holds nothing back: no item has the"
                                + " attribute categori.",
                        "At most 1 item with category tents in one list. This limit holds nothing back: no item has"
                                + " such a value.",
                        "At most 1 item of a, z in one list. There is no item z."),
                check
                        .problems(List.of(
                                new ListLimit(new ListLimit.EachValue("categori"), 2),
                                limit(new ItemSelector.WithAttribute("category", List.of("tents"))),
                                limit(Rulebook.items("a", "z"))))
                        .stream()
                        .map(Problem::message)
                        .toList());
        assertEquals(
                "Did you mean \"category\"?",
                check.problem(new ListLimit(new ListLimit.EachValue("categori"), 2))
                        .orElseThrow()
                        .remedy());
        assertEquals(
                List.of(),
                new LimitCheck(new FakeCatalogue())
                        .problems(List.of(new ListLimit(new ListLimit.EachValue("brand"), 2))));
    }

    private static ListLimit limit(ItemSelector items) {
        return new ListLimit(new ListLimit.Selected(items), 1);
    }

    @Test
    void segmentsThatAskForWhatIsNowhereAreFoundInTheirRules() {
        Problem type = new Problem("segments.unknown-event-type", "No event has type \"vieww\".", "Choose view.");
        Problem wrong = new Problem("segments.wrong", "More than 32 deep.", "Make it flat.");
        RuleBasis doubted = basis().withDoubts(Map.of(
                new SegmentId("buyers"),
                List.of(new ConditionFinding(List.of(), ConditionFinding.Severity.WARNING, type)),
                new SegmentId("lapsed"),
                List.of(new ConditionFinding(List.of(), ConditionFinding.Severity.ERROR, wrong))));
        List<Rule> rules = List.of(ruleFor("a", "buyers", offer("X")), ruleFor("b", "lapsed", offer("Y")));
        List<RuleFinding> found = RuleCheck.of(rules, doubted, RuleImpact.of(rules, doubted, Progress.none()));
        assertEquals(
                List.of(RuleFinding.Severity.DOUBTFUL, RuleFinding.Severity.BROKEN),
                found.stream().map(RuleFinding::severity).toList());
        assertEquals(
                "\u201cRule a\u201d is for the segment buyers, which asks for what is nowhere in the data: No event has"
                        + " type \"vieww\".",
                found.getFirst().problem().message());
        assertEquals(List.of(), RuleCheck.broken(rules.getFirst(), doubted), "it may be activated");
        assertEquals(1, RuleCheck.broken(rules.getLast(), doubted).size());
    }

    @Test
    void offerForAContainedSegmentBelowTheWiderOneIsShadowed() {
        var findings = findings(ruleFor("wide", "buyers", offer("X")), ruleFor("narrow", "frequent", offer("Y")));
        assertEquals(1, findings.size());
        assertEquals("rules.shadowed", findings.get(0).problem().code());
        assertEquals(new RuleId("narrow"), findings.get(0).rule());
        assertTrue(findings.get(0).problem().message().contains("3 users"));
    }

    /// Once the first was shown often enough, the second gets its users.
    @Test
    void aRuleWithACapShadowsNobodyAndAnExcludeWithOneIsDoubtful() {
        RuleLimits once = RuleLimits.none().withCap(Optional.of(new FrequencyCap(1, new FrequencyCap.Visit())));
        assertEquals(
                List.of(),
                codes(
                        ruleFor("wide", "buyers", offer("X")).withLimits(once),
                        ruleFor("narrow", "frequent", offer("Y"))));
        assertEquals(
                List.of("rules.capped-exclude"),
                codes(ruleFor("hide", "buyers", exclude("a")).withLimits(once)));
    }

    @Test
    void narrowOfferAboveTheWiderOneIsNotShadowed() {
        assertEquals(
                List.of(), codes(ruleFor("narrow", "frequent", offer("Y")), ruleFor("wide", "buyers", offer("X"))));
    }

    @Test
    void reachCountsWonAndLostUsersAndWhoseTheyAre() {
        var reach = reach(ruleFor("narrow", "frequent", offer("Y")), ruleFor("wide", "buyers", offer("X")));
        assertEquals(new RuleReach(new RuleId("narrow"), 3, 3, 0, 0, Map.of()), reach.get(0));
        assertEquals(new RuleReach(new RuleId("wide"), 6, 2, 4, 1, Map.of(new RuleId("narrow"), 3)), reach.get(1));
    }

    @Test
    void boostLosesOnlyWhereAllItsItemsAreTaken() {
        var tents = new ItemSelector.WithAttribute("category", List.of("Tents"));
        var reach = reach(
                ruleFor("out", "frequent", exclude("a", "b")),
                ruleFor("tents", "buyers", new Treatment.Boost(tents, 2)),
                ruleFor("pin", "lapsed", pin("a", 1)));
        assertEquals(new RuleReach(new RuleId("tents"), 6, 2, 4, 1, Map.of(new RuleId("out"), 3)), reach.get(1));
        assertEquals(1, reach.get(2).won());
    }

    @Test
    void pausedRulesReachNobody() {
        Rule paused = new Rule(new RuleId("p"), "P", new SegmentId("buyers"), offer("X"), Rule.Status.PAUSED, "");
        assertEquals(0, reach(paused).get(0).matched());
        assertEquals(List.of(), codes(paused));
    }

    @Test
    void whatDoesNotExistIsNamed() {
        assertEquals(List.of("rules.unknown-segment"), codes(ruleFor("r", "gone", offer("X"))));
        assertEquals(
                List.of("rules.model-not-trained"), codes(ruleFor("r", "buyers", new Treatment.Recommend("item-knn"))));
        assertEquals(
                List.of("rules.no-trigger"),
                codes(ruleFor("r", "buyers", new Treatment.Recommend("popularity").with(Treatment.Seed.TRIGGER))));
        assertEquals(List.of("rules.unknown-item"), codes(ruleFor("r", "buyers", boost(2, "a", "zzz"))));
        assertEquals(List.of("rules.unknown-item"), codes(ruleFor("r", "buyers", pin("zzz", 1))));
        var colour = new ItemSelector.WithAttribute("colour", List.of("red"));
        assertEquals(List.of("rules.unknown-attribute"), codes(ruleFor("r", "buyers", new Treatment.Exclude(colour))));
        var stoves = new ItemSelector.WithAttribute("category", List.of("Stoves"));
        assertEquals(List.of("rules.no-items"), codes(ruleFor("r", "buyers", new Treatment.Exclude(stoves))));
    }

    @Test
    void sameRuleTwiceIsADuplicateAndRulesForNobodyAreDoubtful() {
        assertEquals(
                List.of("rules.duplicate", "rules.shadowed"),
                codes(ruleFor("x", "buyers", offer("X")), ruleFor("y", "buyers", offer("X"))));
        assertEquals(List.of("rules.no-users"), codes(ruleFor("x", "nobody", offer("X"))));
    }

    @Test
    void rulesWithoutReasonOrOwnerAreUndocumented() {
        Rule bare = ruleFor("bare", "frequent", offer("X"));
        Rule known = bare.withAbout(new RuleAbout("Why", "Ada", "", List.of()));
        Rule retired = bare.withStatus(Rule.Status.RETIRED);
        Rule ownerless = known.withAbout(known.about().withOwner(" "));
        assertEquals(List.of(bare, ownerless), RuleCheck.undocumented(List.of(bare, known, retired, ownerless)));
    }

    @Test
    void countsHonourRolloutHoldoutAndKillSwitch() {
        Rule half =
                ruleFor("a", "buyers", offer("X")).withLimits(RuleLimits.none().withRollout(new Rollout(50, "")));
        int inside = (int) java.util.stream.IntStream.range(0, 6)
                .filter(i -> new Rollout(50, "").has(half.id(), new UserId("u" + i)))
                .count();
        assertEquals(inside, reach(half).getFirst().matched());
        RuleProgram program = RuleProgram.of(List.of(ruleFor("b", "buyers", offer("X"))));
        RulePolicy held = RulePolicy.usual().withHoldout(new Holdout(60, "x"));
        int heldOut = (int) java.util.stream.IntStream.range(0, 5)
                .filter(i -> held.holdout().has(new UserId("u" + i)))
                .count();
        assertEquals(
                List.of(new RuleReach(new RuleId("b"), 6, 5 - heldOut, 1 + heldOut, 1, heldOut, Map.of())),
                RuleImpact.of(program.withPolicy(held), basis(), Progress.none()));
        assertTrue(heldOut > 0 && RuleImpact.heldOut(held, basis(), Progress.none()) >= heldOut);
        RulePolicy off = RulePolicy.usual().withKillSwitch(RulePolicy.KillSwitch.PULLED);
        assertEquals(
                List.of(new RuleReach(new RuleId("b"), 0, 0, 0, 0, Map.of())),
                RuleImpact.of(program.withPolicy(off), basis(), Progress.none()));
    }

    @Test
    void rulesThatTheKillSwitchTurnsOffAreNotSaidToReachNobody() {
        Rule over = running(ruleFor("over", "lapsed", offer("Z")), "2026-10-01T00:00", "2026-10-20T00:00");
        List<Rule> rules = List.of(
                ruleFor("a", "buyers", offer("X")),
                ruleFor("b", "frequent", offer("Y")),
                ruleFor("hide", "buyers", exclude("a")),
                ruleFor("none", "nobody", exclude("b")),
                over);
        RulePolicy pulled = RulePolicy.usual().withKillSwitch(RulePolicy.KillSwitch.PULLED);
        RuleProgram program = RuleProgram.of(rules).withPolicy(pulled);
        List<RuleFinding> found =
                RuleCheck.of(program, basis(), RuleImpact.of(program, basis(), Progress.none()), Progress.none());
        assertEquals(
                List.of("none rules.no-users", "over rules.schedule-over"),
                found.stream()
                        .map(finding -> finding.rule() + " " + finding.problem().code())
                        .toList());
    }

    @Test
    void rulesThatOnlyLoseWhileOthersRunAreNotShadowed() {
        Rule wide = ruleFor("wide", "buyers", offer("X"));
        Rule narrow = ruleFor("narrow", "frequent", offer("Y"));
        Rule ends = running(wide, "2026-10-20T00:00", "2026-11-10T00:00");
        assertEquals(0, reach(ends, narrow).get(1).won());
        assertEquals(List.of(), codes(ends, narrow));
        assertEquals(List.of(), codes(until(wide, "2026-11-20T00:00", Set.of()), narrow));
        assertEquals(
                List.of("rules.shadowed"),
                codes(ends, running(narrow, "2026-10-20T00:00", "2026-11-05T00:00")),
                "it ends before the other does");
        Rule next = running(ruleFor("next", "buyers", offer("Z")), "2026-11-10T00:00", "2026-12-01T00:00");
        assertEquals(List.of(), codes(ends, next, narrow), "after both");
    }

    @Test
    void schedulesThatAreOverOrNeverRunAreFindings() {
        Rule rule = ruleFor("a", "frequent", offer("X"));
        assertEquals(List.of("rules.schedule-over"), codes(running(rule, "2026-10-01T00:00", "2026-11-01T00:00")));
        assertEquals(List.of(), codes(running(rule, "2026-11-02T00:00", "2026-12-01T00:00")), "later");
        assertEquals(
                0,
                reach(running(rule, "2026-11-02T00:00", "2026-12-01T00:00"))
                        .getFirst()
                        .matched());
        assertOver(rule, "2026-10-20T00:00", Set.of(), "ended before 2026-11-01T00:00:00Z.");
        assertOver(rule, "2026-11-01T00:00", Set.of(), "ended before 2026-11-01T00:00:00Z.");
        assertOver(rule, "2026-11-02T00:00", Set.of(DayOfWeek.MONDAY), "none of its days and hours.");
        assertEquals(List.of(), codes(until(rule, "2026-11-02T00:00", Set.of())), "runs today until the evening");
        Schedule tuesdays = new Schedule(
                ZoneOffset.UTC,
                Optional.of(LocalDateTime.parse("2026-11-25T00:00")),
                Optional.of(LocalDateTime.parse("2026-11-30T00:00")),
                Set.of(DayOfWeek.TUESDAY),
                Optional.empty());
        Rule never = rule.withLimits(RuleLimits.none().withSchedule(tuesdays));
        assertEquals(List.of("rules.never-runs"), codes(never));
        assertEquals(1, RuleCheck.broken(never, basis()).size());
    }

    private void assertOver(Rule rule, String to, Set<DayOfWeek> days, String sentence) {
        RuleFinding finding = findings(until(rule, to, days)).getFirst();
        assertEquals(List.of("rules.schedule-over"), codes(until(rule, to, days)), to);
        assertEquals(RuleFinding.Severity.DOUBTFUL, finding.severity());
        assertTrue(
                finding.problem().message().endsWith(sentence),
                finding.problem().message());
        assertEquals(List.of(), RuleCheck.broken(until(rule, to, days), basis()));
    }

    /// From 8 to 20, without a start.
    private static Rule until(Rule rule, String to, Set<DayOfWeek> days) {
        Schedule.Hours hours = new Schedule.Hours(LocalTime.of(8, 0), LocalTime.of(20, 0));
        return rule.withLimits(RuleLimits.none()
                .withSchedule(new Schedule(
                        ZoneOffset.UTC,
                        Optional.empty(),
                        Optional.of(LocalDateTime.parse(to)),
                        days,
                        Optional.of(hours))));
    }

    private static Rule running(Rule rule, String from, String to) {
        return rule.withLimits(RuleLimits.none()
                .withSchedule(new Schedule(
                        ZoneOffset.UTC,
                        Optional.of(LocalDateTime.parse(from)),
                        Optional.of(LocalDateTime.parse(to)),
                        Set.of(),
                        Optional.empty())));
    }

    @Test
    void rulesAreCountedInRequestsAsTheyAskFor() {
        Rule cart = ruleFor("cart", "buyers", offer("X"))
                .withLimits(RuleLimits.none().withContext(ContextCondition.any().withPlacements(List.of("cart"))));
        Rule all = ruleFor("all", "buyers", offer("Y"));
        assertEquals(List.of(), codes(cart, all), "the second wins where there is no cart");
        assertEquals(
                List.of(5, 5), reach(cart, all).stream().map(RuleReach::won).toList());
        assertEquals(List.of("rules.shadowed"), codes(all, cart));
        Rule basket = ruleFor("b", "buyers", offer("X"))
                .withLimits(RuleLimits.none()
                        .withContext(ContextCondition.any().withContains(Optional.of(Rulebook.items("nothing")))));
        assertEquals("rules.unknown-item", codes(basket).getFirst());
    }

    /// User 7 is called u7.
    private record Numbered() implements UserIds {
        @Override
        public String id(int userIdx) {
            return "u" + userIdx;
        }

        @Override
        public OptionalInt find(String id) {
            return id.matches("u[0-9]") ? OptionalInt.of(Integer.parseInt(id.substring(1))) : OptionalInt.empty();
        }
    }
}
