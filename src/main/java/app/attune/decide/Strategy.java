package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.rules.TriedModel;
import java.util.List;
import java.util.Optional;

/// How the list of a decision came about, from all items to the places: what the decision itself did, and not worked
/// out again.
///
/// @param models that were asked, in order; the last one gave the candidates if any did
/// @param stages in the order of [Stage.Name], each once
/// @param listed the items of the list, place 1 first
public record Strategy(List<Asked> models, List<Stage> stages, List<ItemId> listed) {
    public Strategy {
        models = List.copyOf(models);
        stages = List.copyOf(stages);
        listed = List.copyOf(listed);
    }

    /// A model that was asked.
    ///
    /// @param items how many it scored
    public record Asked(String model, TriedModel.Answer answer, int items) {}

    /// The model that gave the candidates.
    public Optional<Asked> source() {
        return models.stream()
                .filter(asked -> asked.answer() == TriedModel.Answer.GAVE)
                .findFirst();
    }

    /// Why an item is on the list, or why not. What a pin brings back ended where it ended last.
    public ItemFate fate(ItemId item) {
        int at = listed.indexOf(item);
        if (at >= 0) {
            return new ItemFate.Listed(at + 1);
        }
        for (Stage stage : stages.reversed()) {
            Optional<Stage.Dropped> dropped = stage.dropped().stream()
                    .filter(one -> one.item().equals(item))
                    .findFirst();
            if (dropped.isPresent()) {
                return new ItemFate.Fell(stage.name(), stage.in() + stage.added(), dropped.get());
            }
        }
        return new ItemFate.Unknown();
    }
}
