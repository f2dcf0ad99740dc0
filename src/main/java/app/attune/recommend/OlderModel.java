package app.attune.recommend;

import app.attune.core.Problem;
import app.attune.events.EventFrame;
import java.util.List;
import java.util.Optional;

/// Tells models that learned from events that take something back, which histories are read without today.
/// Thread-safe; remembers what the events of a frame say of their types.
public final class OlderModel {
    private record Known(String dataHash, List<EventTypeUse> uses) {}

    private volatile Optional<Known> last = Optional.empty();

    /// Why the model should be trained again; empty if the events have nothing that it learned otherwise.
    public Optional<Problem> of(ModelCard card, EventFrame events) {
        if (card.provenance().options().containsKey(InteractionOptions.TAKEN_BACK)) {
            return Optional.empty();
        }
        boolean learned = usesOf(events).stream()
                .anyMatch(use ->
                        use.takenBack() > 0 && card.interactions().weights().containsKey(use.type()));
        return learned
                ? Optional.of(new Problem(
                        "decide.older-model",
                        "The model " + card.id() + " learned also from events with a value or quantity below zero, such"
                                + " as returns; today's lists leave them out of what a user did.",
                        "Train it again, so that both mean the same."))
                : Optional.empty();
    }

    /// Looks at every event once for each state of the data.
    List<EventTypeUse> usesOf(EventFrame events) {
        Known known = last.filter(one -> one.dataHash().equals(events.dataHash()))
                .orElseGet(() -> new Known(events.dataHash(), InteractionOptions.usesOf(events)));
        last = Optional.of(known);
        return known.uses();
    }
}
