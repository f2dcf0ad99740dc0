package app.attune.segments;

import app.attune.core.Progress;
import app.attune.core.TimeWindow;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The segments most shops start with, fitted to the event types, properties and length of the data at hand.
final class SegmentTemplates {
    private static final double VIP_QUANTILE = 0.95;
    private static final double MANY_QUANTILE = 0.75;
    private static final int FEWEST_VIEWS = 3;
    private static final int ROWS_BETWEEN_CHECKPOINTS = 1 << 16;
    private static final int USERS_BETWEEN_CHECKPOINTS = 4_096;

    private final Population population;
    private final Instant asOf;
    private final Progress progress;
    private final Optional<String> purchase;
    private final Optional<String> cart;
    private final Optional<String> view;

    private SegmentTemplates(Population population, Instant asOf, Progress progress) {
        this.population = population;
        this.asOf = asOf;
        this.progress = progress;
        purchase = type(TypeMeaning.PURCHASE);
        cart = type(TypeMeaning.CART);
        view = type(TypeMeaning.VIEW);
    }

    /// Those the data can answer.
    static List<SegmentTemplate> of(Population population, Instant asOf, Progress progress) {
        return new SegmentTemplates(population, asOf, progress).all();
    }

    /// Whether VIPs can be told: somebody bought for more than nothing. Looks no further than the first of them.
    static boolean hasVip(Population population, Instant asOf, Progress progress) {
        SegmentTemplates templates = new SegmentTemplates(population, asOf, progress);
        return templates.purchase.stream().anyMatch(templates::anyWorth);
    }

    private Optional<String> type(TypeMeaning meaning) {
        return meaning.in(population.events().types());
    }

    private List<SegmentTemplate> all() {
        List<SegmentTemplate> templates = new ArrayList<>();
        purchase.ifPresent(type -> templates.add(frequent(type)));
        purchase.ifPresent(type -> cart.ifPresent(added -> templates.add(abandoners(added, type))));
        templates.add(newVisitors());
        purchase.ifPresent(type -> templates.add(lapsed(type)));
        purchase.ifPresent(type -> view.ifPresent(seen -> templates.add(windowShoppers(seen, type))));
        view.ifPresent(seen -> templates.add(interested(seen)));
        purchase.flatMap(this::vip).ifPresent(templates::add);
        return templates;
    }

    private SegmentTemplate windowShoppers(String seen, String type) {
        EventCondition views = row(seen, new Measure.Count(), days(30), Comparison.AT_LEAST, "1");
        double[] viewers = sorted(views);
        int many = viewers.length == 0 ? 0 : (int) viewers[(int) (MANY_QUANTILE * (viewers.length - 1))];
        String least = "" + Math.max(FEWEST_VIEWS, many);
        return template(
                "Window shoppers",
                "At least " + Wording.value(least) + " views"
                        + (many < FEWEST_VIEWS ? "" : ", as a quarter of viewers have,") + " and no purchase in the"
                        + " last 30 days",
                row(seen, new Measure.Count(), days(30), Comparison.AT_LEAST, least),
                row(type, new Measure.Count(), days(30), Comparison.AT_MOST, "0"));
    }

    /// For rules that recommend what goes with the item.
    private static SegmentTemplate interested(String seen) {
        return template(
                "Interested in one item",
                "At least " + FEWEST_VIEWS + " views of one and the same item in the last 7 days",
                row(seen, new Measure.MostOfOneItem(), days(7), Comparison.AT_LEAST, "" + FEWEST_VIEWS));
    }

    /// What the row measures of those users of whom it is more than nothing, ascending.
    private double[] sorted(EventCondition row) {
        int[] users = IntStream.range(0, population.events().userCount()).toArray();
        ConditionCounts.At at = new ConditionCounts.At(population, asOf);
        return Arrays.stream(MeasuredUsers.of(row, at, users, progress))
                .filter(value -> value > 0)
                .sorted()
                .toArray();
    }

    private SegmentTemplate frequent(String type) {
        Optional<String> order = OrderIds.in(population.events());
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
        Optional<String> returned = returned();
        List<String> types = types(type, returned);
        double[] sums = sorted(total(types, "0"));
        if (sums.length == 0) {
            return Optional.empty();
        }
        String least = round(sums[(int) (VIP_QUANTILE * (sums.length - 1))]);
        return Optional.of(template(
                "VIP",
                "Purchases" + returned.map(name -> " less returns").orElse("") + " worth at least "
                        + Wording.value(least) + ", the top 5% of buyers",
                total(types, least)));
    }

    private boolean anyWorth(String type) {
        EventMeter meter = new EventMeter(population.events(), total(types(type, returned()), "0"), asOf);
        for (int userIdx = 0; userIdx < population.events().userCount(); userIdx++) {
            if (userIdx % USERS_BETWEEN_CHECKPOINTS == 0) {
                progress.checkpoint();
            }
            if (meter.of(userIdx) > 0) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> returned() {
        return type(TypeMeaning.RETURN).filter(this::takesBack);
    }

    private static List<String> types(String type, Optional<String> returned) {
        return Stream.of(Optional.of(type), returned).flatMap(Optional::stream).toList();
    }

    private static EventCondition total(List<String> types, String least) {
        return new EventCondition(
                types, List.of(), new Measure.Sum("value"), new Window.AllTime(), Comparison.AT_LEAST, List.of(least));
    }

    /// Whether events of this type have values below zero, which a sum takes from what was bought.
    private boolean takesBack(String type) {
        EventFrame frame = population.events();
        int code = frame.types().find(type).orElseThrow();
        for (int row = 0; row < frame.eventCount(); row++) {
            if (row % ROWS_BETWEEN_CHECKPOINTS == 0) {
                progress.checkpoint();
            }
            if (frame.type(row) == code && frame.value(row) < 0) {
                return true;
            }
        }
        return false;
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
