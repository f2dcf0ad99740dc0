package app.attune.cli;

import app.attune.segments.AllOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.EventCondition;
import app.attune.segments.FieldTest;
import app.attune.segments.Measure;
import app.attune.segments.NoneOf;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.Window;
import java.util.List;

/// The segments the sample shop's analysts would have: the ones planted in the sample's data.
final class SampleSegments {
    /// The one whose users come with an item, see [app.attune.segments.TriggerItem].
    static final String KEEN = "keen-on-one-item";

    private SampleSegments() {}

    static List<SegmentDraft> all() {
        return List.of(
                draft("frequent-buyers", "Frequent buyers", frequent()),
                draft("cart-abandoners", "Cart abandoners", abandoners()),
                draft("first-seen", "First seen in the last 14 days", firstSeen()),
                draft("lapsed", "Lapsed buyers", lapsed()),
                draft("vip", "VIP", vip()),
                draft("frequent-vip", "Frequent VIP", new AllOf(List.of(frequent(), vip()))),
                draft("tent-browsers", "Tent browsers", tentBrowsers()),
                draft("new-signups", "New sign-ups", newSignups()),
                draft(
                        "german-mobile",
                        "Germany on mobile",
                        new AllOf(List.of(is("country", "DE"), is("device", "mobile")))),
                draft("consented", "May be personalised", is("consent_personalisation", "GRANTED")),
                draft("refused", "Refused personalisation", is("consent_personalisation", "DENIED")),
                draft(KEEN, "Keen on one item", keen()));
    }

    private static SegmentDraft draft(String id, String name, Condition condition) {
        return new SegmentDraft(new SegmentId(id), name, condition);
    }

    private static Condition is(String attribute, String value) {
        return new AttributeCondition(attribute, Comparison.IS, List.of(value));
    }

    private static Window days(int days) {
        return new Window.Last(days, Window.Unit.DAYS);
    }

    private static Condition count(String type, Window window, String atLeast) {
        return new EventCondition(
                List.of(type), List.of(), new Measure.Count(), window, Comparison.AT_LEAST, List.of(atLeast));
    }

    private static Condition frequent() {
        return new EventCondition(
                List.of("purchase"),
                List.of(),
                new Measure.CountDistinct("order_id"),
                days(90),
                Comparison.AT_LEAST,
                List.of("5"));
    }

    private static Condition abandoners() {
        return new AllOf(List.of(count("cart", days(30), "1"), new NoneOf(List.of(count("purchase", days(30), "1")))));
    }

    private static Condition firstSeen() {
        Window before = new Window.Earlier(14, Window.Unit.DAYS);
        Condition anything = new EventCondition(
                List.of(), List.of(), new Measure.Count(), new Window.AllTime(), Comparison.AT_LEAST, List.of("1"));
        Condition nothingBefore =
                new EventCondition(List.of(), List.of(), new Measure.Count(), before, Comparison.IS, List.of("0"));
        return new AllOf(List.of(anything, nothingBefore));
    }

    private static Condition lapsed() {
        return new EventCondition(
                List.of("purchase"),
                List.of(),
                new Measure.DaysSinceLast(),
                new Window.AllTime(),
                Comparison.MORE_THAN,
                List.of("90"));
    }

    private static Condition vip() {
        return new EventCondition(
                List.of("purchase"),
                List.of(),
                new Measure.Sum("value"),
                new Window.AllTime(),
                Comparison.AT_LEAST,
                List.of("1000"));
    }

    private static Condition tentBrowsers() {
        List<FieldTest> tents = List.of(new FieldTest("item.top_category", Comparison.IS, List.of("Tents")));
        Condition viewed = new EventCondition(
                List.of("view"), tents, new Measure.Count(), days(28), Comparison.AT_LEAST, List.of("3"));
        Condition bought = new EventCondition(
                List.of("purchase"), tents, new Measure.Count(), days(90), Comparison.AT_LEAST, List.of("1"));
        return new AllOf(List.of(viewed, new NoneOf(List.of(bought))));
    }

    private static Condition keen() {
        return new EventCondition(
                List.of("view"), List.of(), new Measure.MostOfOneItem(), days(14), Comparison.AT_LEAST, List.of("3"));
    }

    private static Condition newSignups() {
        return new AttributeCondition("signup_date", Comparison.AT_LEAST, List.of("2026-10-18"));
    }
}
