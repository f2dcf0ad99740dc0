package app.attune.segments;

import app.attune.events.EventFrame;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.IntToDoubleFunction;

/// Sums that do not depend on how binary fractions fall: added with compensation, rounded half-up to 6 decimals.
///
/// The compensated sum is first read with 15 significant digits, so that 0.1 + 0.2 is 0.3 before it is rounded.
/// Source: Neumaier 1974, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54; the
/// loss of each addition as in Knuth 1997, "The Art of Computer Programming", vol. 2, section 4.2.2, theorem B.
final class RoundedSum {
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int DECIMALS = 6;
    private static final double SCALE = 1e6;
    /// Below this, a scaled sum is far finer than the distance to a tie that is taken as safe.
    private static final double SAFE = 1e11;

    private RoundedSum() {}

    /// Of the numbers of these rows, NaN left out; 0 when there are none.
    static double of(Hits hits, IntToDoubleFunction numbers) {
        return round(compensated(hits, numbers));
    }

    /// Of the values of the rows `from` (inclusive) to `to` (exclusive), NaN left out; 0 when there are none.
    static double of(EventFrame frame, int from, int to) {
        double sum = 0;
        double lost = 0;
        for (int row = from; row < to; row++) {
            double number = frame.value(row);
            if (!Double.isNaN(number)) {
                double next = sum + number;
                double added = next - sum;
                lost += (sum - (next - added)) + (number - added);
                sum = next;
            }
        }
        return round(sum + lost);
    }

    /// As [#of(Hits, IntToDoubleFunction)], the average; NaN when there are none.
    static double average(Hits hits, IntToDoubleFunction numbers) {
        int n = 0;
        for (int place = 0; place < hits.size(); place++) {
            n += Double.isNaN(numbers.applyAsDouble(hits.row(place))) ? 0 : 1;
        }
        return n == 0 ? Double.NaN : round(compensated(hits, numbers) / n);
    }

    /// What each addition loses is found without a branch.
    private static double compensated(Hits hits, IntToDoubleFunction numbers) {
        double sum = 0;
        double lost = 0;
        for (int place = 0; place < hits.size(); place++) {
            double number = numbers.applyAsDouble(hits.row(place));
            if (!Double.isNaN(number)) {
                double next = sum + number;
                double added = next - sum;
                lost += (sum - (next - added)) + (number - added);
                sum = next;
            }
        }
        return sum + lost;
    }

    static double round(double sum) {
        double scaled = sum * SCALE;
        double fromTie = Math.abs(Math.abs(scaled - Math.floor(scaled)) - 0.5);
        if (Math.abs(scaled) < SAFE && fromTie > 1e-3) {
            return Math.rint(scaled) / SCALE + 0.0;
        }
        if (!Double.isFinite(sum)) {
            return sum;
        }
        return BigDecimal.valueOf(sum)
                        .round(DIGITS)
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .doubleValue()
                + 0.0;
    }
}
