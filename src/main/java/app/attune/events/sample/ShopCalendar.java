package app.attune.events.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// The sample's 26 weeks, cut into the periods in which a shopper buys or does not.
final class ShopCalendar {
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 5, 3);
    static final int DAYS = 26 * 7;
    static final int DRIFT_WEEK = 18;
    static final long DAY_MILLIS = 86_400_000L;
    static final long START = FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    static final long AS_OF = START + DAYS * DAY_MILLIS;
    static final long DRIFT_START = START + (DRIFT_WEEK - 1) * 7 * DAY_MILLIS;
    static final int BANNER_DAY = 112;
    static final int CHECKOUT_DAY = 140;
    static final int OUTCOME_DAY = 154;
    static final long OUTCOME_START = START + OUTCOME_DAY * DAY_MILLIS;

    /// What a period is for.
    enum Purpose {
        HISTORY,
        BANNER_TEST,
        CHECKOUT_TEST,
        OUTCOME
    }

    /// Days `firstDay` to `endDay` (half-open), counted from the sample's first.
    record Period(int firstDay, int endDay, Purpose purpose) {
        double fortnights(int from) {
            return (endDay - from) / 14.0;
        }
    }

    static final List<Period> PERIODS = List.of(
            new Period(0, 14, Purpose.HISTORY),
            new Period(14, 28, Purpose.HISTORY),
            new Period(28, 42, Purpose.HISTORY),
            new Period(42, 56, Purpose.HISTORY),
            new Period(56, 70, Purpose.HISTORY),
            new Period(70, 84, Purpose.HISTORY),
            new Period(84, 98, Purpose.HISTORY),
            new Period(98, BANNER_DAY, Purpose.HISTORY),
            new Period(BANNER_DAY, CHECKOUT_DAY, Purpose.BANNER_TEST),
            new Period(CHECKOUT_DAY, OUTCOME_DAY, Purpose.CHECKOUT_TEST),
            new Period(OUTCOME_DAY, DAYS, Purpose.OUTCOME));

    private ShopCalendar() {}

    static long millis(int day) {
        return START + day * DAY_MILLIS;
    }

    /// As ISO-8601 with a Z.
    static String iso(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    /// Of the day, UTC.
    static int hour(long millis) {
        return (int) (millis % DAY_MILLIS / 3_600_000L);
    }
}
