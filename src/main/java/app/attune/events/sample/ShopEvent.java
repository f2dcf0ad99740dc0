package app.attune.events.sample;

/// One thing a shopper did, before it is written as a row.
///
/// `time` is epoch milliseconds; `itemIdx` is -1 for none; `order` is -1 or the shopper's visit that holds it.
record ShopEvent(long time, int userIdx, EventKind kind, int itemIdx, int order, Detail detail) {
    /// The cells that only some kinds fill: `hundredths` is the value times 100, -1 for none; quantity 0 for none.
    record Detail(int hundredths, int quantity, String query, String device, Trial trial) {
        static final Trial NO_TRIAL = new Trial("", "");

        static Detail on(String device) {
            return new Detail(-1, 0, "", device, NO_TRIAL);
        }

        Detail worth(int hundredths, int quantity) {
            return new Detail(hundredths, quantity, query, device, trial);
        }

        Detail asking(String query) {
            return new Detail(hundredths, quantity, query, device, trial);
        }

        Detail shown(String experiment, String variant) {
            return new Detail(hundredths, quantity, query, device, new Trial(experiment, variant));
        }
    }

    /// The experiment and variant of an exposure; both empty outside experiments.
    record Trial(String experiment, String variant) {}
}
