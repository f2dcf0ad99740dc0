package app.attune.events.read;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/// Reads ISO 8601 times by hand, since an import reads millions: a date, then optionally `T` or a blank and hours
/// and minutes, seconds, a fraction, and `Z` or an offset.
final class IsoTime {
    private static final long MILLIS_A_DAY = 86_400_000L;

    private final LocalClock clock;
    private final boolean utc;

    IsoTime(ZoneId zone, LocalClock clock) {
        this.clock = clock;
        this.utc = zone.equals(ZoneOffset.UTC) || zone.getId().equals("UTC");
    }

    OptionalLong millis(String text) {
        int n = text.length();
        if (n < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return OptionalLong.empty();
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > length(year, month)) {
            return OptionalLong.empty();
        }
        if (n == 10) {
            return OptionalLong.of(local(epochDay(year, month, day) * MILLIS_A_DAY));
        }
        return text.charAt(10) == 'T' || text.charAt(10) == ' '
                ? withTime(text, epochDay(year, month, day) * MILLIS_A_DAY)
                : OptionalLong.empty();
    }

    private static int length(int year, int month) {
        return month == 2 ? YearMonth.of(year, month).lengthOfMonth() : 30 + ((month + (month > 7 ? 1 : 0)) & 1);
    }

    private OptionalLong withTime(String text, long dayMillis) {
        int hour = number(text, 11, 13);
        int minute = text.length() >= 16 && text.charAt(13) == ':' ? number(text, 14, 16) : -1;
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            return OptionalLong.empty();
        }
        int at = 16;
        int second = 0;
        long fraction = 0;
        if (at < text.length() && text.charAt(at) == ':') {
            second = number(text, 17, 19);
            at = 19;
            if (second < 0 || second > 60) {
                return OptionalLong.empty();
            }
            if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
                int end = digits(text, at + 1);
                fraction = thousandths(text, at + 1, end);
                at = end;
            }
        }
        long millis = dayMillis + hour * 3_600_000L + minute * 60_000L + Math.min(second, 59) * 1_000L + fraction;
        return zoned(text, at, millis);
    }

    private OptionalLong zoned(String text, int from, long millis) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        String rest = text.substring(at);
        if (rest.isEmpty()) {
            return OptionalLong.of(local(millis));
        }
        if (rest.equals("Z") || rest.equals("UTC")) {
            return OptionalLong.of(millis);
        }
        return offset(rest, millis);
    }

    private static OptionalLong offset(String rest, long millis) {
        char sign = rest.charAt(0);
        String digits = rest.substring(1).replace(":", "");
        if ((sign != '+' && sign != '-') || (digits.length() != 2 && digits.length() != 4)) {
            return OptionalLong.empty();
        }
        int hours = number(digits, 0, 2);
        int minutes = digits.length() == 4 ? number(digits, 2, 4) : 0;
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return OptionalLong.empty();
        }
        long shift = hours * 3_600_000L + minutes * 60_000L;
        return OptionalLong.of(sign == '+' ? millis - shift : millis + shift);
    }

    private long local(long millis) {
        if (utc) {
            return millis;
        }
        long seconds = Math.floorDiv(millis, 1_000L);
        LocalDateTime local = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        return clock.seconds(local) * 1_000L + Math.floorMod(millis, 1_000L);
    }

    /// Days since 1970-01-01 in the proleptic Gregorian calendar. Source: Hinnant, "chrono-Compatible Low-Level Date
    /// Algorithms", days_from_civil.
    private static long epochDay(int year, int month, int day) {
        long y = month <= 2 ? year - 1L : year;
        long era = Math.floorDiv(y, 400L);
        long yearOfEra = y - era * 400;
        long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }

    private static int number(String text, int from, int to) {
        if (to > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    private static long thousandths(String text, int from, int to) {
        long value = 0;
        for (int i = 0; i < 3; i++) {
            value = value * 10 + (from + i < to ? text.charAt(from + i) - '0' : 0);
        }
        return value;
    }
}
