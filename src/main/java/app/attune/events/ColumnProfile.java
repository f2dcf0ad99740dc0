package app.attune.events;

import java.util.List;

/// What one column of the event table holds, exactly: how many values there are, how many different ones, and how
/// they are spread.
///
/// @param rows     events in all
/// @param missing  events without a value
/// @param distinct different values
public record ColumnProfile(EventCells.Field field, long rows, long missing, long distinct, Spread spread) {
    /// How the values are spread.
    public sealed interface Spread permits Amounts, Moments, Words {}

    /// Numbers in bins of equal width from the least to the greatest; empty bins and NaN figures without any value.
    public record Amounts(List<Long> bins, double least, double median, double greatest) implements Spread {
        public Amounts {
            bins = List.copyOf(bins);
        }
    }

    /// Times in bins of equal width from the first to the last, epoch milliseconds; no bins without any value.
    public record Moments(List<Long> bins, long first, long last) implements Spread {
        public Moments {
            bins = List.copyOf(bins);
        }
    }

    /// Texts, the most frequent first.
    ///
    /// @param others events with any other text
    public record Words(List<TextCount> top, long others) implements Spread {
        public Words {
            top = List.copyOf(top);
        }
    }

    /// A text and how many events have it.
    public record TextCount(String text, long events) {}

    /// Between 0 and 1; 0 without events.
    public double missingShare() {
        return rows == 0 ? 0 : (double) missing / rows;
    }

    public long filled() {
        return rows - missing;
    }

    /// Whether no value comes twice.
    public boolean isUnique() {
        return distinct > 0 && distinct == filled();
    }
}
