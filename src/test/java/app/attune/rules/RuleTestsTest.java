package app.attune.rules;

import static app.attune.rules.Rulebook.offer;
import static app.attune.rules.Rulebook.ruleFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.core.json.Json;
import app.attune.rules.DecisionTest.Asked;
import app.attune.rules.DecisionTest.Wanted;
import app.attune.rules.DecisionTest.WantedOffer;
import app.attune.rules.DecisionTest.Who;
import app.attune.rules.RuleTestResult.Verdict;
import app.attune.segments.SegmentId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// For the users of [RuleCheckTest].
final class RuleTestsTest {
    private static final TestedDecisions DECISIONS = (program, asked, progress) -> {
        if (!(asked.who() instanceof Who.Invented invented)) {
            return Optional.empty();
        }
        RuleCase found = new RuleCase(
                invented.user(),
                Set.copyOf(invented.segments()),
                Personalisation.ALLOWED,
                asked.at().orElse(Instant.EPOCH),
                asked.context());
        RulePlan plan = RuleEngine.plan(program, found, ItemAttributes.none());
        RuleOutcome outcome = RuleEngine.apply(plan, Rulebook.candidates("a", "b", "c"), ItemAttributes.none(), 2);
        return Optional.of(new TestedDecisions.Got(
                plan.offers().stream()
                        .map(rule -> ((Treatment.Offer) rule.treatment()).code())
                        .toList(),
                outcome.items().stream().map(RuledItem::item).toList(),
                outcome.traces()));
    };

    private final Rule vip = ruleFor("vip", "vip", offer("VIP"));
    private final Rule all = ruleFor("all", "everybody", offer("ALL"));

    private static Who invented(String... segments) {
        return new Who.Invented(
                new UserId("somebody"),
                List.of(segments).stream().map(SegmentId::new).toList());
    }

    private static Wanted wanted(WantedOffer offer) {
        return new Wanted(offer, List.of(), List.of(), List.of(), List.of());
    }

    private static DecisionTest test(Who who, Wanted wanted) {
        return new DecisionTest("T", new Asked(who, Optional.empty(), RequestContext.none()), wanted);
    }

    private static RuleTestResult result(RuleProgram program, DecisionTest test) {
        return RuleTests.run(program, RuleCheckTest.basis(), List.of(test), DECISIONS, Progress.none())
                .getLast();
    }

    @Test
    void theWinnerOfTheOfferIsExpectedAndAFailureSaysWhy() {
        RuleProgram program = RuleProgram.of(List.of(vip, all));
        DecisionTest expectsVip = test(invented("vip", "everybody"), wanted(new WantedOffer.Code("VIP")));
        assertEquals(Verdict.PASSED, result(program, expectsVip).verdict());
        RuleTestResult failed = result(RuleProgram.of(List.of(all, vip)), expectsVip);
        assertEquals(Verdict.FAILED, failed.verdict());
        assertEquals("the offer VIP", failed.expected());
        assertEquals("the offer ALL", failed.got());
        assertTrue(
                failed.why().contains("\u201cRule vip\u201d: Lost to \u201cRule all\u201d, which comes first."),
                failed.why()::toString);
        assertEquals(
                Verdict.PASSED,
                result(program, test(invented(), wanted(new WantedOffer.None())))
                        .verdict());
        assertEquals(
                "the offer ALL",
                result(program, test(invented("everybody"), wanted(new WantedOffer.None())))
                        .got());
    }

    @Test
    void itemsAndRulesAreExpectedAsWell() {
        Rule gone = ruleFor("gone", "everybody", Rulebook.exclude("a"));
        Wanted wanted = new Wanted(
                new WantedOffer.Any(),
                List.of(new ItemId("b")),
                List.of(new ItemId("a")),
                List.of(new RuleId("gone")),
                List.of(new RuleId("vip")));
        DecisionTest test = test(invented("everybody"), wanted);
        assertEquals(
                Verdict.PASSED, result(RuleProgram.of(List.of(gone, vip)), test).verdict());
        RuleTestResult failed = result(RuleProgram.of(List.of(vip)), test);
        assertEquals("a at place 1; no rule has the id gone", failed.got());
        assertEquals("b on the list; a not on the list; gone fires; vip does not fire", failed.expected());
    }

    @Test
    void whoIsHeldOutOrOutsideARolloutIsToldApartFromABrokenRule() {
        DecisionTest test = test(invented("vip"), wanted(new WantedOffer.Code("VIP")));
        Rule nobody = vip.withLimits(RuleLimits.none().withRollout(new Rollout(0, "")));
        assertEquals(
                Verdict.LEFT_OUT, result(RuleProgram.of(List.of(nobody)), test).verdict());
        RuleProgram held = RuleProgram.of(List.of(vip));
        RuleProgram everybodyHeld = held.withPolicy(held.policy().withHoldout(new Holdout(100, "")));
        assertEquals(Verdict.LEFT_OUT, result(everybodyHeld, test).verdict());
        assertEquals(
                Verdict.FAILED,
                result(RuleProgram.of(List.of(nobody.withTreatment(offer("OTHER")))), test)
                        .verdict());
    }

    @Test
    void examplesOfThoseLeftOutAreToldApartToo() {
        RuleAbout about = RuleAbout.intent("")
                .withExamples(List.of(new RuleAbout.Example(new UserId("u1"), RuleAbout.Expected.APPLIES)));
        Rule rule = ruleFor("a", "frequent", offer("X")).withAbout(about);
        Rule nobody = rule.withLimits(RuleLimits.none().withRollout(new Rollout(0, "")));
        assertEquals(Verdict.PASSED, example(RuleProgram.of(List.of(rule))).verdict());
        RuleTestResult left = example(RuleProgram.of(List.of(nobody)));
        assertEquals(Verdict.LEFT_OUT, left.verdict());
        assertEquals("\u201cRule a\u201d, example u1", left.name());
        assertEquals("does not apply", left.got());
        Rule first = ruleFor("first", "frequent", offer("Y"));
        assertEquals(
                Verdict.FAILED, example(RuleProgram.of(List.of(first, nobody))).verdict());
    }

    private static RuleTestResult example(RuleProgram program) {
        return RuleTests.run(program, RuleCheckTest.basis(), List.of(), DECISIONS, Progress.none())
                .getLast();
    }

    @Test
    void aUserTheDataDoesNotHaveIsNoFailure() {
        DecisionTest test = test(new Who.Known(new UserId("gone")), wanted(new WantedOffer.None()));
        assertEquals(
                Verdict.UNKNOWN_USER, result(RuleProgram.of(List.of(vip)), test).verdict());
    }

    @Test
    void testsComeBackFromJsonAsTheyWere() {
        RequestContext context = new RequestContext(
                Optional.of("cart"),
                Optional.of("phone"),
                Optional.of(new RequestContext.Basket(List.of(new ItemId("x")), OptionalDouble.of(20))),
                new Shown(Map.of(new RuleId("c"), List.of(Instant.EPOCH)), Optional.of(Instant.EPOCH.plusSeconds(9))));
        List<DecisionTest> tests = List.of(
                new DecisionTest(
                        "One",
                        new Asked(invented("vip"), Optional.of(Instant.EPOCH), context),
                        new Wanted(
                                new WantedOffer.Code("X"),
                                List.of(new ItemId("a")),
                                List.of(new ItemId("b")),
                                List.of(new RuleId("c")),
                                List.of(new RuleId("d")))),
                test(new Who.Known(new UserId("u1")), wanted(new WantedOffer.None())));
        String text = Json.writePretty(DecisionTestJson.write(tests));
        assertEquals(tests, DecisionTestJson.read(text, "tests.json"));
        assertTrue(problem(text.replace("noOffer", "nooffer")).contains("\"nooffer\""));
        assertTrue(problem(text.replace("\"One\"", "\"T\"")).contains("two tests"));
        assertTrue(problem(text.replace("1970-01-01T00:00:00Z", "today")).contains("no time such as"));
    }

    @Test
    void testsAreKeptOnceForEachQuestionAndRemovedAndPutBack() {
        KeptTests kept = new KeptTests(new FakeRuleTestStore());
        DecisionTest one = test(new Who.Known(new UserId("u1")), wanted(new WantedOffer.None()));
        DecisionTest two = test(new Who.Known(new UserId("u2")), wanted(new WantedOffer.None()));
        assertEquals(new KeptTests.Kept(one, Optional.empty()), kept.keep(one));
        assertEquals("T (2)", kept.keep(two).test().name());
        DecisionTest newer = test(new Who.Known(new UserId("u1")), wanted(new WantedOffer.Code("X")));
        assertEquals(new KeptTests.Kept(newer, Optional.of(one)), kept.keep(newer));
        assertEquals(Optional.empty(), kept.keep(newer).replaced(), "the same is no other");
        assertEquals(List.of(newer, two.named("T (2)")), kept.all());
        assertEquals(Optional.of(newer), kept.remove("T"));
        assertEquals(Optional.empty(), kept.remove("T"));
        kept.putBack(newer, 0);
        assertEquals(List.of(newer, two.named("T (2)")), kept.all());
        assertEquals(200, kept.keep(two.named("u".repeat(200))).test().name().length());
    }

    @Test
    void aTestThatWasReplacedComesBackIntoItsPlace() {
        KeptTests kept = new KeptTests(new FakeRuleTestStore());
        DecisionTest mine = test(new Who.Known(new UserId("u1")), wanted(new WantedOffer.None()))
                .named("Mine");
        DecisionTest other = test(new Who.Known(new UserId("u2")), wanted(new WantedOffer.None()));
        kept.keep(mine);
        kept.keep(other);
        KeptTests.Kept replacing = kept.keep(test(new Who.Known(new UserId("u1")), wanted(new WantedOffer.Code("X")))
                .named("Newer"));
        kept.undo(replacing);
        assertEquals(List.of(mine, other), kept.all());
        kept.remove(mine.name());
        assertEquals(Optional.of(mine), kept.undo(replacing));
        assertEquals(List.of(other, mine), kept.all(), "nothing is lost where what replaced it is gone");
    }

    @Test
    void allOfSeveralOffersAreExpected() {
        RuleProgram both =
                RuleProgram.of(List.of(vip, all)).withPolicy(RulePolicy.usual().withHitPolicy(HitPolicy.COLLECT));
        DecisionTest test = test(invented("vip", "everybody"), wanted(WantedOffer.of(List.of("VIP", "ALL"))));
        assertEquals(Verdict.PASSED, result(both, test).verdict());
        RuleTestResult one = result(both.withRules(List.of(vip)), test);
        assertEquals(Verdict.FAILED, one.verdict());
        assertEquals("the offers VIP, ALL", one.expected());
        assertEquals("the offer VIP", one.got());
        String text = Json.writePretty(DecisionTestJson.write(List.of(test)));
        assertEquals(List.of(test), DecisionTestJson.read(text, "tests.json"));
        assertTrue(problem(text.replace("\"offers\"", "\"noOffer\" : true, \"offers\""))
                .contains("exclude"));
    }

    private static String problem(String text) {
        return assertThrows(ProblemException.class, () -> DecisionTestJson.read(text, "tests.json"))
                .problem()
                .message();
    }
}
