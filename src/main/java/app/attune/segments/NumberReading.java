package app.attune.segments;

import app.attune.events.EventFrame;
import java.util.function.IntToDoubleFunction;

/// Reads one number off a numeric field of a user's events: an average, the smallest, largest, first or last.
///
/// Missing values are left out; NaN when nothing is left.
///
/// @param numbers by row, NaN where missing
record NumberReading(EventFrame frame, Measure.Statistic statistic, IntToDoubleFunction numbers) {
    double of(Hits hits) {
        return switch (statistic) {
            case AVERAGE -> RoundedSum.average(hits, numbers);
            case SMALLEST -> smallest(hits, 0, hits.size());
            case LARGEST -> largest(hits, 0, hits.size());
            case FIRST -> first(hits);
            case LAST -> last(hits);
        };
    }

    private double smallest(Hits hits, int from, int to) {
        double smallest = Double.NaN;
        for (int place = from; place < to; place++) {
            double number = numbers.applyAsDouble(hits.row(place));
            smallest = number >= smallest || Double.isNaN(number) ? smallest : number;
        }
        return smallest;
    }

    private double largest(Hits hits, int from, int to) {
        double largest = Double.NaN;
        for (int place = from; place < to; place++) {
            double number = numbers.applyAsDouble(hits.row(place));
            largest = number <= largest || Double.isNaN(number) ? largest : number;
        }
        return largest;
    }

    private double first(Hits hits) {
        for (int place = 0; place < hits.size(); place++) {
            if (!Double.isNaN(numbers.applyAsDouble(hits.row(place)))) {
                int end = place + 1;
                while (end < hits.size() && frame.time(hits.row(end)) == frame.time(hits.row(place))) {
                    end++;
                }
                return smallest(hits, place, end);
            }
        }
        return Double.NaN;
    }

    private double last(Hits hits) {
        for (int place = hits.size() - 1; place >= 0; place--) {
            if (!Double.isNaN(numbers.applyAsDouble(hits.row(place)))) {
                int start = place;
                while (start > 0 && frame.time(hits.row(start - 1)) == frame.time(hits.row(place))) {
                    start--;
                }
                return largest(hits, start, place + 1);
            }
        }
        return Double.NaN;
    }
}
