package app.attune.segments.discover;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// The roundest number within bounds, a multiple of the largest 1 or 5 times a power of ten there is, so that a rule
/// says 1,000 where the data says 998.4 to 1,003. All of the gap between two neighbouring values is used: any number in
/// it means the same users.
final class RoundNumber {
    private static final int LARGEST_STEP = 15;
    private static final int SMALLEST_STEP = -9;
    private static final List<BigDecimal> HALVES = List.of(BigDecimal.ONE, new BigDecimal("0.5"));

    private RoundNumber() {}

    /// The roundest x with `low` < x <= `high`; `high` itself where none is rounder.
    static BigDecimal above(double low, double high) {
        return roundest(low, high, RoundingMode.FLOOR, new BigDecimal(Double.toString(high)));
    }

    /// The roundest x with `low` <= x < `high`; `low` itself where none is rounder.
    static BigDecimal below(double low, double high) {
        return roundest(low, high, RoundingMode.CEILING, new BigDecimal(Double.toString(low)));
    }

    private static BigDecimal roundest(double low, double high, RoundingMode towards, BigDecimal exact) {
        for (int power = LARGEST_STEP; power >= SMALLEST_STEP; power--) {
            for (BigDecimal half : HALVES) {
                BigDecimal step = half.scaleByPowerOfTen(power);
                BigDecimal number = exact.divide(step, 0, towards).multiply(step);
                double found = number.doubleValue();
                if (towards == RoundingMode.FLOOR ? found > low : found < high) {
                    return number.stripTrailingZeros();
                }
            }
        }
        return exact;
    }
}
