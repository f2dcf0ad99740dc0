package app.attune.events;

import app.attune.core.Progress;
import java.util.Comparator;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/// The values of a column as longs that sort as the values do; rows without a value come last both ways.
final class RowKeys {
    private static final Comparator<String> ALPHABET =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    private RowKeys() {}

    /// Cost of making one: for texts a sort of the column's different texts.
    static IntToLongFunction of(EventCells cells, EventSort sort, Progress progress) {
        if (sort.isNone()) {
            return row -> 0;
        }
        boolean up = sort.isUp();
        return switch (cells.values(cells.require(sort.field()))) {
            case CellValues.Numbers numbers ->
                row -> {
                    double value = numbers.number(row);
                    return key(Double.isNaN(value), bits(value), up);
                };
            case CellValues.Times times -> row -> key(times.millis(row) == DateColumn.MISSING, times.millis(row), up);
            case CellValues.Texts texts -> {
                int[] ranks = ranks(texts, progress);
                yield row -> {
                    int code = texts.code(row);
                    return key(code < 0, code < 0 ? 0 : ranks[code], up);
                };
            }
        };
    }

    private static long key(boolean missing, long value, boolean up) {
        if (missing) {
            return Long.MAX_VALUE;
        }
        return up ? value : ~value;
    }

    /// Longs in the order of the doubles; both zeros are one.
    private static long bits(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits < 0 ? Long.MIN_VALUE + ~bits : bits;
    }

    /// The place of each code by text; equal texts share one.
    private static int[] ranks(CellValues.Texts texts, Progress progress) {
        int[] asked = {0};
        Comparator<Integer> byText = (one, other) -> {
            if ((asked[0]++ & CellValues.CHECK) == 0) {
                progress.checkpoint();
            }
            return ALPHABET.compare(texts.text(one), texts.text(other));
        };
        int[] sorted = IntStream.range(0, texts.size())
                .boxed()
                .sorted(byText)
                .mapToInt(Integer::intValue)
                .toArray();
        int[] ranks = new int[sorted.length];
        for (int place = 1; place < sorted.length; place++) {
            boolean same = texts.text(sorted[place]).equals(texts.text(sorted[place - 1]));
            ranks[sorted[place]] = ranks[sorted[place - 1]] + (same ? 0 : 1);
        }
        return ranks;
    }
}
