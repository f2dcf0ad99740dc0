package app.attune.rules;

/// Hit policies in words.
public final class HitPolicyWords {
    private HitPolicyWords() {}

    /// As in "rules act IN RULE ORDER".
    public static String name(HitPolicy policy) {
        return switch (policy) {
            case RULE_ORDER -> "in rule order";
            case FIRST -> "by first match";
            case PRIORITY -> "by weight";
            case COLLECT -> "in rule order with all offers";
        };
    }

    /// What it does, as a sentence.
    public static String sentence(HitPolicy policy) {
        return switch (policy) {
            case RULE_ORDER ->
                "Rules act in their order; of those that recommend, and of those that offer, the first that matches.";
            case FIRST -> "Only the first rule that matches acts, besides all that never show items.";
            case PRIORITY ->
                "Rules act by weight, the heaviest first; those without weight last, equal ones in their order.";
            case COLLECT -> "Rules act in their order, and the offers of all that match are shown.";
        };
    }
}
