package app.attune.recommend;

import app.attune.core.Problem;
import app.attune.events.EventFrame;
import java.util.Optional;

/// Tells models that learned from events that take something back, which histories are read without today.
public final class OlderModel {
    private OlderModel() {}

    /// Why the model should be trained again; empty if the events have nothing that it learned otherwise.
    public static Optional<Problem> of(ModelCard card, EventFrame events) {
        if (card.provenance().options().containsKey(InteractionOptions.TAKEN_BACK)) {
            return Optional.empty();
        }
        boolean learned = InteractionOptions.usesOf(events).stream()
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
}
