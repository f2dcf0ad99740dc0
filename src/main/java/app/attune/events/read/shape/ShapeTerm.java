package app.attune.events.read.shape;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Optional;

/// A number at a path, times a factor: one part of a sum.
///
/// @param times a plain number such as `1000`, or the path of a number, which counts as 1 where it is missing; blank
///              for 1
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ShapeTerm(String path, String times) {
    public ShapeTerm {
        FieldPath.of(path);
        times = Given.text(times);
        FieldPath.of(times);
    }

    /// The factor if it is the same for all rows.
    Optional<BigDecimal> fixed() {
        return times.isEmpty() ? Optional.of(BigDecimal.ONE) : Decimals.parse(times);
    }
}
