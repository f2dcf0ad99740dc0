package app.attune.decider;

import java.time.DateTimeException;
import java.time.Instant;

/// Reads ISO-8601 instants as [Instant#parse] does, the usual `2026-11-01T08:30:00Z` without allocating.
final class IsoInstant {
    /// Of what is no instant; no instant has as few milliseconds.
    static final long NONE = Long.MIN_VALUE;

    private static final String PATTERN = "0000-00-00T00:00:00Z";
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final long DAYS_TO_1970 = 719_468;

    private IsoInstant() {}

    /// Milliseconds since the epoch, or [#NONE].
    static long millis(String text) {
        if (isUsual(text)) {
            return usual(text);
        }
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            return NONE;
        }
    }

    private static boolean isUsual(String text) {
        if (text.length() != PATTERN.length()) {
            return false;
        }
        for (int i = 0; i < PATTERN.length(); i++) {
            char here = text.charAt(i);
            boolean fits = PATTERN.charAt(i) == '0' ? here >= '0' && here <= '9' : here == PATTERN.charAt(i);
            if (!fits) {
                return false;
            }
        }
        int month = number(text, 5, 2);
        int day = number(text, 8, 2);
        return month >= 1
                && month <= DAYS.length
                && day >= 1
                && day <= DAYS[month - 1]
                && number(text, 11, 2) < 24
                && number(text, 14, 2) < 60
                && number(text, 17, 2) < 60;
    }

    /// Days are counted from March, so that a leap day is the last of its year.
    private static long usual(String text) {
        int month = number(text, 5, 2);
        long year = number(text, 0, 4) - (month <= 2 ? 1 : 0);
        long era = Math.floorDiv(year, 400);
        long ofEra = year - era * 400;
        long ofYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + number(text, 8, 2) - 1;
        long days = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - DAYS_TO_1970;
        long seconds = (days * 24 + number(text, 11, 2)) * 3600 + number(text, 14, 2) * 60L + number(text, 17, 2);
        return seconds * 1000;
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
