package app.attune.segments.discover;

import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.WhenMissing;
import java.util.List;

/// The values of a trait that a rule allows: above one number, not above another, and perhaps missing ones.
record Limits(double above, double upTo, boolean missing) {
    static final Limits ALL = new Limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true);

    /// Those of them not above `split`; missing values are above everything.
    Limits notAbove(double split) {
        return new Limits(above, Math.min(upTo, split), false);
    }

    Limits above(double split) {
        return new Limits(Math.max(above, split), upTo, missing);
    }

    /// Those of them that are not missing.
    Limits present() {
        return new Limits(above, upTo, false);
    }

    boolean has(double value) {
        return Double.isNaN(value) ? missing : value > above && value <= upTo;
    }

    /// As a row of a condition that says so with round numbers: they may lie anywhere between two neighbouring values.
    Condition row(TraitColumn column) {
        Trait trait = column.trait();
        boolean low = column.min() <= above;
        boolean high = column.max() > upTo;
        if (trait instanceof Trait.TextValue text) {
            return low
                    ? trait.row(Comparison.IS, List.of(text.value()), WhenMissing.NO)
                    : trait.row(Comparison.IS_NOT, List.of(text.value()), when(column.hasMissing()));
        }
        WhenMissing unknown = when(missing && column.hasMissing());
        if (column.max() <= above) {
            return trait.row(Comparison.IS_MISSING, List.of(), WhenMissing.NO);
        }
        if (low && high) {
            return trait.row(Comparison.BETWEEN, List.of(lowest(column), highest(column)), unknown);
        }
        if (low) {
            return trait.row(Comparison.AT_LEAST, List.of(lowest(column)), unknown);
        }
        return high
                ? trait.row(
                        column.floor(upTo) == 0 && column.min() == 0 ? Comparison.IS : Comparison.AT_MOST,
                        List.of(highest(column)),
                        unknown)
                : trait.row(Comparison.IS_PRESENT, List.of(), WhenMissing.NO);
    }

    private static WhenMissing when(boolean matches) {
        return matches ? WhenMissing.YES : WhenMissing.NO;
    }

    private String lowest(TraitColumn column) {
        return column.trait().between(column.floor(above), column.higher(above));
    }

    private String highest(TraitColumn column) {
        double floor = column.floor(upTo);
        return floor == 0 ? "0" : column.trait().under(floor, column.higher(upTo));
    }
}
