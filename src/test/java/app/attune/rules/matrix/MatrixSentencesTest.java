package app.attune.rules.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.profiles.Consents;
import app.attune.profiles.Population;
import app.attune.rules.ContextCondition;
import app.attune.rules.HitPolicy;
import app.attune.rules.ItemSelector;
import app.attune.rules.Rollout;
import app.attune.rules.Rule;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleId;
import app.attune.rules.RuleLimits;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import app.attune.rules.Treatment;
import app.attune.segments.AllOf;
import app.attune.segments.BucketCondition;
import app.attune.segments.Condition;
import app.attune.segments.ConsentCondition;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class MatrixSentencesTest {
    private static final Treatment OFFER = new Treatment.Offer("A", "text");
    private static final Population POPULATION = Grid.population();

    private static Rule rule(String name, String segment, Treatment treatment) {
        return new Rule(
                new RuleId(name.toLowerCase(Locale.ROOT)),
                name,
                new SegmentId(segment),
                treatment,
                Rule.Status.ACTIVE,
                "");
    }

    private static Rule rolledOut(Rule rule, double percent) {
        return rule.withLimits(RuleLimits.none().withRollout(new Rollout(percent, "salt")));
    }

    private static Rule onPages(Rule rule) {
        return rule.withLimits(
                RuleLimits.none().withContext(ContextCondition.any().withPlacements(List.of("home"))));
    }

    private static SegmentDefinition segment(String id, Condition condition) {
        return new SegmentDefinition(new SegmentId(id), 1, id, condition, "", "", Instant.EPOCH);
    }

    private static List<MatrixFinding> findings(HitPolicy policy, Rule... rules) {
        RuleProgram program = new RuleProgram(RulePolicy.usual().withHitPolicy(policy), List.of(rules));
        RuleBasis basis = new RuleBasis(
                new RoaringBitmap(),
                List.of(
                        segment("all", new AllOf(List.of())),
                        segment("upper", new BucketCondition("salt", 50, 100)),
                        segment(
                                "refusing",
                                new ConsentCondition(Consents.PERSONALISATION, ConsentCondition.Consented.NOT_GRANTED)),
                        segment("none", new BucketCondition("salt", 50, 50))),
                Map.of(),
                new RoaringBitmap(),
                new MatrixAgainstBruteForceTest.FewItems(),
                Set.of());
        return MatrixMaker.of(program, new MatrixBasis(basis, POPULATION, Grid.AS_OF), Progress.none())
                .findings();
    }

    private static List<String> said(MatrixFinding.Type type, Rule... rules) {
        return said(HitPolicy.RULE_ORDER, type, rules);
    }

    private static List<String> said(HitPolicy policy, MatrixFinding.Type type, Rule... rules) {
        return findings(policy, rules).stream()
                .filter(finding -> finding.type() == type)
                .map(finding -> MatrixWords.heading(finding) + ": " + finding.sentence())
                .toList();
    }

    @Test
    void rulesContradictOnlyForUsersWhoMayBePersonalised() {
        ItemSelector items = new ItemSelector.Items(List.of(new ItemId("i1")));
        Rule hide = rule("Hide", "all", new Treatment.Exclude(items));
        Rule hideRefusing = rule("Hide", "refusing", new Treatment.Exclude(items));
        Rule boost = rule("Boost", "all", new Treatment.Boost(items, 2));
        assertThat(said(MatrixFinding.Type.CONTRADICTORY, boost, hide))
                .containsExactly("contradictory (proved): \u201cBoost\u201d and \u201cHide\u201d want the opposite for"
                        + " the same items, and one user who may be personalised can match both.");
        assertThat(said(MatrixFinding.Type.CONTRADICTORY, boost, hideRefusing)).isEmpty();
    }

    @Test
    void anOfferIsShadowedWhateverOffersWithContextDo() {
        Rule first = rule("First", "all", OFFER);
        Rule second = rule("Second", "upper", new Treatment.Offer("B", "text"));
        assertThat(said(MatrixFinding.Type.SHADOWED, onPages(rule("Cart", "all", OFFER)), first, second))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("shadowed (proved): \u201cSecond\u201d");
        assertThat(said(MatrixFinding.Type.REDUNDANT, onPages(rule("Cart", "all", OFFER)), first, second))
                .isEmpty();
    }

    @Test
    void whyNobodyMatchesIsToldByTheRollout() {
        assertThat(said(
                        MatrixFinding.Type.UNREACHABLE,
                        rolledOut(rule("A", "all", OFFER), 0),
                        rolledOut(rule("B", "upper", OFFER), 50),
                        rule("C", "none", OFFER)))
                .containsExactly(
                        "unreachable (proved): \u201cA\u201d can never match: its rollout is 0 percent.",
                        "unreachable (proved): \u201cB\u201d can never match: no user can be in its segment and its rollout.",
                        "unreachable (proved): \u201cC\u201d can never match: no user can be in its segment.");
    }

    @Test
    void aRuleThatIsNotReadIsNamedOnceAndNothingIsProvedOfIt() {
        Rule boost = rule("B", "all", new Treatment.Boost(items(), 2));
        assertThat(said(
                        MatrixFinding.Type.NOT_READ,
                        onPages(rule("A", "all", OFFER)),
                        onPages(boost),
                        onPages(rule("C", "all", OFFER)).withStatus(Rule.Status.PAUSED)))
                .containsExactly(
                        "not read: \u201cA\u201d is not compared with other rules. It has a schedule or asks for a"
                                + " request's context, so what other offer rules come to is not judged.",
                        "not read: \u201cB\u201d is not compared with other rules. It has a schedule or asks for a"
                                + " request's context, so what other rules about items come to is not judged.",
                        "not read: \u201cC\u201d is not compared with other rules. It has a schedule or asks for a"
                                + " request's context.");
    }

    private static ItemSelector items() {
        return new ItemSelector.Items(List.of(new ItemId("i1")));
    }

    @Test
    void whatFollowsFromTheCatalogueSaysSo() {
        Treatment boost = new Treatment.Boost(items(), 2);
        assertThat(said(MatrixFinding.Type.SHADOWED, rule("A", "all", boost), rule("B", "upper", boost)))
                .containsExactly("shadowed (proved): \u201cB\u201d can never win with the items there are now:"
                        + " \u201cA\u201d always takes its users or items first.");
        assertThat(said(MatrixFinding.Type.REDUNDANT, rule("A", "upper", boost), rule("B", "all", boost)))
                .containsExactly("redundant (proved): Without \u201cA\u201d every decision would be the same with the"
                        + " items there are now.");
        Treatment pin = new Treatment.Pin(new ItemId("i1"), 1);
        assertThat(said(MatrixFinding.Type.SHADOWED, rule("A", "all", pin), rule("B", "upper", pin)))
                .containsExactly("shadowed (proved): \u201cB\u201d can never win: \u201cA\u201d always takes its users"
                        + " or items first.");
    }

    @Test
    void whereOnlyTheFirstActsItShadowsOtherKindsButNoExclusion() {
        Rule boost = rule("B", "upper", new Treatment.Boost(items(), 2));
        Rule hide = rule("C", "upper", new Treatment.Exclude(items()));
        assertThat(said(HitPolicy.FIRST, MatrixFinding.Type.SHADOWED, rule("A", "all", OFFER), boost, hide))
                .containsExactly("shadowed (proved): \u201cB\u201d can never win with the items there are now:"
                        + " \u201cA\u201d always takes its users or items first.");
        assertThat(said(HitPolicy.FIRST, MatrixFinding.Type.NOT_READ, onPages(rule("A", "all", OFFER)), boost))
                .containsExactly("not read: \u201cA\u201d is not compared with other rules. It has a schedule or asks"
                        + " for a request's context, so what other rules come to is not judged.");
    }

    @Test
    void byWeightTheHeavierShadowsAndCollectedOffersDoNot() {
        Rule light = rule("A", "upper", OFFER);
        Rule heavy = rule("B", "all", new Treatment.Offer("X", "")).withWeight(OptionalInt.of(1));
        List<Resolution> resolutions = findings(HitPolicy.PRIORITY, light, heavy).stream()
                .filter(finding -> finding.type() == MatrixFinding.Type.SHADOWED)
                .flatMap(finding -> finding.resolutions().stream())
                .toList();
        assertThat(resolutions).containsExactly(new Resolution.Pause(light.id()));
        assertThat(said(HitPolicy.RULE_ORDER, MatrixFinding.Type.SHADOWED, light, heavy))
                .isEmpty();
        assertThat(said(HitPolicy.COLLECT, MatrixFinding.Type.SHADOWED, heavy, light))
                .isEmpty();
        assertThat(said(HitPolicy.PRIORITY, MatrixFinding.Type.TIE, heavy, rule("C", "all", OFFER)))
                .containsExactly("tie (proved): \u201cB\u201d and \u201cC\u201d are for the same users and contend;"
                        + " only their weight, or else their order, decides.");
    }

    @Test
    void severalRulesTakeUsersTogether() {
        assertThat(said(
                        MatrixFinding.Type.SHADOWED,
                        rolledOut(rule("A", "all", OFFER), 50),
                        rule("B", "upper", OFFER),
                        rule("C", "all", OFFER)))
                .containsExactly("shadowed (proved): \u201cC\u201d can never win: \u201cA\u201d and \u201cB\u201d"
                        + " always take its users or items first.");
    }
}
