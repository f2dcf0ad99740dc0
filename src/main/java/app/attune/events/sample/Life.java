package app.attune.events.sample;

import app.attune.events.sample.ShopCalendar.Period;
import app.attune.events.sample.ShopCalendar.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// One shopper's 26 weeks: decides period by period whether they come and buy, and lets `Journey` act it out.
final class Life {
    private final Shopper shopper;
    private final Shopper.Habits habits;
    private final SplittableRandom random;
    private final List<ShopEvent> events = new ArrayList<>();
    private final Journey journey;

    private Life(Shopper shopper, Catalogue catalogue, SplittableRandom random) {
        this.shopper = shopper;
        this.habits = shopper.habits();
        this.random = random;
        this.journey = new Journey(shopper, catalogue, random, events);
    }

    /// Everything the shopper did; visits in order, ratings after their order.
    static List<ShopEvent> of(Shopper shopper, Catalogue catalogue, SplittableRandom random) {
        Life life = new Life(shopper, catalogue, random);
        for (Period period : ShopCalendar.PERIODS) {
            life.live(period);
        }
        return life.events;
    }

    private void live(Period period) {
        int fromDay = Math.max(period.firstDay(), habits.firstDay());
        if (fromDay >= period.endDay()) {
            return;
        }
        double fortnights = period.fortnights(fromDay);
        boolean surely = habits.visitDay() >= fromDay && habits.visitDay() < period.endDay();
        int visits = Chance.poisson(habits.visitsPerFortnight() * fortnights, random) + (surely ? 1 : 0);
        int orders = orders(period, visits, fortnights);
        VisitPlan.Demand demand = new VisitPlan.Demand(
                period, fromDay, surely ? habits.visitDay() : -1, Math.max(visits, orders), orders);
        for (Visit visit : VisitPlan.of(demand, random)) {
            journey.go(visit, period.purpose());
        }
    }

    private int orders(Period period, int visits, double fortnights) {
        boolean decidedByOutcome = period.purpose() == Purpose.OUTCOME && habits.firstDay() < period.firstDay();
        double chance = decidedByOutcome
                ? Outcome.features(shopper, events).probability()
                : ordinaryChance(period, visits, fortnights);
        if (!Chance.happens(chance, random)) {
            return 0;
        }
        int more = Chance.poisson((habits.enthusiast() ? .8 : .08) * fortnights, random);
        return decidedByOutcome ? 1 + more : Math.min(visits, 1 + more);
    }

    private double ordinaryChance(Period period, int visits, double fortnights) {
        if (visits == 0) {
            return 0;
        }
        double eagerness = 1 + .25 * (visits - 1);
        double never = StrictMath.pow(1 - Math.min(.65, habits.buyChance() * eagerness), StrictMath.sqrt(fortnights));
        double chance = Math.min(.7, 1 - never);
        boolean uplifted =
                period.purpose() == Purpose.BANNER_TEST && habits.arms().banner();
        return chance * (uplifted ? 1 + Planted.BANNER_UPLIFT : 1);
    }
}
