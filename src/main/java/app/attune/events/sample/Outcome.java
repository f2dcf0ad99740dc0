package app.attune.events.sample;

import java.util.List;

/// The planted purchase outcome: the chance to buy in the last 28 days, from what was known before them.
final class Outcome {
    static final long VIEWS_FROM = ShopCalendar.OUTCOME_START - 28 * ShopCalendar.DAY_MILLIS;
    static final long PURCHASES_FROM = ShopCalendar.OUTCOME_START - 90 * ShopCalendar.DAY_MILLIS;

    private Outcome() {}

    /// As-of features: `logViews` is ln(1 + views in 28 days); the others are 0 or 1.
    record Features(double logViews, int hasCart, int hasBought, int desktop, int marketing) {
        double probability() {
            return Chance.logistic(Planted.INTERCEPT
                    + Planted.LOG_VIEWS * logViews
                    + Planted.HAS_CART * hasCart
                    + Planted.HAS_BOUGHT * hasBought
                    + Planted.DESKTOP * desktop
                    + Planted.MARKETING * marketing);
        }
    }

    /// What `events` of the shopper say at the start of the outcome's window.
    static Features features(Shopper shopper, List<ShopEvent> events) {
        int views = 0;
        int hasCart = 0;
        int hasBought = 0;
        for (ShopEvent event : events) {
            boolean before = event.time() < ShopCalendar.OUTCOME_START;
            boolean recent = before && event.time() >= VIEWS_FROM;
            if (recent && event.kind() == EventKind.VIEW) {
                views++;
            } else if (recent && event.kind() == EventKind.CART) {
                hasCart = 1;
            } else if (before && event.time() >= PURCHASES_FROM && event.kind() == EventKind.PURCHASE) {
                hasBought = 1;
            }
        }
        int desktop = shopper.facts().device().equals("desktop") ? 1 : 0;
        int marketing = shopper.facts().marketing().equals("granted") ? 1 : 0;
        return new Features(StrictMath.log(1.0 + views), hasCart, hasBought, desktop, marketing);
    }
}
