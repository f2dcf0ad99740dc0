package app.attune.events;

import app.attune.core.Progress;
import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/// Values of a column that more than one event has.
///
/// Cost of making one: one pass over the events; for numbers and times a sort of a copy as well.
final class Repeated {
    private Repeated() {}

    static IntPredicate texts(CellValues.Texts texts, int rows, Progress progress) {
        int[] counts = new int[texts.size()];
        for (int row = 0; row < rows; row++) {
            if (texts.code(row) >= 0) {
                counts[texts.code(row)]++;
            }
            if ((row & CellValues.CHECK) == 0) {
                progress.checkpoint();
            }
        }
        return row -> texts.code(row) >= 0 && counts[texts.code(row)] > 1;
    }

    static DoublePredicate numbers(CellValues.Numbers numbers, int rows) {
        double[] sorted = IntStream.range(0, rows)
                .mapToDouble(numbers::number)
                .filter(value -> !Double.isNaN(value))
                .map(value -> value + 0.0)
                .sorted()
                .toArray();
        double[] twice = IntStream.range(1, sorted.length)
                .filter(i -> sorted[i] == sorted[i - 1])
                .mapToDouble(i -> sorted[i])
                .distinct()
                .toArray();
        return value -> Arrays.binarySearch(twice, value + 0.0) >= 0;
    }

    static LongPredicate times(CellValues.Times times, int rows) {
        long[] sorted = IntStream.range(0, rows)
                .mapToLong(times::millis)
                .filter(time -> time != DateColumn.MISSING)
                .sorted()
                .toArray();
        long[] twice = IntStream.range(1, sorted.length)
                .filter(i -> sorted[i] == sorted[i - 1])
                .mapToLong(i -> sorted[i])
                .distinct()
                .toArray();
        return time -> Arrays.binarySearch(twice, time) >= 0;
    }
}
