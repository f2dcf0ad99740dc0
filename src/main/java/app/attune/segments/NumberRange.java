package app.attune.segments;

import java.util.Optional;

/// The numbers that pass a comparison, where these are a range: many numbers are held against it without a call for
/// each. A missing number (NaN) lies in none.
///
/// @param low  the smallest that passes
/// @param high the largest that passes
record NumberRange(double low, double high) {
    /// Empty for a comparison that asks for something else.
    static Optional<NumberRange> of(Asked asked) {
        if (asked.values().isEmpty() || asked.whenMissing() == WhenMissing.YES) {
            return Optional.empty();
        }
        double first = Literals.requireNumber(asked.values().getFirst());
        double last = Literals.requireNumber(asked.values().getLast());
        return switch (asked.comparison()) {
            case AT_LEAST -> Optional.of(new NumberRange(first, Double.POSITIVE_INFINITY));
            case MORE_THAN -> Optional.of(new NumberRange(Math.nextUp(first), Double.POSITIVE_INFINITY));
            case AT_MOST -> Optional.of(new NumberRange(Double.NEGATIVE_INFINITY, first));
            case LESS_THAN -> Optional.of(new NumberRange(Double.NEGATIVE_INFINITY, Math.nextDown(first)));
            case BETWEEN -> Optional.of(new NumberRange(first, last));
            case IS, IS_NOT, CONTAINS, STARTS_WITH, IS_MISSING, IS_PRESENT -> Optional.empty();
        };
    }

    boolean has(double number) {
        return number >= low && number <= high;
    }
}
