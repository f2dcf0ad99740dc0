package app.attune.segments;

import app.attune.core.TimeWindow;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import app.attune.profiles.Population;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The segments most shops start with, fitted to the event types, properties and length of the data at hand.
final class SegmentTemplates {
    private static final List<String> PURCHASES = List.of("purchase", "order", "transaction", "buy");
    private static final List<String> CARTS = List.of("cart", "add_to_cart", "addtocart", "add-to-cart");
    private static final List<String> ORDERS = List.of("order_id", "invoice", "transaction_id");
    private static final List<String> RETURNS = List.of("return", "refund", "returned", "cancellation", "cancel");
    private static final double VIP_QUANTILE = 0.95;
    private static final int MOST_NAMED = 8;

    private final Population population;
    private final Instant asOf;
    private final Optional<String> purchase;
    private final Optional<String> cart;

    private SegmentTemplates(Population population, Instant asOf) {
        this.population = population;
        this.asOf = asOf;
        purchase = firstType(PURCHASES);
        cart = firstType(CARTS);
    }

    /// Those the data can answer.
    static List<SegmentTemplate> of(Population population, Instant asOf) {
        return new SegmentTemplates(population, asOf).all();
    }

    /// Why some are not among [#of], in words; empty where all are or nothing was imported yet.
    static Optional<String> missing(Population population) {
        SegmentTemplates templates = new SegmentTemplates(population, population.defaultAsOf());
        Dictionary types = population.events().types();
        boolean bought = templates.purchase.isPresent();
        if (types.size() == 0 || (bought && templates.cart.isPresent())) {
            return Optional.empty();
        }
        String words = bought
                ? "Cart abandoners looks for an event type called " + either(CARTS)
                : "Frequent buyers, Lapsed and VIP look for an event type called " + either(PURCHASES)
                        + ", Cart abandoners also for " + either(CARTS);
        return Optional.of("Not offered: " + words + ". This data has " + named(types)
                + ". If one of these means that, forget the import and import again with a rule that names it "
                + (bought ? CARTS : PURCHASES).getFirst() + " (Columns, Event types in the import wizard).");
    }

    private static String either(List<String> names) {
        return String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
    }

    private static String named(Dictionary types) {
        String names = types.texts().stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return types.size() > MOST_NAMED ? names + ", …" : names;
    }

    private Optional<String> firstType(List<String> names) {
        Dictionary types = population.events().types();
        return names.stream().filter(name -> types.find(name).isPresent()).findFirst();
    }

    private List<SegmentTemplate> all() {
        List<SegmentTemplate> templates = new ArrayList<>();
        purchase.ifPresent(type -> templates.add(frequent(type)));
        purchase.ifPresent(type -> cart.ifPresent(added -> templates.add(abandoners(added, type))));
        templates.add(newVisitors());
        purchase.ifPresent(type -> templates.add(lapsed(type)));
        purchase.flatMap(this::vip).ifPresent(templates::add);
        return templates;
    }

    private SegmentTemplate frequent(String type) {
        Optional<String> order = ORDERS.stream()
                .filter(name -> population.events().property(name).isPresent())
                .findFirst();
        Measure measure = order.<Measure>map(Measure.CountDistinct::new).orElse(new Measure.Count());
        return template(
                "Frequent buyers",
                order.isPresent()
                        ? "At least 5 orders in the last 90 days"
                        : "At least 5 purchases in the last 90 days",
                row(type, measure, days(90), Comparison.AT_LEAST, "5"));
    }

    private static SegmentTemplate abandoners(String added, String type) {
        return template(
                "Cart abandoners",
                "Something in the cart and no purchase in the last 30 days",
                row(added, new Measure.Count(), days(30), Comparison.AT_LEAST, "1"),
                row(type, new Measure.Count(), days(30), Comparison.AT_MOST, "0"));
    }

    private static SegmentTemplate newVisitors() {
        EventCondition before = new EventCondition(
                List.of(),
                List.of(),
                new Measure.Count(),
                new Window.Earlier(14, Window.Unit.DAYS),
                Comparison.AT_MOST,
                List.of("0"));
        EventCondition lately = new EventCondition(
                List.of(), List.of(), new Measure.Count(), days(14), Comparison.AT_LEAST, List.of("1"));
        return template("New visitors", "First event within the last 14 days", lately, before);
    }

    private SegmentTemplate lapsed(String type) {
        long known = population
                .events()
                .span()
                .map(TimeWindow::length)
                .map(length -> length.toDays())
                .orElse(0L);
        int gap = known >= 270 ? 180 : known >= 150 ? 90 : 30;
        return template(
                "Lapsed",
                "Bought before, but not in the last " + gap + " days",
                row(type, new Measure.DaysSinceLast(), new Window.AllTime(), Comparison.MORE_THAN, "" + gap));
    }

    private Optional<SegmentTemplate> vip(String type) {
        EventFrame frame = population.events();
        Optional<String> returned = firstType(RETURNS).filter(this::takesBack);
        List<String> types =
                Stream.of(Optional.of(type), returned).flatMap(Optional::stream).toList();
        EventCondition total = total(types, "0");
        EventMeter meter = new EventMeter(frame, total, asOf);
        double[] sums = IntStream.range(0, frame.userCount())
                .mapToDouble(meter::of)
                .filter(sum -> sum > 0)
                .toArray();
        if (sums.length == 0) {
            return Optional.empty();
        }
        Arrays.sort(sums);
        String least = round(sums[(int) (VIP_QUANTILE * (sums.length - 1))]);
        return Optional.of(template(
                "VIP",
                "Purchases" + returned.map(name -> " less returns").orElse("") + " worth at least "
                        + Wording.value(least) + ", the top 5% of buyers",
                total(types, least)));
    }

    private static EventCondition total(List<String> types, String least) {
        return new EventCondition(
                types, List.of(), new Measure.Sum("value"), new Window.AllTime(), Comparison.AT_LEAST, List.of(least));
    }

    /// Whether events of this type have values below zero, which a sum takes from what was bought.
    private boolean takesBack(String type) {
        EventFrame frame = population.events();
        int code = frame.types().find(type).orElseThrow();
        return IntStream.range(0, frame.eventCount()).anyMatch(row -> frame.type(row) == code && frame.value(row) < 0);
    }

    private static String round(double value) {
        return new BigDecimal(value)
                .round(new MathContext(2, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static EventCondition row(
            String type, Measure measure, Window window, Comparison comparison, String value) {
        return new EventCondition(List.of(type), List.of(), measure, window, comparison, List.of(value));
    }

    private static Window days(int days) {
        return new Window.Last(days, Window.Unit.DAYS);
    }

    private static SegmentTemplate template(String name, String description, Condition... rows) {
        return new SegmentTemplate(SegmentNames.plainId(name), name, description, new AllOf(List.of(rows)));
    }
}
