package app.attune.segments;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.util.ArrayList;
import java.util.List;

/// Which rows of a condition what a server knows of a user cannot answer.
public final class CarriedRows {
    private CarriedRows() {}

    /// One problem for each such row, with its place.
    public static List<Problem> problems(Condition condition) {
        List<Problem> problems = new ArrayList<>();
        visit(condition, List.of(), problems);
        return problems;
    }

    private static void visit(Condition condition, List<Integer> path, List<Problem> problems) {
        if (!isCarried(condition)) {
            Problem problem = problem(condition);
            problems.add(path.isEmpty() ? problem : ConditionProblems.at(problem, path));
        }
        List<Condition> parts = Conditions.parts(condition);
        for (int i = 0; i < parts.size(); i++) {
            visit(parts.get(i), Conditions.child(path, i), problems);
        }
    }

    /// Numbers and items are, other texts are not.
    static boolean isCarried(Condition condition) {
        return condition instanceof EventCondition row
                ? !(row.measure() instanceof Measure.TextOf)
                : !(condition instanceof UserCondition) || condition instanceof ConsentCondition;
    }

    static ProblemException refusal(Condition row) {
        return new ProblemException(problem(row));
    }

    private static Problem problem(Condition row) {
        return new Problem(
                "segments.not-carried",
                "A bundle cannot carry \"" + ConditionSentence.byId().row(row) + "\" yet.",
                "Take the row out of the segment, or delete the segment, then export.");
    }
}
