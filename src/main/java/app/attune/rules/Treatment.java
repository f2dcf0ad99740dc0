package app.attune.rules;

import app.attune.core.ItemId;
import app.attune.core.Require;

/// What a rule does for the users of its segment.
///
/// Recommend and Offer are exclusive: the first rule in order that matches wins, later ones lose to it. Boost, Bury,
/// Pin and Exclude add up over rules; where two rules speak of the same item, the earlier one decides for that item.
public sealed interface Treatment {
    /// Takes the list from a trained model.
    ///
    /// @param model its kind, such as `item-knn`
    record Recommend(String model) implements Treatment {
        public Recommend {
            Require.notBlank(model, "The model of a recommendation");
        }
    }

    /// Multiplies the score of the items by a factor above 1.
    record Boost(ItemSelector items, double factor) implements Treatment {
        public Boost {
            Require.that(factor > 1 && factor <= 100, "A boost factor is above 1 and at most 100");
        }
    }

    /// Multiplies the score of the items by a factor between 0 and 1.
    record Bury(ItemSelector items, double factor) implements Treatment {
        public Bury {
            Require.that(factor > 0 && factor < 1, "A bury factor is between 0 and 1");
        }
    }

    /// Puts an item at a place of the list, 1 being the top, even if the model would not have listed it.
    record Pin(ItemId item, int place) implements Treatment {
        public Pin {
            Require.that(place >= 1 && place <= 100, "A place is from 1 to 100");
        }
    }

    /// Never shows the items.
    record Exclude(ItemSelector items) implements Treatment {}

    /// Shows an offer next to the list.
    record Offer(String code, String text) implements Treatment {
        public Offer {
            Require.notBlank(code, "An offer's code");
        }
    }
}
