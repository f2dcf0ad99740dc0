package app.attune.events.quality;

import app.attune.core.Require;
import java.time.Duration;
import java.util.List;

/// What can be expected of the events.
public sealed interface Check {
    /// The share of events with a value in a column is at least `least`, between 0 and 1.
    record Filled(String column, double least) implements Check {
        public Filled {
            Require.notBlank(column, "The column");
            Require.that(least >= 0 && least <= 1, "A share lies between 0 and 1, not at " + least);
        }
    }

    /// Every value of a column is one of these.
    record OneOf(String column, List<String> values) implements Check {
        public OneOf {
            Require.notBlank(column, "The column");
            values = List.copyOf(values);
            Require.that(!values.isEmpty(), "At least one value is allowed");
            Require.that(values.stream().noneMatch(value -> value.contains("|")), "A value has no bar in it");
        }
    }

    /// Every number of a column lies between these, both included.
    record Between(String column, double low, double high) implements Check {
        public Between {
            Require.notBlank(column, "The column");
            Require.that(low <= high, "From low to high, not " + low + " to " + high);
        }
    }

    /// No value of a column comes twice.
    record Different(String column) implements Check {
        public Different {
            Require.notBlank(column, "The column");
        }
    }

    /// The newest event is at most so old.
    record Fresh(Duration most) implements Check {
        public Fresh {
            Require.that(!most.isNegative(), "An age is not negative");
        }
    }

    /// Every day but the first and the last, which may be cut, has so many events.
    record Daily(long low, long high) implements Check {
        public Daily {
            Require.that(low >= 0 && low <= high, "From low to high, not " + low + " to " + high);
        }
    }
}
