package app.attune.events.sample;

import app.attune.events.sample.Expected.ArrivalTruth;
import app.attune.events.sample.Expected.BadRow;
import app.attune.events.sample.Expected.CoefficientTruth;
import app.attune.events.sample.Expected.DisparityTruth;
import app.attune.events.sample.Expected.FileTruth;
import app.attune.events.sample.Expected.GroupTruth;
import app.attune.events.sample.Expected.MessyTruth;
import app.attune.events.sample.Expected.PropensityTruth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Works out every planted truth from the rows as they are written.
final class Truths {
    private Truths() {}

    static Expected of(long seed, Shop shop) {
        List<Row> distinct = shop.distinctRows();
        return new Expected(
                1,
                seed,
                ShopCalendar.iso(ShopCalendar.AS_OF),
                files(shop),
                SegmentTruths.of(shop, distinct),
                PairCounts.of(shop, distinct),
                DriftMeasures.of(shop, distinct),
                propensity(shop, distinct),
                disparity(shop, distinct),
                ExperimentCounts.of(distinct),
                arrival(shop, distinct),
                messy());
    }

    private static List<FileTruth> files(Shop shop) {
        return List.of(
                new FileTruth(
                        SampleFiles.EVENTS,
                        shop.rows().size(),
                        0,
                        "rows with an event_id seen before are exact duplicates"),
                new FileTruth(SampleFiles.USERS, shop.shoppers().size(), 0, "empty cells are missing values"),
                new FileTruth(SampleFiles.ITEMS, shop.catalogue().items().size(), 0, "category is a path, top first"),
                new FileTruth(MessyFile.NAME, MessyFile.ROWS, 3, "semicolons, Windows-1252, decimal commas"));
    }

    private static PropensityTruth propensity(Shop shop, List<Row> distinct) {
        Set<Integer> buyers = new HashSet<>();
        for (Row row : distinct) {
            if (row.event().kind() == EventKind.PURCHASE && row.event().time() >= ShopCalendar.OUTCOME_START) {
                buyers.add(row.event().userIdx());
            }
        }
        String start = ShopCalendar.iso(ShopCalendar.OUTCOME_START);
        List<Shopper> known = shop.shoppers().stream()
                .filter(shopper -> shopper.facts().signupDate().compareTo(start.substring(0, 10)) < 0)
                .toList();
        int bought = (int) known.stream()
                .filter(shopper -> buyers.contains(shopper.userIdx()))
                .count();
        return new PropensityTruth(
                "Users with signup_date before the as-of day or none: P(at least one purchase in the horizon) ="
                        + " 1 / (1 + exp(-(intercept + sum of coefficient x feature))), features by event time before"
                        + " the as-of",
                "Users and buyers are exact; an unpenalised logistic regression finds each coefficient within 3.5"
                        + " standard errors.",
                start,
                28,
                known.size(),
                bought,
                coefficients());
    }

    private static List<CoefficientTruth> coefficients() {
        return List.of(
                new CoefficientTruth("intercept", "1", Planted.INTERCEPT),
                new CoefficientTruth("log_views_28d", "ln(1 + view events in the 28 days before)", Planted.LOG_VIEWS),
                new CoefficientTruth("has_cart_28d", "1 if a cart event in the 28 days before", Planted.HAS_CART),
                new CoefficientTruth(
                        "has_bought_90d", "1 if a purchase event in the 90 days before", Planted.HAS_BOUGHT),
                new CoefficientTruth("desktop", "1 if the user's device is desktop", Planted.DESKTOP),
                new CoefficientTruth("marketing_consent", "1 if consent_marketing is granted", Planted.MARKETING));
    }

    private static DisparityTruth disparity(Shop shop, List<Row> distinct) {
        Set<Integer> active = new HashSet<>();
        Set<Integer> shown = new HashSet<>();
        for (Row row : distinct) {
            ShopEvent event = row.event();
            if (event.time() >= ShopCalendar.OUTCOME_START) {
                if (event.kind() == EventKind.VIEW) {
                    active.add(event.userIdx());
                } else if (event.kind() == EventKind.EXPOSURE) {
                    shown.add(event.userIdx());
                }
            }
        }
        GroupTruth women = group("female", shop, active, shown);
        GroupTruth men = group("male", shop, active, shown);
        return new DisparityTruth(
                "Among users with a view since " + ShopCalendar.iso(ShopCalendar.OUTCOME_START)
                        + ": the share with an exposure event outside experiments since then (the autumn offer)",
                "Counts are exact; ratio = rate of women / rate of men, planted at 0.714, below four fifths.",
                List.of(women, men),
                Rounded.of(women.rate() / men.rate()));
    }

    private static GroupTruth group(String gender, Shop shop, Set<Integer> active, Set<Integer> shown) {
        int users = 0;
        int offered = 0;
        for (int userIdx : active) {
            if (shop.shoppers().get(userIdx).facts().gender().equals(gender)) {
                users++;
                offered += shown.contains(userIdx) ? 1 : 0;
            }
        }
        double planted = gender.equals("male") ? Planted.OFFER_TO_MEN : Planted.OFFER_TO_WOMEN;
        return new GroupTruth(gender, users, offered, Rounded.of((double) offered / users), planted);
    }

    private static ArrivalTruth arrival(Shop shop, List<Row> distinct) {
        int late = 0;
        long latest = 0;
        for (Row row : distinct) {
            long delay = row.loadedAt() - row.event().time();
            late += delay > ShopCalendar.DAY_MILLIS ? 1 : 0;
            latest = Math.max(latest, delay);
        }
        return new ArrivalTruth(
                "late: loaded_at more than 24 hours after time; duplicates: rows whose event_id and every other cell"
                        + " were seen before",
                shop.rows().size(),
                distinct.size(),
                shop.rows().size() - distinct.size(),
                late,
                (int) (latest / 3_600_000L));
    }

    private static MessyTruth messy() {
        return new MessyTruth(
                "Kunde is the user, Zeitpunkt the time (UTC), Aktion the event, Artikel the item, Betrag the value",
                MessyFile.ROWS,
                MessyFile.ROWS - 3,
                List.of(
                        new BadRow(MessyFile.TOO_FEW_COLUMNS_LINE, "too few columns"),
                        new BadRow(MessyFile.UNREADABLE_TIME_LINE, "time is not readable"),
                        new BadRow(MessyFile.NO_USER_LINE, "user is missing")));
    }
}
