package app.attune.rules;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import java.util.List;
import java.util.Optional;

/// Makes the decisions that tests ask for.
public interface TestedDecisions {
    /// What came of it.
    ///
    /// @param offers their codes, as shown
    /// @param items  the list, place 1 first
    /// @param traces one per rule, in order
    record Got(List<String> offers, List<ItemId> items, List<RuleTrace> traces) {
        public Got {
            offers = List.copyOf(offers);
            items = List.copyOf(items);
            traces = List.copyOf(traces);
        }
    }

    /// Empty where the data does not have the user.
    Optional<Got> decide(RuleProgram program, DecisionTest.Asked asked, Progress progress);
}
