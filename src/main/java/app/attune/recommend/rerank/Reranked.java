package app.attune.recommend.rerank;

import java.util.List;
import java.util.Optional;

/// A list after its re-ranking.
///
/// @param items   by place
/// @param dropped what the model had among its first n and the list has not, then what conditions and limits took from
///                further down, both in the model's order
/// @param notes   wishes that could not be met, in words
/// @param asked   how many places the list was to have
public record Reranked(List<Placed> items, List<Dropped> dropped, List<String> notes, int asked) {
    public Reranked {
        items = List.copyOf(items);
        dropped = List.copyOf(dropped);
        notes = List.copyOf(notes);
    }

    /// An item on the list.
    ///
    /// @param itemIdx its position
    /// @param place   from 1
    /// @param from    its place on the model's list
    /// @param score   the model's
    /// @param carried the score of the place, never rising down the list
    /// @param by      the step that moved it furthest; empty where it stands as before
    public record Placed(int itemIdx, int place, int from, double score, double carried, Optional<Step> by) {
        /// Such as "5 -> 2, diversity 0.3"; empty text where it stands as before.
        public String words() {
            return by.filter(step -> from != place)
                    .map(step -> from + " \u2192 " + place + ", " + step.words())
                    .orElse("");
        }
    }

    /// An item that is not on the list.
    ///
    /// @param from its place on the model's list
    /// @param by   the step that took it
    /// @param why  in words
    public record Dropped(int itemIdx, int from, Step by, String why) {}

    /// Of those, the ones that the model alone would have shown.
    public List<Dropped> missed() {
        return dropped.stream().filter(one -> one.from() <= asked).toList();
    }
}
