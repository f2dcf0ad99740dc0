package app.attune.events.sample;

/// A fictional customer: what the shop knows (`facts`) and what it does not (`habits`).
record Shopper(int userIdx, String id, Facts facts, Habits habits) {
    /// The columns of `users.csv`; an empty text is a missing value. `device` is the one mostly used.
    record Facts(
            String ageBand,
            String gender,
            String country,
            String device,
            String signupDate,
            String personalisation,
            String marketing) {}

    /// What drives the shopper: visits per fortnight, the tastes, and the chance to buy in an active fortnight.
    ///
    /// `visitDay` is a day on which the shopper surely comes, -1 for none; nothing happens before `firstDay`.
    record Habits(
            double visitsPerFortnight,
            boolean enthusiast,
            double buyChance,
            int firstTaste,
            int secondTaste,
            int firstDay,
            int visitDay,
            Arms arms) {}

    /// The randomised arm in each experiment.
    record Arms(boolean banner, boolean checkout) {}
}
