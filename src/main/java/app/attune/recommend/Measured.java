package app.attune.recommend;

import app.attune.core.Problem;
import java.util.List;

/// What measuring in some way gave.
public sealed interface Measured {
    /// On one test part.
    ///
    /// @param groups   by items in training first, then as asked
    /// @param findings lines of a split file that were of no use; empty for other ways
    record Once(Evaluation evaluation, List<GroupResults> groups, List<Problem> findings) implements Measured {
        public Once {
            groups = List.copyOf(groups);
            findings = List.copyOf(findings);
        }
    }

    /// On one period after another.
    record Rolling(RollingEvaluation evaluation) implements Measured {}
}
