package app.attune.segments;

import app.attune.core.Problem;
import java.util.List;

/// Something to say about one row of a condition.
///
/// @param path positions of the parts from the top to the row; empty for the top itself
public record ConditionFinding(List<Integer> path, Severity severity, Problem problem) {
    public ConditionFinding {
        path = List.copyOf(path);
    }

    /// What a finding means for the count.
    public enum Severity {
        /// The row cannot be evaluated.
        ERROR,
        /// The row is evaluated, perhaps not as meant: a name the data does not have is missing for everybody.
        WARNING
    }

    /// Whether it cannot be evaluated, or names something that the data does not have.
    public boolean leavesNobody() {
        return isError() || problem.code().startsWith("segments.unknown-");
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
