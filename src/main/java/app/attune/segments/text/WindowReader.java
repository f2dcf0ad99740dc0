package app.attune.segments.text;

import app.attune.core.WrittenTime;
import app.attune.segments.Window;
import app.attune.segments.Within;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Reads windows and spans of time.
final class WindowReader {
    private final TextCursor row;

    WindowReader(TextCursor row) {
        this.row = row;
    }

    /// All time where nothing is said of it.
    Window window() {
        if (row.takes("in the last")) {
            Within.Span span = span();
            return new Window.Last(span.amount(), span.unit());
        }
        if (row.takes("before the last")) {
            Within.Span span = span();
            return new Window.Earlier(span.amount(), span.unit());
        }
        return row.takes("from") ? between() : new Window.AllTime();
    }

    private Window between() {
        Instant from = time();
        row.needs("to before");
        Instant to = time();
        if (to.isBefore(from)) {
            throw row.wrong("the end of the window", "Write the earlier time first.");
        }
        return new Window.Between(from, to);
    }

    private Instant time() {
        String text = row.word()
                .orElseThrow(() -> row.expected("a time is", List.of()))
                .text();
        try {
            return WrittenTime.instant(text);
        } catch (DateTimeException e) {
            throw row.wrong("a time", "Write it as 2026-11-14 or 2026-11-14T09:30:00Z.");
        }
    }

    /// As in "24 hours".
    Within.Span span() {
        int amount = amount();
        String word = row.word()
                .orElseThrow(() -> row.expected("minutes, hours, days or weeks are", List.of()))
                .text()
                .toLowerCase(Locale.ROOT);
        String plural = word.endsWith("s") ? word : word + "s";
        return Arrays.stream(Window.Unit.values())
                .filter(unit -> unit.name().toLowerCase(Locale.ROOT).equals(plural))
                .map(unit -> new Within.Span(amount, unit))
                .findFirst()
                .orElseThrow(() -> row.wrong("a unit of time", "Write minutes, hours, days or weeks."));
    }

    private int amount() {
        String text = row.word()
                .orElseThrow(() -> row.expected("a number is", List.of()))
                .text();
        long amount = text.matches("\\d{1,10}") ? Long.parseLong(text) : 0;
        if (amount < 1 || amount > Integer.MAX_VALUE) {
            throw row.wrong("a whole number from 1 on", "Write a number and its unit: 30 days.");
        }
        return (int) amount;
    }
}
