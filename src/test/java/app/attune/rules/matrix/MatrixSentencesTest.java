package app.attune.rules.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.profiles.Consents;
import app.attune.profiles.Population;
import app.attune.rules.ContextCondition;
import app.attune.rules.FrequencyCap;
import app.attune.rules.HitPolicy;
import app.attune.rules.ItemSelector;
import app.attune.rules.Rollout;
import app.attune.rules.Rule;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleId;
import app.attune.rules.RuleLimits;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import app.attune.rules.Schedule;
import app.attune.rules.Treatment;
import app.attune.segments.AllOf;
import app.attune.segments.BucketCondition;
import app.attune.segments.Condition;
import app.attune.segments.ConsentCondition;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        return matrix(policy, rules).findings();
    }

    private static DecisionMatrix matrix(HitPolicy policy, Rule... rules) {
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
        return MatrixMaker.of(program, new MatrixBasis(basis, POPULATION, Grid.AS_OF), Progress.none());
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
                .containsExactly("redundant (proved): Without \u201cCart\u201d every decision would be the same.");
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
    void aRuleOfAnUnknownSegmentIsNotRead() {
        assertThat(said(MatrixFinding.Type.NOT_READ, rule("A", "gone", OFFER), onPages(rule("B", "all", OFFER))))
                .containsExactly("not read: \u201cA\u201d is not compared with other rules. The segment gone does not"
                        + " exist or was deleted.");
    }

    @Test
    void rulesOfOtherTimesAreDisjointWhateverTheirZones() {
        Rule mornings = during(rule("A", "all", OFFER), "Europe/Berlin", 8, 12);
        Rule evenings = during(rule("B", "all", OFFER), "Europe/London", 12, 18);
        assertThat(sentence(mornings, evenings))
                .isEqualTo(
                        "Nobody can match both \u201cA\u201d and \u201cB\u201d in the same request. Now 0 users match"
                                + " both, 0 users only the first, 0 users only the second. Users are counted at"
                                + " 1970-01-01T00:00:00Z. \u201cA\u201d does not run then, but between 08:00 and 12:00"
                                + " (Europe/Berlin). \u201cB\u201d does not run then, but between 12:00 and 18:00 (Europe/London).");
        Rule late = during(rule("B", "all", OFFER), "America/New_York", 4, 5);
        assertThat(sentence(mornings, late))
                .startsWith("Whoever matches \u201cB\u201d matches \u201cA\u201d as well in");
    }

    @Test
    void aRuleWithACapGivesWay() {
        Rule first = capped(rule("First", "all", OFFER));
        Rule second = rule("Second", "upper", new Treatment.Offer("B", "text"));
        for (HitPolicy policy : List.of(HitPolicy.FIRST, HitPolicy.RULE_ORDER)) {
            assertThat(said(policy, MatrixFinding.Type.SHADOWED, first, second)).isEmpty();
            assertThat(said(policy, MatrixFinding.Type.SHADOWED, rule("First", "all", OFFER), capped(second)))
                    .hasSize(1);
        }
        assertThat(said(MatrixFinding.Type.TIE, first, rule("Third", "all", new Treatment.Offer("B", "text"))))
                .isEmpty();
        assertThat(sentence(first, second))
                .endsWith(" \u201cFirst\u201d acts at most once per visit, and then gives way.");
    }

    @Test
    void aGapOfRequestsNamesOne() {
        List<MatrixFinding> gaps = findings(HitPolicy.RULE_ORDER, onPages(rule("A", "all", OFFER))).stream()
                .filter(finding -> finding.type() == MatrixFinding.Type.GAP)
                .toList();
        assertThat(gaps).hasSize(1);
        assertThat(gaps.getFirst().sentence())
                .isEqualTo("No offer rule matches some users in some requests; in one that gives nothing, at"
                        + " 1970-01-01T00:00:00Z, 0 users.");
        assertThat(gaps.getFirst().witness().orElseThrow().words()).isEqualTo("placement is not given");
    }

    @Test
    void whatLacksARequestIsToldByTheLimit() {
        Rule never = rule("A", "all", OFFER)
                .withLimits(RuleLimits.none()
                        .withSchedule(new Schedule(
                                ZoneOffset.UTC,
                                Optional.of(LocalDateTime.of(2026, 3, 2, 0, 0)),
                                Optional.of(LocalDateTime.of(2026, 3, 3, 0, 0)),
                                Set.of(DayOfWeek.SUNDAY),
                                Optional.empty())));
        Rule empty = rule("B", "all", OFFER)
                .withLimits(RuleLimits.none()
                        .withContext(
                                ContextCondition.any().withContains(Optional.of(new ItemSelector.Items(List.of())))));
        assertThat(said(MatrixFinding.Type.UNREACHABLE, never, empty))
                .containsExactly(
                        "unreachable (proved): \u201cA\u201d can never match: its schedule never runs.",
                        "unreachable (proved): \u201cB\u201d can never match: no request can be as it asks.");
    }

    private static Rule during(Rule rule, String zone, int from, int to) {
        return rule.withLimits(RuleLimits.none()
                .withSchedule(new Schedule(
                        ZoneId.of(zone),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        Optional.of(new Schedule.Hours(LocalTime.of(from, 0), LocalTime.of(to, 0))))));
    }

    private static Rule capped(Rule rule) {
        return rule.withLimits(RuleLimits.none().withCap(Optional.of(new FrequencyCap(1, new FrequencyCap.Visit()))));
    }

    private static String sentence(Rule one, Rule other) {
        DecisionMatrix matrix = matrix(HitPolicy.RULE_ORDER, one, other);
        return new MatrixWords(matrix).sentence(matrix.pairs().getFirst());
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
