package app.attune.segments.compare;

import app.attune.stats.Interval;
import java.time.Instant;
import java.util.List;

/// What the users of several segments did in the days before a time, on average.
///
/// @param days  that count, up to `asOf`
/// @param sales the event types that are sales; where there are none, nothing is said of conversion and revenue
/// @param rows  the segments as they were named, then everybody
public record KeyFigures(Instant asOf, int days, List<String> sales, List<Row> rows) {
    public KeyFigures {
        sales = List.copyOf(sales);
        rows = List.copyOf(rows);
    }

    /// One segment, or everybody.
    ///
    /// @param users   however many; figures are told of at least [SegmentProfile#FEWEST]
    /// @param figures empty of fewer users
    public record Row(String name, int users, List<Figure> figures) {
        public Row {
            figures = List.copyOf(figures);
        }
    }

    /// What is measured of each user.
    public enum Measure {
        /// Share of users with a sale.
        CONVERSION,
        /// Value of the sales of a user.
        REVENUE,
        /// Events of a user, whatever their type.
        EVENTS
    }

    /// With a 95 % interval: of shares Wilson's, of means the percentile bootstrap.
    public record Figure(Measure measure, Interval value) {}
}
