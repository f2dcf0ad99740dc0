package app.attune.core.sql;

import app.attune.core.Problem;
import java.util.List;

/// What a comparison of a store with its sums found.
///
/// @param tables   how many were read to the end
/// @param problems one for each table that is not what was saved; empty if the store is whole
public record SumsCheck(int tables, long rows, List<Problem> problems) {
    public SumsCheck {
        problems = List.copyOf(problems);
    }
}
