package app.attune.events;

import app.attune.core.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// Looks through whole columns, exactly and once.
///
/// Cost a column: one pass over the events; for numbers and times a sort of a copy as well.
public final class ColumnProfiler {
    static final int BINS = 16;
    private static final int TOP = 5;

    private final EventCells cells;
    private final Progress progress;

    private ColumnProfiler(EventCells cells, Progress progress) {
        this.cells = cells;
        this.progress = progress;
    }

    /// A profile of every column, in the order of the table.
    public static List<ColumnProfile> of(EventCells cells, Progress progress) {
        ColumnProfiler profiler = new ColumnProfiler(cells, progress);
        List<ColumnProfile> profiles = new ArrayList<>();
        for (EventCells.Field field : cells.fields()) {
            progress.report(
                    "Looking through " + field.name(),
                    profiles.size(),
                    cells.fields().size());
            progress.checkpoint();
            profiles.add(profiler.profile(field));
        }
        return List.copyOf(profiles);
    }

    private ColumnProfile profile(EventCells.Field field) {
        return switch (cells.values(field)) {
            case CellValues.Texts texts -> words(field, texts);
            case CellValues.Numbers numbers -> amounts(field, numbers);
            case CellValues.Times times -> moments(field, times);
        };
    }

    private int rows() {
        return cells.frame().eventCount();
    }

    private ColumnProfile words(EventCells.Field field, CellValues.Texts texts) {
        long[] counts = new long[texts.size()];
        long missing = 0;
        for (int row = 0; row < rows(); row++) {
            int code = texts.code(row);
            if (code < 0) {
                missing++;
            } else {
                counts[code]++;
            }
            check(row);
        }
        List<ColumnProfile.TextCount> found =
                field.kind() == EventCells.Kind.ITEM_NAME ? byText(texts, counts) : byCode(texts, counts);
        long distinct = found.size();
        List<ColumnProfile.TextCount> top = found.stream()
                .sorted(Comparator.comparingLong(ColumnProfile.TextCount::events)
                        .reversed()
                        .thenComparing(ColumnProfile.TextCount::text))
                .limit(TOP)
                .toList();
        long shown = top.stream().mapToLong(ColumnProfile.TextCount::events).sum();
        return new ColumnProfile(
                field, rows(), missing, distinct, new ColumnProfile.Words(top, rows() - missing - shown));
    }

    private static List<ColumnProfile.TextCount> byCode(CellValues.Texts texts, long[] counts) {
        List<ColumnProfile.TextCount> found = new ArrayList<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                found.add(new ColumnProfile.TextCount(texts.text(code), counts[code]));
            }
        }
        return found;
    }

    /// Items of the same name count as one text.
    private static List<ColumnProfile.TextCount> byText(CellValues.Texts texts, long[] counts) {
        Map<String, Long> sums = new HashMap<>();
        byCode(texts, counts).forEach(count -> sums.merge(count.text(), count.events(), Long::sum));
        return sums.entrySet().stream()
                .map(entry -> new ColumnProfile.TextCount(entry.getKey(), entry.getValue()))
                .toList();
    }

    private ColumnProfile amounts(EventCells.Field field, CellValues.Numbers numbers) {
        double[] values = new double[rows()];
        int filled = 0;
        for (int row = 0; row < rows(); row++) {
            double value = numbers.number(row);
            if (!Double.isNaN(value)) {
                values[filled++] = value + 0.0;
            }
            check(row);
        }
        double[] sorted = Arrays.copyOf(values, filled);
        Arrays.sort(sorted);
        progress.checkpoint();
        if (filled == 0) {
            ColumnProfile.Amounts none = new ColumnProfile.Amounts(List.of(), Double.NaN, Double.NaN, Double.NaN);
            return new ColumnProfile(field, rows(), rows(), 0, none);
        }
        double least = sorted[0];
        double greatest = sorted[filled - 1];
        long[] bins = new long[BINS];
        long distinct = 0;
        for (int i = 0; i < filled; i++) {
            distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
            bins[bin((sorted[i] - least) / (greatest - least))]++;
        }
        double median = (sorted[(filled - 1) / 2] + sorted[filled / 2]) / 2;
        return new ColumnProfile(
                field,
                rows(),
                rows() - filled,
                distinct,
                new ColumnProfile.Amounts(boxed(bins), least, median, greatest));
    }

    private ColumnProfile moments(EventCells.Field field, CellValues.Times times) {
        long[] values = new long[rows()];
        int filled = 0;
        for (int row = 0; row < rows(); row++) {
            if (times.millis(row) != DateColumn.MISSING) {
                values[filled++] = times.millis(row);
            }
            check(row);
        }
        long[] sorted = Arrays.copyOf(values, filled);
        Arrays.sort(sorted);
        progress.checkpoint();
        if (filled == 0) {
            return new ColumnProfile(field, rows(), rows(), 0, new ColumnProfile.Moments(List.of(), 0, 0));
        }
        long first = sorted[0];
        long last = sorted[filled - 1];
        long[] bins = new long[BINS];
        long distinct = 0;
        for (int i = 0; i < filled; i++) {
            distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
            bins[bin((double) (sorted[i] - first) / (last - first))]++;
        }
        return new ColumnProfile(
                field, rows(), rows() - filled, distinct, new ColumnProfile.Moments(boxed(bins), first, last));
    }

    /// Where in the bins a share of the width lies; NaN, from a width of nothing, is the first.
    private static int bin(double share) {
        return Math.clamp((int) (share * BINS), 0, BINS - 1);
    }

    private static List<Long> boxed(long[] bins) {
        return LongStream.of(bins).boxed().toList();
    }

    private void check(int step) {
        if ((step & CellValues.CHECK) == 0) {
            progress.checkpoint();
        }
    }
}
