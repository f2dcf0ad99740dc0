package app.attune.rules.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import app.attune.core.Progress;
import app.attune.profiles.ConsentBasis;
import app.attune.profiles.Population;
import app.attune.segments.AllOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.BucketCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.ConsentCondition;
import app.attune.segments.EventCondition;
import app.attune.segments.FieldKind;
import app.attune.segments.Measure;
import app.attune.segments.NoneOf;
import app.attune.segments.RankCondition;
import app.attune.segments.UserListCondition;
import app.attune.segments.WhenMissing;
import app.attune.segments.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProverTest {
    private static final Window WEEK = new Window.Last(7, Window.Unit.DAYS);
    private static final Window MONTH = new Window.Last(30, Window.Unit.DAYS);
    private static final Window EVER = new Window.AllTime();
    private final Schema schema = new Schema(
            Map.of("country", FieldKind.TEXT, "age", FieldKind.NUMBER, "born", FieldKind.DATE),
            Map.of(),
            Map.of(),
            ConsentBasis.NONE,
            Schema.Moment.NEWEST,
            Instant.parse("2026-03-29T00:00:00Z"));

    private static Condition row(String attribute, Comparison comparison, String... values) {
        return new AttributeCondition(attribute, comparison, List.of(values));
    }

    private static EventCondition count(String type, Window window, Comparison comparison, String... values) {
        return new EventCondition(List.of(type), List.of(), new Measure.Count(), window, comparison, List.of(values));
    }

    private static Condition not(Condition condition) {
        return new NoneOf(List.of(condition));
    }

    private Proof prove(Condition... all) {
        return new Prover(schema).prove(new Formulas().of(new AllOf(List.of(all))), Progress.none());
    }

    private String witness(Condition... all) {
        return prove(all) instanceof Proof.Somebody found ? found.witness().words() : "none";
    }

    @Test
    void numbersBeyondOneAnotherExcludeOneAnother() {
        assertThat(prove(row("age", Comparison.AT_LEAST, "18"), row("age", Comparison.LESS_THAN, "18"))
                        .isNobody())
                .isTrue();
        assertThat(witness(row("age", Comparison.AT_LEAST, "18"), row("age", Comparison.AT_MOST, "18")))
                .isEqualTo("age is 18");
        assertThat(witness(row("age", Comparison.MORE_THAN, "18"), row("age", Comparison.LESS_THAN, "19")))
                .isEqualTo("age is 18.1");
    }

    @Test
    void aMissingValueIsInNoneOfBothHalves() {
        assertThat(witness(not(row("age", Comparison.AT_LEAST, "18")), not(row("age", Comparison.LESS_THAN, "18"))))
                .isEqualTo("age is missing");
        Condition orMissing = new AttributeCondition("age", Comparison.LESS_THAN, List.of("18"), WhenMissing.YES);
        assertThat(prove(not(row("age", Comparison.AT_LEAST, "18")), not(orMissing))
                        .isNobody())
                .isTrue();
    }

    @Test
    void textsAreMadeOfWhatTheyMustAndMustNotContain() {
        Condition apple = row("country", Comparison.CONTAINS, "apple");
        Condition app = row("country", Comparison.CONTAINS, "app");
        assertThat(prove(apple, not(app)).isNobody()).isTrue();
        assertThat(prove(app, not(apple)).isSomebody()).isTrue();
        assertThat(prove(row("country", Comparison.STARTS_WITH, "Ger"), row("country", Comparison.STARTS_WITH, "Fr"))
                        .isNobody())
                .isTrue();
        assertThat(prove(row("country", Comparison.STARTS_WITH, "Ger"), row("country", Comparison.CONTAINS, "Fr"))
                        .isSomebody())
                .isTrue();
    }

    @Test
    void whatTheDataDoesNotHaveIsMissingForEverybody() {
        assertThat(prove(row("shoe", Comparison.IS, "44")).isNobody()).isTrue();
        assertThat(prove(row("shoe", Comparison.IS_MISSING)).isSomebody()).isTrue();
    }

    @Test
    void fewerDaysHaveNoMoreEvents() {
        assertThat(prove(count("buy", WEEK, Comparison.AT_LEAST, "5"), count("buy", MONTH, Comparison.LESS_THAN, "5"))
                        .isNobody())
                .isTrue();
        assertThat(witness(count("buy", WEEK, Comparison.IS, "2"), count("buy", MONTH, Comparison.AT_LEAST, "5")))
                .isEqualTo("buy events in the last 7 days is 2, buy events in the last 30 days is 5");
    }

    @Test
    void anEventOfThisWeekIsNoMonthAgo() {
        EventCondition longAgo = new EventCondition(
                List.of("buy"), List.of(), new Measure.DaysSinceLast(), EVER, Comparison.MORE_THAN, List.of("30"));
        assertThat(prove(count("buy", WEEK, Comparison.AT_LEAST, "1"), longAgo).isNobody())
                .isTrue();
        assertThat(prove(count("view", WEEK, Comparison.AT_LEAST, "1"), longAgo).isSomebody())
                .isTrue();
        Condition ordersOfMonth = new EventCondition(
                List.of("buy"),
                List.of(),
                new Measure.CountDistinct("order_id"),
                MONTH,
                Comparison.AT_LEAST,
                List.of("5"));
        assertThat(prove(ordersOfMonth, longAgo).isNobody()).isTrue();
        assertThat(prove(ordersOfMonth, longAgo.with(Comparison.AT_LEAST, List.of("30")))
                        .isNobody())
                .isFalse();
        EventCondition recent = longAgo.with(Comparison.LESS_THAN, List.of("3"));
        assertThat(prove(count("buy", WEEK, Comparison.IS, "0"), recent).isNobody())
                .isTrue();
    }

    @Test
    void aListedUserHasTheirOwnPlaceInEveryBucket() {
        Condition listed = new UserListCondition(UserListCondition.Listed.IS, List.of("ann"));
        double place = BucketCondition.place("salt", "ann");
        assertThat(prove(listed, new BucketCondition("salt", 0, Math.floor(place)))
                        .isNobody())
                .isTrue();
        assertThat(witness(listed, new BucketCondition("salt", Math.floor(place), 100)))
                .contains("ann");
        assertThat(prove(new BucketCondition("a", 0, 10), new BucketCondition("b", 90, 100))
                        .isSomebody())
                .isTrue();
    }

    @Test
    void ranksThatNeedOtherUsersAreNotProved() {
        RankCondition.Ranked age = new RankCondition.Ranked.Attribute("age");
        Condition top = new RankCondition(RankCondition.Rank.TOP, 10, age);
        Condition wider = new RankCondition(RankCondition.Rank.TOP, 20, age);
        Condition low = new RankCondition(RankCondition.Rank.BOTTOM, 60, age);
        assertThat(prove(top, not(wider)).isNobody()).isTrue();
        assertThat(prove(wider, not(top))).isInstanceOf(Proof.Open.class);
        assertThat(prove(top, row("age", Comparison.IS_MISSING)).isNobody()).isTrue();
        assertThat(prove(
                                not(new RankCondition(RankCondition.Rank.TOP, 60, age)),
                                not(low),
                                row("age", Comparison.IS_PRESENT))
                        .isNobody())
                .isTrue();
    }

    private static Proof proveOfConsent(Schema.Moment moment, Condition... all) {
        Schema held = new Schema(
                Map.of("consent_mail", FieldKind.TEXT), Map.of(), Map.of(), ConsentBasis.NONE, moment, Instant.EPOCH);
        return new Prover(held).prove(new Formulas().of(new AllOf(List.of(all))), Progress.none());
    }

    @Test
    void aRefusalThatCameLaterCountsBesideTheAttributeOfAnEarlierTime() {
        Condition refused = new ConsentCondition("mail", ConsentCondition.Consented.NOT_GRANTED);
        Condition granted = row("consent_mail", Comparison.IS, "GRANTED");
        assertThat(proveOfConsent(Schema.Moment.NEWEST, refused, granted).isNobody())
                .isTrue();
        assertThat(proveOfConsent(Schema.Moment.EARLIER, refused, granted).isNobody())
                .isFalse();
    }

    @Test
    void beforeTheLastOfTheDataAttributesNeedNotHoldConsent() {
        Population population = Grid.population();
        Instant last = population.defaultAsOf();
        assertThat(Schema.of(population, last).holdsConsent("mail")).isTrue();
        assertThat(Schema.of(population, last.minusMillis(1)).holdsConsent("mail"))
                .isFalse();
    }

    @Test
    void anAgreementCanBeWrittenInAnyCase() {
        Condition agreed = new ConsentCondition("mail", ConsentCondition.Consented.GRANTED);
        for (Condition text : List.of(
                not(row("consent_mail", Comparison.IS, "GRANTED")),
                row("consent_mail", Comparison.CONTAINS, "ante"),
                row("consent_mail", Comparison.STARTS_WITH, "Gr"))) {
            assertThat(proveOfConsent(Schema.Moment.NEWEST, agreed, text).isSomebody())
                    .as(text.toString())
                    .isTrue();
        }
        assertThat(proveOfConsent(Schema.Moment.NEWEST, agreed, row("consent_mail", Comparison.STARTS_WITH, "no"))
                        .isNobody())
                .isTrue();
    }
}
