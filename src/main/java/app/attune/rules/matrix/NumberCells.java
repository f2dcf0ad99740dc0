package app.attune.rules.matrix;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Cuts a range of numbers at the numbers that rows name: every named number alone, and what lies between two of them.
///
/// @param low   the smallest, or the number all are above
/// @param high  the largest
/// @param whole whether only whole numbers come
record NumberCells(double low, double high, boolean whole) {
    private static final int MOST_DECIMALS = 6;

    static NumberCells any() {
        return new NumberCells(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);
    }

    static NumberCells from(double low, double high) {
        return new NumberCells(low, high, false);
    }

    static NumberCells counts(double high) {
        return new NumberCells(0, high, true);
    }

    /// Ascending, together the whole range.
    List<Cell> cut(List<Double> named) {
        return whole ? wholeCells(named) : realCells(named);
    }

    private List<Cell> wholeCells(List<Double> named) {
        TreeSet<Double> points = new TreeSet<>();
        points.add(low);
        for (double number : named) {
            for (double near :
                    new double[] {Math.floor(number) - 1, Math.floor(number), Math.ceil(number), Math.ceil(number) + 1
                    }) {
                if (near >= low && near <= high) {
                    points.add(near + 0.0);
                }
            }
        }
        List<Cell> cells = new ArrayList<>();
        for (double point : points) {
            Double next = points.higher(point);
            cells.add(new Cell.Numbers(point, next == null ? high : next - 1, point));
        }
        return cells;
    }

    private List<Cell> realCells(List<Double> named) {
        TreeSet<Double> points = new TreeSet<>();
        named.stream().filter(number -> number >= low && number <= high).forEach(number -> points.add(number + 0.0));
        if (Double.isFinite(low)) {
            points.add(low + 0.0);
        }
        if (Double.isFinite(high)) {
            points.add(high + 0.0);
        }
        List<Cell> cells = new ArrayList<>();
        double before = Double.NEGATIVE_INFINITY;
        for (double point : points) {
            addBetween(Math.max(before, low), point, cells);
            cells.add(Cell.Numbers.of(point));
            before = point;
        }
        addBetween(Math.max(before, low), high, cells);
        return cells;
    }

    private static void addBetween(double from, double to, List<Cell> cells) {
        double pick = between(from, to);
        if (pick > from && pick < to) {
            cells.add(new Cell.Numbers(from, to, pick));
        }
    }

    /// A short number strictly between two, if there is any.
    private static double between(double from, double to) {
        if (Double.isInfinite(from)) {
            return Double.isInfinite(to) ? 0 : Math.min(Math.ceil(to) - 1, Math.nextDown(to));
        }
        if (Double.isInfinite(to)) {
            return Math.max(Math.floor(from) + 1, Math.nextUp(from));
        }
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            double short1 = BigDecimal.valueOf(from)
                    .setScale(decimals, RoundingMode.FLOOR)
                    .add(BigDecimal.ONE.movePointLeft(decimals))
                    .doubleValue();
            if (short1 > from && short1 < to) {
                return short1;
            }
        }
        return from / 2 + to / 2;
    }
}
