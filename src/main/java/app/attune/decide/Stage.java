package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.rules.RuleId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One step from all items to the list of a decision: `in + added = out + dropped`.
///
/// @param in      items that came to it
/// @param added   items that only it brought, as a pin does
/// @param changed items it kept and gave another score or place
/// @param out     items that it left
/// @param dropped items that ended here, in the order in which they came
public record Stage(Name name, int in, int added, int changed, int out, List<Dropped> dropped) {
    public Stage {
        dropped = List.copyOf(dropped);
    }

    /// The steps, in order.
    public enum Name {
        /// The model that gives the list scores items that the user does not have yet.
        CANDIDATES,
        /// Rules exclude items.
        FILTERS,
        /// Rules boost and bury items.
        RANKING,
        /// Rules pin items.
        PINS,
        /// Limits of the list hold items back while places are filled.
        LIMITS,
        /// Places are filled up to the length of the list.
        LIST
    }

    /// Why an item ended.
    public enum Cause {
        /// The user has it already: it is in the history that models look at.
        SEEN,
        /// The model gives it no score for this user.
        NOT_PROPOSED,
        /// A rule excludes it.
        EXCLUDED,
        /// A limit of the list had no room for it.
        LIMITED,
        /// Better ones filled the list.
        NO_PLACE,
        /// A rule pins it at a place that the list does not reach.
        PIN_NO_PLACE
    }

    /// An item that ended.
    ///
    /// @param rule  that dropped it; with LIMITED and NO_PLACE the rule that boosted or buried it before
    /// @param limit that held it back, in words; empty without
    /// @param rank  it had among those that came to the stage, 1 being the best; empty where it had no score
    /// @param score it had before the stage; 0 without
    public record Dropped(
            ItemId item, Cause cause, Optional<RuleId> rule, String limit, OptionalInt rank, double score) {}
}
