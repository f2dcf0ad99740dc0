package app.attune.segments;

import app.attune.core.WrittenNumber;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// How the values of a condition are read: numbers with a decimal point, dates as ISO-8601, UTC unless they say more.
final class Literals {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Literals() {}

    static OptionalDouble number(String text) {
        return WrittenNumber.of(text);
    }

    /// Epoch milliseconds; a day means its midnight UTC; anything finer than a millisecond is cut off.
    static OptionalLong date(String text) {
        String trimmed = text.strip();
        try {
            return OptionalLong.of(instant(trimmed).toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    private static Instant instant(String text) {
        if (DAY.matcher(text).matches()) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        boolean zoned = text.endsWith("Z") || text.matches(".*[+-]\\d{2}:\\d{2}");
        return zoned
                ? Instant.parse(text)
                : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }

    /// The parsed number of a value that passed [ConditionCheck].
    static double requireNumber(String text) {
        return number(text).orElseThrow(() -> new IllegalArgumentException("Not a number: " + text));
    }

    /// The parsed date of a value that passed [ConditionCheck].
    static long requireDate(String text) {
        return date(text).orElseThrow(() -> new IllegalArgumentException("Not a date: " + text));
    }
}
