package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.recommend.Algorithm;
import app.attune.recommend.Recommendation;
import app.attune.recommend.Together;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.RuledItem;
import app.attune.segments.TriggerItem;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says in words why an item is on the list.
final class ReasonSentences {
    private static final int NAMED = 2;
    private static final String CONTENT = Algorithm.CONTENT.kind();

    private final FrameCatalogue catalogue;
    private final Map<RuleId, String> ruleNames = new HashMap<>();

    ReasonSentences(FrameCatalogue catalogue, List<Rule> rules) {
        this.catalogue = catalogue;
        rules.forEach(rule -> ruleNames.put(rule.id(), rule.name()));
    }

    /// @param seed what the model looked at instead of the history
    String of(
            RuledItem item, Optional<Recommendation> found, Optional<String> model, Optional<TriggerItem.Found> seed) {
        if (item.pinnedBy().isPresent()) {
            return "Pinned by the rule " + name(item.pinnedBy().get()) + ".";
        }
        String base =
                found.map(recommendation -> base(recommendation, model, seed)).orElse("");
        return item.scoredBy()
                .map(rule -> base + " " + (item.factor() > 1 ? "Boosted" : "Buried") + " by " + trimmed(item.factor())
                        + " by the rule " + name(rule) + ".")
                .orElse(base);
    }

    private String base(Recommendation found, Optional<String> model, Optional<TriggerItem.Found> seed) {
        String users = found.support() == 1 ? "1 user" : String.format(Locale.ENGLISH, "%,d users", found.support());
        if (found.evidence().isEmpty()) {
            return switch (model.orElse(ModelShelf.POPULARITY)) {
                case ModelShelf.POPULARITY -> "Popular: " + users + " interacted with it.";
                case "recent-popularity" -> "Popular lately; " + users + " ever interacted with it.";
                default -> "Proposed by the model " + model.orElseThrow() + "; " + users + " interacted with it.";
            };
        }
        String because = found.evidence().stream()
                .limit(NAMED)
                .map(evidence -> catalogue.name(evidence.item())
                        + times(evidence.item(), seed)
                        + shared(found.item(), evidence.item(), model)
                        + evidence.together().map(ReasonSentences::together).orElse(""))
                .collect(Collectors.joining(" and "));
        return "Because of " + because + "; " + (found.support() == 0 ? "nobody" : users) + " interacted with it"
                + (found.support() == 0 ? " yet." : ".");
    }

    /// As in " (3 view events in the last 7 days)" of the item of the trigger.
    private static String times(ItemId item, Optional<TriggerItem.Found> seed) {
        return seed.filter(found -> found.item().equals(item) && !found.words().isEmpty())
                .map(found -> " (" + found.words() + ")")
                .orElse("");
    }

    /// As in " (shares brand Acme and “trail”)" of a model that compares what items are like.
    private String shared(ItemId item, ItemId evidence, Optional<String> model) {
        if (model.filter(CONTENT::equals).isEmpty()) {
            return "";
        }
        List<String> shared = catalogue.shared(item, evidence, NAMED + 1);
        return shared.isEmpty() ? "" : " (shares " + listed(shared) + ")";
    }

    private static String listed(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.getFirst() : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /// As in " (together in 34 of its 120 baskets, 5.2 times as often as by chance)".
    private static String together(Together pair) {
        return String.format(
                Locale.ENGLISH,
                " (together in %,d of its %s, %s times as often as by chance)",
                pair.both(),
                pair.ofThis() == 1 ? "1 basket" : String.format(Locale.ENGLISH, "%,d baskets", pair.ofThis()),
                trimmed(Math.round(pair.lift() * 10) / 10.0));
    }

    private String name(RuleId rule) {
        return "\u201c" + ruleNames.getOrDefault(rule, rule.value()) + "\u201d";
    }

    private static String trimmed(double factor) {
        return java.math.BigDecimal.valueOf(factor).stripTrailingZeros().toPlainString();
    }
}
