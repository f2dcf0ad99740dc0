package app.attune.events.sample;

import app.attune.events.sample.ShopCalendar.Period;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// Chooses when a shopper comes in a period and which visits end with an order.
final class VisitPlan {
    private static final long APART_MILLIS = 3 * 3_600_000L;
    private static final WeightedDraw HOUR =
            new WeightedDraw(1, .5, .3, .2, .5, 1.5, 3, 4, 4.5, 5, 5, 5.5, 5, 4.5, 4.5, 5, 6, 7.5, 9, 10, 8.5, 6, 3, 0);

    private VisitPlan() {}

    /// One visit falls on `visitDay` unless that is -1, the rest anywhere from `fromDay` on.
    record Demand(Period period, int fromDay, int visitDay, int visits, int orders) {}

    static List<Visit> of(Demand demand, SplittableRandom random) {
        TreeSet<Long> starts = new TreeSet<>();
        if (demand.visitDay() >= 0) {
            starts.add(momentOf(demand.visitDay(), random));
        }
        while (starts.size() < demand.visits()) {
            long start = momentOf(day(demand, random), random);
            Long before = starts.floor(start);
            Long after = starts.ceiling(start);
            if ((before == null || start - before > APART_MILLIS) && (after == null || after - start > APART_MILLIS)) {
                starts.add(start);
            }
        }
        return endings(List.copyOf(starts), demand.orders(), random);
    }

    private static List<Visit> endings(List<Long> starts, int orders, SplittableRandom random) {
        List<Visit> visits = new ArrayList<>();
        int ordersLeft = orders;
        for (int i = 0; i < starts.size(); i++) {
            boolean ordersNow = random.nextInt(starts.size() - i) < ordersLeft;
            ordersLeft -= ordersNow ? 1 : 0;
            visits.add(new Visit(
                    starts.get(i),
                    ordersNow ? Visit.Ending.ORDERS : Visit.Ending.LEAVES,
                    i == 0 ? Visit.Opening.FIRST : Visit.Opening.LATER));
        }
        return visits;
    }

    private static int day(Demand demand, SplittableRandom random) {
        while (true) {
            int day = random.nextInt(demand.fromDay(), demand.period().endDay());
            DayOfWeek weekday = ShopCalendar.FIRST_DAY.plusDays(day).getDayOfWeek();
            double weight = switch (weekday) {
                case SUNDAY -> 1;
                case SATURDAY -> .9;
                case FRIDAY -> .75;
                case MONDAY, TUESDAY, WEDNESDAY, THURSDAY -> .68;
            };
            if (Chance.happens(weight, random)) {
                return day;
            }
        }
    }

    /// A moment of `day`; early enough that the visit ends before midnight.
    static long momentOf(int day, SplittableRandom random) {
        int hour = HOUR.draw(random);
        int second = random.nextInt(hour == 22 ? 1_500 : 3_600);
        return ShopCalendar.millis(day) + (hour * 3_600L + second) * 1_000;
    }
}
