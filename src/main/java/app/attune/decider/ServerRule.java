package app.attune.decider;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A rule of `rules.json`.
///
/// @param active  whether it takes part in decisions
/// @param schedule when it runs
/// @param context for which requests it is
/// @param rollout whom of the segment it is for
/// @param cap     how often it may fire for one user
/// @param weight  how early it acts where rules act by weight
record ServerRule(
        String id,
        String segment,
        boolean active,
        ServerSchedule schedule,
        ContextTest context,
        Bucket rollout,
        ServerCap cap,
        int weight,
        Treatment then) {
    private static final double EVERYBODY = 100;

    /// What a rule does.
    sealed interface Treatment {
        /// The items it names.
        default Set<String> items() {
            return switch (this) {
                case Scale scale -> scale.selector().listed();
                case Exclude exclude -> exclude.selector().listed();
                case Pin pin -> Set.of(pin.item());
                case Recommend ignored -> Set.of();
                case Offer ignored -> Set.of();
            };
        }

        /// Takes the list from the first of the models that has any.
        ///
        /// @param seed the feature whose item models look at instead of the history
        record Recommend(List<String> models, Optional<String> seed) implements Treatment {
            public Recommend {
                models = List.copyOf(models);
            }
        }

        /// Multiplies scores; above 1 boosts, below 1 buries.
        record Scale(Selector selector, double factor) implements Treatment {}

        /// Puts an item at a place.
        record Pin(String item, int place) implements Treatment {}

        /// Never shows the items.
        record Exclude(Selector selector) implements Treatment {}

        /// Shows an offer beside the list.
        record Offer(String code, String text) implements Treatment {}
    }

    /// Which items are meant: those listed, or those whose attribute has one of the values.
    ///
    /// @param attribute empty when the items are listed
    record Selector(String attribute, Set<String> values) {
        Set<String> listed() {
            return attribute.isEmpty() ? values : Set.of();
        }

        boolean selects(String item, Map<String, Map<String, String>> items) {
            if (attribute.isEmpty()) {
                return values.contains(item);
            }
            String value = items.getOrDefault(item, Map.of()).get(attribute);
            return value != null && values.contains(value);
        }

        static Selector read(Fields fields) {
            return fields.has("attribute")
                    ? new Selector(fields.text("attribute"), Set.copyOf(new HashSet<>(fields.texts("values"))))
                    : new Selector("", Set.copyOf(new HashSet<>(fields.texts("items"))));
        }
    }

    static ServerRule read(Fields fields, Set<String> segments) {
        String segment = fields.text("segment");
        if (!segments.contains(segment)) {
            throw fields.malformed("its segment \"" + segment + "\" is not in " + BundleFormat.SEGMENTS);
        }
        String status = fields.text("status");
        if (!List.of("draft", "review", "active", "paused", "retired").contains(status)) {
            throw fields.malformed("the status \"" + status + "\" is not known");
        }
        String id = fields.text("id");
        return new ServerRule(
                id,
                segment,
                status.equals("active"),
                ServerSchedule.read(fields),
                ContextTest.read(fields),
                Bucket.read(fields, "rollout", EVERYBODY, id),
                ServerCap.read(fields),
                weight(fields),
                treatment(fields.object("then")));
    }

    private static Treatment treatment(Fields then) {
        String kind = then.text("do");
        return switch (kind) {
            case "recommend" -> new Treatment.Recommend(models(then), seed(then));
            case "boost", "bury" -> new Treatment.Scale(Selector.read(then), factor(then, kind));
            case "pin" -> new Treatment.Pin(then.text("item"), place(then));
            case "exclude" -> new Treatment.Exclude(Selector.read(then));
            case "offer" -> new Treatment.Offer(then.text("code"), then.text("text"));
            default -> throw then.malformed("the treatment \"" + kind + "\" is not known");
        };
    }

    private static int weight(Fields fields) {
        int weight = fields.has("weight") ? fields.whole("weight") : 0;
        if (weight < 0 || weight > 1000) {
            throw fields.malformed("the weight " + weight + " is not from 0 to 1,000");
        }
        return weight;
    }

    private static List<String> models(Fields then) {
        List<String> models = new ArrayList<>(List.of(then.text("model")));
        models.addAll(then.has("fallbacks") ? then.texts("fallbacks") : List.of());
        if (models.size() > new HashSet<>(models).size()) {
            throw then.malformed("a model is named twice");
        }
        return models;
    }

    private static Optional<String> seed(Fields then) {
        if (!then.has("seed")) {
            return Optional.empty();
        }
        if (!then.text("seed").equals("trigger")) {
            throw then.malformed("the seed \"" + then.text("seed") + "\" is not known");
        }
        return Optional.of(then.text("seedFeature"));
    }

    private static double factor(Fields then, String kind) {
        double factor = then.number("factor");
        boolean fits = kind.equals("boost") ? factor > 1 && factor <= 100 : factor > 0 && factor < 1;
        if (!fits) {
            throw then.malformed("the factor " + factor + " does not fit \"" + kind + "\"");
        }
        return factor;
    }

    private static int place(Fields then) {
        int place = then.whole("place");
        if (place < 1 || place > 100) {
            throw then.malformed("the place " + place + " is not from 1 to 100");
        }
        return place;
    }
}
