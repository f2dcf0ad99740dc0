package app.attune.events;

import app.attune.core.ProblemException;
import app.attune.events.read.DateOrder;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.RawRow;
import app.attune.events.read.Source;
import app.attune.events.read.SourceReader;
import app.attune.events.read.TimeFormat;
import app.attune.events.read.TimeReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Looks on in a file whose first rows leave open whether day or month come first in its times.
final class OrderGuess {
    /// Clocks of sources may run ahead this far.
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final int ROWS = 50_000;

    private final TimeReader own;
    private final TimeReader other;
    private final DateOrder order;
    private int tells;

    private OrderGuess(TimeFormat format, TimeFormat swapped, DateOrder order) {
        this.own = new TimeReader(format);
        this.other = new TimeReader(swapped);
        this.order = order;
    }

    /// Times after this are in the future.
    static Instant latest(Clock clock) {
        return clock.instant().plus(AHEAD);
    }

    /// The mapping, with the other order of day and month if rows further down speak for it.
    static Mapping in(Mapping mapping, ImportPreview preview, Source source, Instant latest) {
        TimeFormat format = mapping.time();
        Optional<TimeFormat> swapped = DateOrder.other(format);
        boolean open = mapping.columnOf(ColumnRole.TIME).isPresent()
                && swapped.isPresent()
                && DateOrder.verdict(format, WrittenTimes.first(mapping, preview, ImportPreview.ROWS), latest)
                        != DateOrder.Verdict.TOLD;
        if (!open) {
            return mapping;
        }
        OrderGuess guess = new OrderGuess(
                format, swapped.orElseThrow(), DateOrder.of(format, latest).orElseThrow());
        guess.read(mapping, preview, source);
        return guess.isOther() ? mapping.withTime(swapped.orElseThrow()) : mapping;
    }

    private boolean isOther() {
        return tells < 0 || (tells == 0 && order.verdict() == DateOrder.Verdict.UNLIKELY);
    }

    /// Up to the first time that one of the orders reads and the other does not. What keeps a file from being read is
    /// told when it is imported.
    private void read(Mapping mapping, ImportPreview preview, Source source) {
        try (SourceReader reader = SourceReader.open(source, preview.format())) {
            WrittenTimes times = WrittenTimes.of(mapping, reader.columns());
            int rows = 0;
            while (tells == 0 && rows++ < ROWS) {
                Optional<RawRow> row = reader.next();
                if (row.isEmpty()) {
                    return;
                }
                if (row.get() instanceof RawRow.Values values) {
                    add(times.text(values.values()));
                }
            }
        } catch (ProblemException e) {
            tells = 0;
        }
    }

    private void add(String text) {
        own.millis(text).ifPresent(order::add);
        tells = Boolean.compare(own.millis(text).isPresent(), other.millis(text).isPresent());
    }
}
