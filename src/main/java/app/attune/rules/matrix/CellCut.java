package app.attune.rules.matrix;

import app.attune.segments.Condition;
import java.util.List;
import java.util.Optional;

/// Cuts the values of a subject into cells.
@FunctionalInterface
interface CellCut {
    /// Cells into which none of the rows, all about the subject, can look; empty when there are too many.
    Optional<List<Cell>> of(Subject subject, List<Condition> rows);
}
