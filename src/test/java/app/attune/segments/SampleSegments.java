package app.attune.segments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The conditions behind the planted segments of the bundled sample.
public final class SampleSegments {
    private SampleSegments() {}

    public static Map<String, Condition> all() {
        Condition frequent = row("purchase", new Measure.CountDistinct("order_id"), days(90), Comparison.AT_LEAST, "5");
        Condition vip = row("purchase", new Measure.Sum("value"), new Window.AllTime(), Comparison.AT_LEAST, "1000");
        Map<String, Condition> all = new LinkedHashMap<>();
        all.put("frequent-buyers", frequent);
        all.put("vip", vip);
        all.put("frequent-vip", new AllOf(List.of(frequent, vip)));
        all.put(
                "cart-abandoners",
                new AllOf(List.of(
                        row("cart", new Measure.Count(), days(30), Comparison.AT_LEAST, "1"),
                        new NoneOf(
                                List.of(row("purchase", new Measure.Count(), days(30), Comparison.AT_LEAST, "1"))))));
        all.put(
                "first-seen",
                new AllOf(List.of(
                        new EventCondition(
                                List.of(), List.of(), new Measure.Count(), days(14), Comparison.AT_LEAST, List.of("1")),
                        new EventCondition(
                                List.of(),
                                List.of(),
                                new Measure.Count(),
                                new Window.Earlier(14, Window.Unit.DAYS),
                                Comparison.IS,
                                List.of("0")))));
        all.put(
                "lapsed",
                row("purchase", new Measure.DaysSinceLast(), new Window.AllTime(), Comparison.MORE_THAN, "90"));
        all.put(
                "tent-browsers",
                new AllOf(List.of(tents("view", 28, "3"), new NoneOf(List.of(tents("purchase", 90, "1"))))));
        all.put("new-signups", new AttributeCondition("signup_date", Comparison.AT_LEAST, List.of("2026-10-18")));
        all.put("german-mobile", new AllOf(List.of(is("country", "DE"), is("device", "mobile"))));
        all.put("consented", is("consent_personalisation", "GRANTED"));
        all.put("refused", is("consent_personalisation", "DENIED"));
        return all;
    }

    private static Condition tents(String type, int days, String atLeast) {
        return new EventCondition(
                List.of(type),
                List.of(new FieldTest("item.top_category", Comparison.IS, List.of("Tents"))),
                new Measure.Count(),
                days(days),
                Comparison.AT_LEAST,
                List.of(atLeast));
    }

    private static Condition is(String attribute, String value) {
        return new AttributeCondition(attribute, Comparison.IS, List.of(value));
    }

    private static Window days(int days) {
        return new Window.Last(days, Window.Unit.DAYS);
    }

    private static Condition row(String type, Measure measure, Window window, Comparison comparison, String value) {
        return new EventCondition(List.of(type), List.of(), measure, window, comparison, List.of(value));
    }
}
