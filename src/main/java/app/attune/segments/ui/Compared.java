package app.attune.segments.ui;

import app.attune.segments.Comparison;
import app.attune.segments.ValueCount;
import app.attune.segments.WhenMissing;
import java.util.List;

/// How something is compared, with what, and what is said of a missing value.
record Compared(Comparison comparison, List<String> values, WhenMissing whenMissing) {
    /// Compared otherwise, with as many of the values as that takes.
    Compared with(Comparison other) {
        return new Compared(other, fitting(other, values), other.asksForMissing() ? WhenMissing.NO : whenMissing);
    }

    Compared with(List<String> others) {
        return new Compared(comparison, others, whenMissing);
    }

    Compared with(WhenMissing other) {
        return new Compared(comparison, values, other);
    }

    private static List<String> fitting(Comparison comparison, List<String> values) {
        return switch (ValueCount.of(comparison)) {
            case NONE -> List.of();
            case ONE -> values.stream().limit(1).toList();
            case TWO -> values.stream().limit(2).toList();
            case SOME -> values;
        };
    }
}
