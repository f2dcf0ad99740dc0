package app.attune.events.read.shape;

import java.math.BigDecimal;

/// A number at a path, times a factor: one part of a sum.
///
/// @param times a plain number such as `1000`; blank for 1
public record ShapeTerm(String path, String times) {
    public ShapeTerm {
        FieldPath.of(path);
        times = Given.text(times);
        if (!times.isEmpty() && Decimals.parse(times).isEmpty()) {
            throw ShapeProblems.bad("The factor '" + times + "' of a sum is no plain number");
        }
    }

    BigDecimal factor() {
        return times.isEmpty() ? BigDecimal.ONE : Decimals.parse(times).orElseThrow();
    }
}
