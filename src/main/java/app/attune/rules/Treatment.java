package app.attune.rules;

import app.attune.core.ItemId;
import app.attune.core.Require;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What a rule does for the users of its segment.
///
/// How the treatments of an ordered rule set act together; [RuleEngine] does exactly this, and any other decider that
/// follows it gives the same decisions. Rules are taken in order, the first has the highest priority; where the
/// [HitPolicy] is PRIORITY, in the order of their weight, the heaviest first, one without weight as if it were 0, and
/// equal weights in the order of the rules. "Earlier", "first" and "order" below mean this order; decisions list rules
/// in the order of the rule set.
///
/// 1. Each rule ends at the first of these that holds, asked in this order; a rule of which none holds matches.
///    1. It is not active: INACTIVE (STATUS).
///    2. Its schedule does not run at the time of the decision ([Schedule]): INACTIVE (SCHEDULE).
///    3. The kill switch is pulled and it is no Exclude: INACTIVE (SWITCHED_OFF).
///    4. The user is not in its segment: NOT_MATCHED (SEGMENT).
///    5. The request is not as it asks ([ContextCondition]): NOT_MATCHED (CONTEXT). What a request does not give is not
///       as asked.
///    6. The user is not in its rollout ([Rollout]): NOT_MATCHED (ROLLOUT).
///    7. It fired for the user as often as its cap allows ([FrequencyCap]), whatever it does: LOST (CAPPED). What it
///       fired is what the request says of decisions shown before ([Shown]); whoever asks has to remember them.
///    8. The user has not agreed to personalisation and it is no Exclude: LOST (REFUSED).
///    9. The user is held out ([Holdout]) and it is no Exclude: LOST (HOLDOUT). Nobody who has not agreed is held out.
///
///    The decision says SWITCHED_OFF or else HOLDOUT where that holds, whatever rules there are.
/// 2. Where the [HitPolicy] is FIRST, the first matching rule that is no Exclude acts; all later matching rules that
///    are no Exclude have LOST to it (EARLIER_RULE), whatever comes of it. They take no part in what follows.
///    Recommend and Offer are exclusive, each on its own: the first that matches has FIRED, later ones have LOST to it
///    (EARLIER_RULE). Only where the [HitPolicy] is COLLECT, every Offer that matches has FIRED, and all their offers
///    are shown in order.
///    The models of the Recommend that fired are asked in its order; the first that has any for the user gives the
///    candidates: items with scores of 0 or more. When none of them has, the Recommend has LOST (NO_CANDIDATES), and
///    other models are asked as if there were none. Where its [Seed] is TRIGGER, its models are asked as if the user's
///    history were the item of the trigger alone, at weight 1, and have nothing for a user without one; those asked
///    when they have nothing get the user's own history, also where the rule names them too.
/// 3. The matching Pin and Exclude rules act in order. A Pin has LOST to the first earlier matching Exclude that
///    takes its item out (EXCLUDED), else to the earlier Pin of the same item (EARLIER_RULE), else to the earlier Pin
/// of
///    the same place (PLACE_TAKEN); otherwise it has FIRED and pins its item. An Exclude takes out every item it
///    selects except those pinned by earlier rules. It has LOST to the first of those pins (PINNED) when all that it
///    selects among candidates and items of matching Pins was pinned before it; otherwise it has FIRED. What an Exclude
/// takes
///    out is out, even when an earlier rule boosts it.
/// 4. The matching Boost and Bury rules act on the candidates that are neither excluded nor pinned: the first of them
///    that selects an item decides its factor, `score = model score * factor`. One that selects such candidates but
///    decides none has LOST to the rule that decided the first of them in the model's order (EARLIER_RULE). One whose
///    candidates are all excluded or pinned has LOST to the rule that took the first of them in the model's order
///    (EXCLUDED or PINNED). One that selects no candidate at all has FIRED, on 0 items.
/// 5. The remaining candidates are ranked by score, highest first; ties by [ItemId#RANKING]. Places are filled from 1:
///    a place that is pinned gets its pin, another the next remaining candidate; when there is none left, the pin with
///    the smallest place not yet shown moves up. The list ends when nothing is left, or at its length. A candidate for
///    which a [ListLimit] has no room is passed over and comes no more; a limit has room as long as fewer of its kind
///    than it allows are pinned at places up to the length, or placed already as candidates. Pins are never passed
/// over.
///    Limits hold for every list, whatever the kill switch, the holdout and consent say; they change no rule's end.
public sealed interface Treatment {
    /// Whether it is about an item.
    default boolean isAbout(ItemId item, ItemAttributes attributes) {
        return switch (this) {
            case Boost boost -> boost.items().selects(item, attributes);
            case Bury bury -> bury.items().selects(item, attributes);
            case Exclude exclude -> exclude.items().selects(item, attributes);
            case Pin pin -> pin.item().equals(item);
            case Recommend ignored -> false;
            case Offer ignored -> false;
        };
    }

    /// Takes the list from the first of some trained models that has any for the user.
    ///
    /// @param model     the kind of the first, such as `item-knn`
    /// @param fallbacks the kinds of further ones, in the order they are asked
    /// @param seed      what they are to look at
    record Recommend(String model, List<String> fallbacks, Seed seed) implements Treatment {
        public Recommend {
            fallbacks = List.copyOf(fallbacks);
            Require.notBlank(model, "The model of a recommendation");
            fallbacks.forEach(kind -> Require.notBlank(kind, "A model of a recommendation"));
            Set<String> all = new HashSet<>(fallbacks);
            Require.that(all.add(model) && all.size() == fallbacks.size() + 1, "A recommendation names a model once");
        }

        /// From the history.
        public Recommend(String model, List<String> fallbacks) {
            this(model, fallbacks, Seed.HISTORY);
        }

        /// From one model alone.
        public Recommend(String model) {
            this(model, List.of());
        }

        /// The same models looking at something else.
        public Recommend with(Seed other) {
            return new Recommend(model, fallbacks, other);
        }

        /// All it names, in the order they are asked.
        public List<String> models() {
            return Stream.concat(Stream.of(model), fallbacks.stream()).toList();
        }
    }

    /// What the models of a recommendation look at.
    enum Seed {
        /// All that the user did.
        HISTORY,
        /// The item that brought the user into the segment alone, see [app.attune.segments.TriggerItem]; it is not
        /// recommended itself.
        TRIGGER
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
