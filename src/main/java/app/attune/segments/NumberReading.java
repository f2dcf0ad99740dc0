package app.attune.segments;

import app.attune.events.EventFrame;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/// Reads one number off a numeric field of a user's events: an average, the smallest, largest, first or last.
///
/// Missing values are left out; NaN when nothing is left.
///
/// @param numbers by row, NaN where missing
record NumberReading(EventFrame frame, Measure.Statistic statistic, IntToDoubleFunction numbers) {
    /// Of the rows `from` (inclusive) to `to` (exclusive) that pass.
    double of(int from, int to, IntPredicate passes) {
        return switch (statistic) {
            case AVERAGE -> RoundedSum.average(from, to, passes, numbers);
            case SMALLEST -> smallest(from, to, passes);
            case LARGEST -> largest(from, to, passes);
            case FIRST -> first(from, to, passes);
            case LAST -> last(from, to, passes);
        };
    }

    private double smallest(int from, int to, IntPredicate passes) {
        double smallest = Double.NaN;
        for (int row = from; row < to; row++) {
            if (passes.test(row)) {
                double number = numbers.applyAsDouble(row);
                smallest = number >= smallest || Double.isNaN(number) ? smallest : number;
            }
        }
        return smallest;
    }

    private double largest(int from, int to, IntPredicate passes) {
        double largest = Double.NaN;
        for (int row = from; row < to; row++) {
            if (passes.test(row)) {
                double number = numbers.applyAsDouble(row);
                largest = number <= largest || Double.isNaN(number) ? largest : number;
            }
        }
        return largest;
    }

    private double first(int from, int to, IntPredicate passes) {
        for (int row = from; row < to; row++) {
            if (passes.test(row) && !Double.isNaN(numbers.applyAsDouble(row))) {
                int end = row + 1;
                while (end < to && frame.time(end) == frame.time(row)) {
                    end++;
                }
                return smallest(row, end, passes);
            }
        }
        return Double.NaN;
    }

    private double last(int from, int to, IntPredicate passes) {
        for (int row = to - 1; row >= from; row--) {
            if (passes.test(row) && !Double.isNaN(numbers.applyAsDouble(row))) {
                int start = row;
                while (start > from && frame.time(start - 1) == frame.time(row)) {
                    start--;
                }
                return largest(start, row + 1, passes);
            }
        }
        return Double.NaN;
    }
}
