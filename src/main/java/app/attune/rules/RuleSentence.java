package app.attune.rules;

import app.attune.core.ItemId;
import app.attune.segments.SegmentId;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes rules and what became of them as plain sentences.
public final class RuleSentence {
    private static final int LISTED = 3;

    private final Function<SegmentId, String> segmentNames;
    private final Function<ItemId, String> itemNames;

    /// @param segmentNames what the analyst calls a segment
    /// @param itemNames    what the catalogue calls an item
    public RuleSentence(Function<SegmentId, String> segmentNames, Function<ItemId, String> itemNames) {
        this.segmentNames = segmentNames;
        this.itemNames = itemNames;
    }

    /// With ids where names are not known.
    public static RuleSentence plain() {
        return new RuleSentence(SegmentId::value, ItemId::value);
    }

    /// "IF a user is in Frequent buyers THEN boost items whose category is Tents by 1.5".
    public String of(Rule rule) {
        return "IF a user is in " + segmentNames.apply(rule.segment())
                + ContextWords.of(rule.limits().context(), this::of) + " THEN " + of(rule.treatment()) + limits(rule);
    }

    private static String limits(Rule rule) {
        Rollout rollout = rule.limits().rollout();
        Schedule schedule = rule.limits().schedule();
        return (rollout.isEverybody() ? "" : ", for " + number(rollout.percent()) + "% of them")
                + (schedule.isAlways() ? "" : ", " + ScheduleWords.of(schedule))
                + rule.limits().cap().map(cap -> ", " + CapWords.of(cap)).orElse("")
                + (rule.weight().isEmpty() ? "" : ", weight " + rule.weight().getAsInt());
    }

    /// "5% of users (salt autumn)".
    public static String of(Holdout holdout) {
        return holdout.percent() == 0
                ? "nobody"
                : number(holdout.percent()) + "% of users"
                        + (holdout.salt().isEmpty() ? "" : " (salt " + holdout.salt() + ")");
    }

    /// What the analyst calls it.
    public String of(SegmentId segment) {
        return segmentNames.apply(segment);
    }

    /// "boost items whose category is Tents by 1.5".
    public String of(Treatment treatment) {
        return switch (treatment) {
            case Treatment.Recommend recommend ->
                "recommend "
                        + recommend.models().stream()
                                .map(kind -> ModelWords.sentence(kind, recommend.seed()))
                                .collect(Collectors.joining(", else "));
            case Treatment.Boost boost -> "boost " + of(boost.items()) + " by " + number(boost.factor());
            case Treatment.Bury bury -> "bury " + of(bury.items()) + " by " + number(bury.factor());
            case Treatment.Pin pin -> "pin " + itemNames.apply(pin.item()) + " to place " + pin.place();
            case Treatment.Exclude exclude -> "never show " + of(exclude.items());
            case Treatment.Offer offer ->
                "offer " + offer.code() + (offer.text().isBlank() ? "" : " (" + offer.text() + ")");
        };
    }

    /// Some items.
    String of(ItemSelector selector) {
        return switch (selector) {
            case ItemSelector.Items items ->
                listed(items.items().stream().map(itemNames).toList(), "no item");
            case ItemSelector.WithAttribute with ->
                "items whose " + with.attribute() + " is " + listed(with.values(), "nothing");
        };
    }

    private static String listed(List<String> names, String none) {
        if (names.isEmpty()) {
            return none;
        }
        String first = names.stream().limit(LISTED).collect(Collectors.joining(" or "));
        return names.size() <= LISTED ? first : first + " or " + (names.size() - LISTED) + " more";
    }

    /// Why a rule ended as it did, in words; `rules` give the names of the winners.
    public static String of(RuleTrace trace, List<Rule> rules) {
        return switch (trace.verdict()) {
            case FIRED -> fired(trace, rules);
            case NOT_MATCHED, INACTIVE, LOST -> idle(trace, rules);
        };
    }

    private static String fired(RuleTrace trace, List<Rule> rules) {
        boolean exclusive = rules.stream()
                .filter(rule -> rule.id().equals(trace.rule()))
                .anyMatch(rule ->
                        rule.treatment() instanceof Treatment.Recommend || rule.treatment() instanceof Treatment.Offer);
        if (exclusive) {
            return trace.tried().isEmpty() ? "Fired." : "Fired: " + TriedWords.of(trace.tried()) + ".";
        }
        return trace.items() == 1 ? "Fired on 1 item." : "Fired on " + trace.items() + " items.";
    }

    private static String idle(RuleTrace trace, List<Rule> rules) {
        String winner = trace.lostTo().map(id -> name(id, rules)).orElse("another rule");
        return switch (trace.cause()) {
            case STATUS -> "It is not active.";
            case SEGMENT -> "The user is not in its segment.";
            case SCHEDULE -> "Its schedule does not run at that time.";
            case SWITCHED_OFF -> "All rules but those that never show items are switched off.";
            case CONTEXT -> "The request is at another place, device or basket than it asks for, or does not say.";
            case ROLLOUT -> "The user is not in the part of the users it is for.";
            case CAPPED -> "Not applied: it was shown to the user as often as its cap allows.";
            case HOLDOUT -> "Not applied: the user is held out from rules.";
            case EARLIER_RULE -> "Lost to " + winner + ", which comes first.";
            case PLACE_TAKEN -> "Lost its place to " + winner + ", which comes first.";
            case EXCLUDED -> "Lost to " + winner + ", which never shows its items.";
            case PINNED -> "Lost to " + winner + ", which pins its items.";
            case REFUSED -> "Not applied: the user has not agreed to personalisation.";
            case NO_CANDIDATES ->
                trace.tried().isEmpty()
                        ? "Its model is not trained or has nothing for this user."
                        : "Nothing to list: " + TriedWords.of(trace.tried()) + ".";
            case NONE -> "Lost.";
        };
    }

    private static String name(RuleId id, List<Rule> rules) {
        return "\u201c"
                + rules.stream()
                        .filter(rule -> rule.id().equals(id))
                        .map(Rule::name)
                        .findFirst()
                        .orElse(id.value())
                + "\u201d";
    }

    /// Without trailing zeros and never in scientific notation.
    static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
