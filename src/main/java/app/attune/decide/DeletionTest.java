package app.attune.decide;

import app.attune.core.ItemId;
import java.util.List;
import java.util.OptionalInt;

/// What becomes of an item of a list without the items of the history that are cited for it: whether what is said of
/// its reason is so.
///
/// @param place on the list, 1 being the top
/// @param rank  among all the candidates of the model, 1 being the best; empty of an item that only a rule brought
/// @param cases each cited item alone, strongest first, then all of them together if there are several
public record DeletionTest(ItemId item, int place, OptionalInt rank, List<Without> cases) {
    public DeletionTest {
        cases = List.copyOf(cases);
    }

    /// Where the item is without some of the history; the same model, rules, segments and time.
    ///
    /// @param removed from the history; they are not proposed instead
    /// @param place   empty where the item leaves the list
    /// @param rank    among the candidates of the model; empty where the model has no score for the item any more
    public record Without(List<ItemId> removed, OptionalInt place, OptionalInt rank) {
        public Without {
            removed = List.copyOf(removed);
        }
    }

    /// Whether the item is lower on the list, or off it, without all that is cited for it.
    public boolean isLower() {
        return isLower(cases.getLast());
    }

    /// Whether it is in one of the cases.
    public boolean isLower(Without without) {
        return without.place().isEmpty() || without.place().getAsInt() > place;
    }
}
