package app.attune.events.sample;

import app.attune.events.sample.ShopCalendar.Purpose;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/// Acts out one visit after the other: what is shown, searched, viewed, put in the cart, bought and later rated.
final class Journey {
    private static final int MOST_VIEWS = 16;
    private static final double USUAL_DEVICE = .85;
    private static final double SEARCHES = .3;
    private static final double CARTS = .05;
    private static final double RATES = .22;
    private static final double BEGINS_WITH_ANCHOR = .16;
    private static final double BUYS_ANOTHER = .25;
    private static final WeightedDraw QUANTITY = new WeightedDraw(.90, .08, .02);
    private static final WeightedDraw STARS = new WeightedDraw(.05, .06, .13, .31, .45);

    private final Shopper shopper;
    private final Catalogue catalogue;
    private final SplittableRandom random;
    private final List<ShopEvent> events;
    private long clock;
    private int order;
    private ShopEvent.Detail bare = ShopEvent.Detail.on("");

    Journey(Shopper shopper, Catalogue catalogue, SplittableRandom random, List<ShopEvent> events) {
        this.shopper = shopper;
        this.catalogue = catalogue;
        this.random = random;
        this.events = events;
    }

    void go(Visit visit, Purpose purpose) {
        clock = visit.start();
        String usual = shopper.facts().device();
        String device = Chance.happens(USUAL_DEVICE, random) ? usual : Shoppers.deviceName(random.nextInt(3));
        bare = ShopEvent.Detail.on(device);
        if (visit.opening() == Visit.Opening.FIRST) {
            showSomething(purpose);
        }
        List<Integer> viewed = browse(visit);
        if (visit.orders()) {
            buy(viewed);
        }
    }

    private void showSomething(Purpose purpose) {
        switch (purpose) {
            case HISTORY -> {}
            case BANNER_TEST -> show(Planted.BANNER, shopper.habits().arms().banner());
            case CHECKOUT_TEST -> showCheckout();
            case OUTCOME -> showOffer();
        }
    }

    private void show(String experiment, boolean treated) {
        String variant = treated ? Planted.TREATMENT : Planted.CONTROL;
        add(EventKind.EXPOSURE, -1, bare.shown(experiment, variant));
    }

    private void showCheckout() {
        boolean treated = shopper.habits().arms().checkout();
        boolean mobile = bare.device().equals("mobile");
        if (!(treated && mobile && Chance.happens(Planted.CHECKOUT_LOSS_ON_MOBILE, random))) {
            show(Planted.CHECKOUT, treated);
        }
    }

    private void showOffer() {
        double chance = switch (shopper.facts().gender()) {
            case "male" -> Planted.OFFER_TO_MEN;
            case "female" -> Planted.OFFER_TO_WOMEN;
            default -> Planted.OFFER_TO_OTHERS;
        };
        if (Chance.happens(chance, random)) {
            add(EventKind.EXPOSURE, pick(taste()), bare);
        }
    }

    private List<Integer> browse(Visit visit) {
        int taste = taste();
        double stop = visit.start() < ShopCalendar.DRIFT_START ? Planted.STOP_BEFORE : Planted.STOP_AFTER;
        int views = Math.min(MOST_VIEWS, 1 + Chance.geometric(stop, random));
        List<Integer> viewed = new ArrayList<>();
        for (int i = 0; i < views; i++) {
            int itemIdx = pick(taste);
            if (i == 0 && Chance.happens(SEARCHES, random)) {
                String query = catalogue.item(itemIdx).shelf().leaf().toLowerCase(Locale.ROOT);
                add(EventKind.SEARCH, -1, bare.asking(query));
            }
            add(EventKind.VIEW, itemIdx, bare);
            viewed.add(itemIdx);
            if (!visit.orders() && Chance.happens(CARTS, random)) {
                add(EventKind.CART, itemIdx, bare.worth(catalogue.item(itemIdx).cents(), 1));
            }
        }
        return viewed;
    }

    /// The taste of a visit: -1 for none in particular.
    private int taste() {
        double at = random.nextDouble();
        if (at < .55) {
            return shopper.habits().firstTaste();
        }
        return at < .82 ? shopper.habits().secondTaste() : -1;
    }

    private int pick(int taste) {
        return taste < 0 || Chance.happens(.1, random) ? catalogue.drawAny(random) : catalogue.drawOf(taste, random);
    }

    private void buy(List<Integer> viewed) {
        Set<Integer> basket = basket(viewed);
        for (int itemIdx : basket) {
            if (!viewed.contains(itemIdx)) {
                add(EventKind.VIEW, itemIdx, bare);
            }
        }
        List<ShopEvent.Detail> lines = new ArrayList<>();
        for (int itemIdx : basket) {
            int quantity = 1 + QUANTITY.draw(random);
            ShopEvent.Detail line = bare.worth(catalogue.item(itemIdx).cents() * quantity, quantity);
            lines.add(line);
            add(EventKind.CART, itemIdx, line);
        }
        long paid = clock;
        int line = 0;
        for (int itemIdx : basket) {
            events.add(new ShopEvent(paid, shopper.userIdx(), EventKind.PURCHASE, itemIdx, order, lines.get(line++)));
            maybeRate(itemIdx, paid);
        }
        order++;
    }

    private Set<Integer> basket(List<Integer> viewed) {
        Set<Integer> basket = new LinkedHashSet<>();
        List<PlantedPair> pairs = catalogue.pairs();
        PlantedPair pair = pairs.get(shopper.habits().firstTaste() % pairs.size());
        double at = random.nextDouble();
        if (at < BEGINS_WITH_ANCHOR) {
            basket.add(pair.anchor());
            if (Chance.happens(pair.confidence(), random)) {
                basket.add(pair.partner());
            }
        } else if (at < BEGINS_WITH_ANCHOR + pair.alone()) {
            basket.add(pair.partner());
        } else {
            basket.add(choose(viewed));
        }
        if (Chance.happens(BUYS_ANOTHER, random)) {
            basket.add(choose(viewed));
        }
        return basket;
    }

    /// From the drift week on shoppers take the dearest of what they saw; before, any of it.
    private int choose(List<Integer> viewed) {
        int chosen = viewed.get(random.nextInt(viewed.size()));
        if (clock >= ShopCalendar.DRIFT_START) {
            for (int i = 0; i < 2; i++) {
                int other = viewed.get(random.nextInt(viewed.size()));
                chosen = catalogue.item(other).cents() > catalogue.item(chosen).cents() ? other : chosen;
            }
        }
        return chosen;
    }

    private void maybeRate(int itemIdx, long paid) {
        int day = (int) ((paid - ShopCalendar.START) / ShopCalendar.DAY_MILLIS) + 3 + random.nextInt(18);
        if (Chance.happens(RATES, random) && day < ShopCalendar.DAYS) {
            ShopEvent.Detail stars = bare.worth(100 * (1 + STARS.draw(random)), 0);
            long time = VisitPlan.momentOf(day, random);
            events.add(new ShopEvent(time, shopper.userIdx(), EventKind.RATING, itemIdx, -1, stars));
        }
    }

    private void add(EventKind kind, int itemIdx, ShopEvent.Detail detail) {
        events.add(new ShopEvent(clock, shopper.userIdx(), kind, itemIdx, -1, detail));
        long pause = 8 + (long) (-40 * StrictMath.log(1 - random.nextDouble()));
        clock += 1_000 * Math.min(150, pause);
    }
}
