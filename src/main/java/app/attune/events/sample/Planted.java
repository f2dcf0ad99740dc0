package app.attune.events.sample;

/// The numbers planted in the sample: what its journeys are generated with, and `expected.json` tells.
final class Planted {
    /// Coefficients of the chance to buy in the last 28 days (see `Outcome`).
    static final double INTERCEPT = -3.6;

    static final double LOG_VIEWS = .35;
    static final double HAS_CART = .8;
    static final double HAS_BOUGHT = 1.1;
    static final double DESKTOP = .4;
    static final double MARKETING = .3;

    /// Relative uplift of the share of buyers among those shown the banner.
    static final double BANNER_UPLIFT = .40;

    /// Share of treatment exposures on mobile that the checkout test never logs.
    static final double CHECKOUT_LOSS_ON_MOBILE = .40;

    /// Chance of an active shopper to be shown the autumn offer.
    static final double OFFER_TO_MEN = .42;

    static final double OFFER_TO_WOMEN = .30;
    static final double OFFER_TO_OTHERS = .36;

    /// Views after the first of a visit: chance to stop after each, before and from the drift week.
    static final double STOP_BEFORE = .32;

    static final double STOP_AFTER = .22;

    static final double LATE_SHARE = .008;
    static final int DUPLICATES = 120;
    static final String BANNER = "delivery-banner";
    static final String CHECKOUT = "short-checkout";
    static final String CONTROL = "control";
    static final String TREATMENT = "treatment";

    private Planted() {}
}
