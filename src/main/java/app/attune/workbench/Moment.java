package app.attune.workbench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The time a window looks at.
///
/// @param asOf   that time
/// @param latest the time of the latest data
record Moment(Instant asOf, Instant latest) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm[:ss]", Locale.ROOT);

    /// Whether anything was imported: of no data the latest time is the epoch.
    boolean isOfData() {
        return !latest.equals(Instant.EPOCH);
    }

    boolean isLatest() {
        return asOf.equals(latest);
    }

    boolean isPast() {
        return asOf.isBefore(latest);
    }

    String day() {
        return day(asOf);
    }

    String time() {
        String time = TIME.format(asOf.atOffset(ZoneOffset.UTC));
        return time.endsWith(":00") ? time.substring(0, "00:00".length()) : time;
    }

    /// As in "2026-03-01 00:00 UTC".
    static String words(Instant time) {
        Moment moment = new Moment(time, time);
        return moment.day() + " " + moment.time() + " UTC";
    }

    private static String day(Instant time) {
        return DAY.format(time.atOffset(ZoneOffset.UTC));
    }
}
