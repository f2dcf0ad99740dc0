package app.attune.rules.replay;

import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.rules.RequestContext;
import app.attune.rules.RuleProgram;
import java.time.Instant;
import java.util.function.BiPredicate;

/// Compares the lists that two programs make from what the trained models propose.
@FunctionalInterface
public interface ComparedLists {
    /// Tells of a user and a request whether the one program shows other items than the other, or the same at other
    /// places.
    ///
    /// @param at when the lists are made
    BiPredicate<UserId, RequestContext> between(RuleProgram before, RuleProgram after, Instant at, Progress progress);

    /// Where no lists are made.
    static ComparedLists none() {
        return (before, after, at, progress) -> (user, context) -> false;
    }
}
