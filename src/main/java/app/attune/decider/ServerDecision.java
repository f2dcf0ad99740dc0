package app.attune.decider;

import java.util.List;
import java.util.Optional;

/// What a bundle decides for one profile, in the words of `golden.jsonl`.
///
/// @param segments the user is in, by id
/// @param reason   TARGETING_MATCH, RECOMMENDER, FALLBACK, DEFAULT or DISABLED
/// @param offers   beside the list, in order
/// @param rules    what became of each rule, in order
/// @param rulesOff why no rule but Exclude took part: SWITCHED_OFF or HOLDOUT
public record ServerDecision(
        List<String> segments,
        String reason,
        Optional<String> model,
        List<Item> items,
        List<Offer> offers,
        List<Trace> rules,
        Optional<String> rulesOff) {
    public ServerDecision {
        segments = List.copyOf(segments);
        items = List.copyOf(items);
        offers = List.copyOf(offers);
        rules = List.copyOf(rules);
    }

    /// An item of the list, place 1 first.
    ///
    /// @param source   `rule`, `model` or `fallback`
    /// @param rule     that pinned, boosted or buried it
    /// @param evidence items of the history it rests on, strongest first
    public record Item(
            int place, String item, double score, String source, Optional<String> rule, List<String> evidence) {
        public Item {
            evidence = List.copyOf(evidence);
        }
    }

    /// The first of the offers.
    public Optional<Offer> offer() {
        return offers.stream().findFirst();
    }

    /// An offer beside the list.
    public record Offer(String rule, String code, String text) {}

    /// The end of one rule.
    ///
    /// @param cause  why it did nothing; empty if it fired
    /// @param lostTo the rule it lost to
    /// @param items  how many candidates or pinned items it decided
    /// @param models what came of its models, if it names more than one
    public record Trace(
            String rule,
            String verdict,
            Optional<String> cause,
            Optional<String> lostTo,
            int items,
            List<Tried> models) {
        public Trace {
            models = List.copyOf(models);
        }

        private Trace(String rule, String verdict, Optional<String> cause, Optional<String> lostTo, int items) {
            this(rule, verdict, cause, lostTo, items, List.of());
        }

        Trace with(List<Tried> tried) {
            return new Trace(rule, verdict, cause, lostTo, items, tried);
        }

        static Trace fired(ServerRule rule, int items) {
            return new Trace(rule.id(), "FIRED", Optional.empty(), Optional.empty(), items);
        }

        static Trace idle(ServerRule rule, String verdict, String cause) {
            return new Trace(rule.id(), verdict, Optional.of(cause), Optional.empty(), 0);
        }

        static Trace lost(ServerRule rule, String cause) {
            return new Trace(rule.id(), "LOST", Optional.of(cause), Optional.empty(), 0);
        }

        static Trace lost(ServerRule rule, String cause, ServerRule to) {
            return new Trace(rule.id(), "LOST", Optional.of(cause), Optional.of(to.id()), 0);
        }
    }

    /// A model that a rule asked.
    ///
    /// @param answer GAVE, NOT_TRAINED or NO_CANDIDATES
    public record Tried(String model, String answer) {}

    static ServerDecision read(Fields fields) {
        return new ServerDecision(
                fields.texts("segments"),
                fields.text("reason"),
                fields.optionalText("model"),
                fields.objects(
                        "items",
                        item -> new Item(
                                item.whole("place"),
                                item.text("item"),
                                item.number("score"),
                                item.text("source"),
                                item.optionalText("rule"),
                                item.texts("evidence"))),
                offers(fields),
                fields.objects("rules", ServerDecision::trace),
                fields.optionalText("rulesOff"));
    }

    private static Trace trace(Fields rule) {
        String verdict = rule.text("verdict");
        return new Trace(
                rule.text("rule"),
                verdict,
                rule.optionalText("cause").or(() -> causeBefore3(verdict)),
                rule.optionalText("lostTo"),
                rule.whole("items"),
                rule.has("models")
                        ? rule.objects("models", one -> new Tried(one.text("model"), one.text("answer")))
                        : List.of());
    }

    /// Bundles of format 2 gave no cause where there was but one.
    private static Optional<String> causeBefore3(String verdict) {
        return switch (verdict) {
            case "INACTIVE" -> Optional.of("STATUS");
            case "NOT_MATCHED" -> Optional.of("SEGMENT");
            default -> Optional.empty();
        };
    }

    /// All of them; where there is but one, it stands alone.
    private static List<Offer> offers(Fields fields) {
        if (fields.has("offers")) {
            return fields.objects("offers", ServerDecision::offer);
        }
        return fields.has("offer") ? List.of(offer(fields.object("offer"))) : List.of();
    }

    private static Offer offer(Fields fields) {
        return new Offer(fields.text("rule"), fields.text("code"), fields.text("text"));
    }
}
