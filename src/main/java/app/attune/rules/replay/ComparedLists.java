package app.attune.rules.replay;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.rules.RequestContext;
import app.attune.rules.RuleProgram;
import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;

/// Compares the lists that two programs make from what the trained models propose.
@FunctionalInterface
public interface ComparedLists {
    /// The lists of two programs.
    ///
    /// @param differ   tells of a user and a request whether the one program shows other items than the other, or the
    ///                 same at other places
    /// @param problems what is missing to make the lists, such as a model that cannot be read
    record Lists(BiPredicate<UserId, RequestContext> differ, List<Problem> problems) {
        public Lists {
            problems = List.copyOf(problems);
        }
    }

    /// @param at when the lists are made
    Lists between(RuleProgram before, RuleProgram after, Instant at, Progress progress);

    /// Where no lists are made.
    static ComparedLists none() {
        return (before, after, at, progress) -> new Lists((user, context) -> false, List.of());
    }
}
