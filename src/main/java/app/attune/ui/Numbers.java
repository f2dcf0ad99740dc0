package app.attune.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// How numbers and dates read on screen. English while the words are English.
public final class Numbers {
    /// What stands where there is no value.
    public static final String NONE = "-";

    private static final long FULL_BELOW = 100_000;
    private static final long ONE_DECIMAL_FROM = 100;
    private static final double SMALLEST_P = 0.001;
    private static final long KIB = 1024;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);

    private Numbers() {}

    /// In full with grouping: "1,234,567".
    public static String count(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    /// In full to 99,999, then "123.5 k" and "1.23 M"; show `count` in the tooltip.
    public static String shortCount(long count) {
        long size = Math.abs(count);
        if (size < FULL_BELOW) {
            return count(count);
        }
        return size < 1_000_000
                ? String.format(Locale.ENGLISH, "%.1f k", count / 1e3)
                : String.format(Locale.ENGLISH, "%.2f M", count / 1e6);
    }

    /// `part` of `whole` in percent, one decimal, none when `whole` is below 100: "12.4%".
    public static String percent(long part, long whole) {
        if (whole == 0) {
            return NONE;
        }
        return String.format(Locale.ENGLISH, whole < ONE_DECIMAL_FROM ? "%.0f%%" : "%.1f%%", 100.0 * part / whole);
    }

    /// A share between 0 and 1, one decimal: "12.4%".
    public static String percent(double share) {
        return Double.isNaN(share) ? NONE : String.format(Locale.ENGLISH, "%.1f%%", 100 * share);
    }

    /// A metric between 0 and 1, three decimals: "0.184".
    public static String metric(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ENGLISH, "%.3f", value);
    }

    /// An estimate with its interval: "0.184 (0.171-0.197)".
    public static String metric(double value, double low, double high) {
        return Double.isNaN(value) ? NONE : metric(value) + " (" + metric(low) + "-" + metric(high) + ")";
    }

    /// An amount with two decimals: "1,234.50".
    public static String amount(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ENGLISH, "%,.2f", value);
    }

    /// A p-value: "0.012" or "<0.001".
    public static String pValue(double p) {
        if (Double.isNaN(p)) {
            return NONE;
        }
        return p < SMALLEST_P ? "<0.001" : metric(p);
    }

    /// A change with arrow and sign: "▲ +12", "▼ -3", "± 0".
    public static String change(long by) {
        if (by == 0) {
            return "± 0";
        }
        return by > 0 ? "▲ +" + count(by) : "▼ " + count(by);
    }

    /// "14 Nov 2026".
    public static String date(LocalDate day) {
        return DAY.format(day);
    }

    /// "14 Nov 2026", in UTC as all event time is.
    public static String date(Instant time) {
        return DAY.format(time.atOffset(ZoneOffset.UTC));
    }

    /// The last day before a midnight, else the time: "14 Nov 2026" or "14 Nov 2026, 09:05".
    public static String until(Instant time) {
        boolean midnight = time.equals(time.truncatedTo(ChronoUnit.DAYS));
        return midnight ? date(time.minusMillis(1)) : dateTime(time);
    }

    /// "14 Nov 2026, 09:05", UTC.
    public static String dateTime(Instant time) {
        return MINUTE.format(time.atOffset(ZoneOffset.UTC));
    }

    /// "14 Nov 2026, 09:05:30", where it is told.
    public static String second(ZonedDateTime time) {
        return SECOND.format(time);
    }

    /// "820 ms", "12 s", "3 min", "2 h 5 min".
    public static String duration(Duration duration) {
        if (duration.toMillis() < 1) {
            return "under 1 ms";
        }
        if (duration.toMillis() < 1000) {
            return duration.toMillis() + " ms";
        }
        if (duration.toSeconds() < 90) {
            return duration.toSeconds() + " s";
        }
        long minutes = Math.round(duration.toSeconds() / 60.0);
        return minutes < 90 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /// "about 12 s left".
    public static String remaining(Duration duration) {
        return "about " + duration(duration.toMillis() < 1000 ? Duration.ofSeconds(1) : duration) + " left";
    }

    /// "812 bytes", "96.4 KiB", "1.4 MiB"; units of 1,024.
    public static String bytes(long bytes) {
        if (bytes < KIB) {
            return count(bytes) + (bytes == 1 ? " byte" : " bytes");
        }
        double kib = (double) bytes / KIB;
        return kib < KIB
                ? String.format(Locale.ENGLISH, "%.1f KiB", kib)
                : String.format(Locale.ENGLISH, "%,.1f MiB", kib / KIB);
    }
}
