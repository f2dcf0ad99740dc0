package app.attune.rules;

import app.attune.core.ItemId;
import app.attune.core.Listed;
import app.attune.core.NearNames;
import app.attune.core.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Finds what a request gives and neither rules nor the catalogue know, which is mistyped more often than meant.
public final class RequestCheck {
    private final List<Rule> rules;
    private final List<Problem> found = new ArrayList<>();

    private RequestCheck(List<Rule> rules) {
        this.rules = rules;
    }

    /// Nothing about a placement or device where no rule that may still act asks for one.
    public static List<Problem> of(RequestContext context, List<Rule> rules, ItemCatalogue catalogue) {
        RequestCheck check = new RequestCheck(rules.stream()
                .filter(rule -> rule.status() != Rule.Status.RETIRED)
                .toList());
        check.word("placement", context.placement(), ContextCondition::placements);
        check.word("device", context.device(), ContextCondition::devices);
        context.basket().ifPresent(basket -> check.items(basket.items(), catalogue));
        return List.copyOf(check.found);
    }

    private void word(String part, Optional<String> given, Function<ContextCondition, List<String>> asked) {
        List<String> known = rules.stream()
                .flatMap(rule -> asked.apply(rule.limits().context()).stream())
                .distinct()
                .sorted()
                .toList();
        given.filter(word -> !known.isEmpty() && !known.contains(word))
                .ifPresent(word -> found.add(new Problem(
                        "rules.unasked-" + part,
                        "No rule asks for the " + part + " " + word + "; rules ask for " + Listed.first(known) + ".",
                        NearNames.question(word, known).orElse("It is decided for it all the same."))));
    }

    private void items(List<ItemId> items, ItemCatalogue catalogue) {
        List<String> unknown = items.stream()
                .filter(item -> !catalogue.contains(item))
                .map(ItemId::value)
                .toList();
        if (!unknown.isEmpty()) {
            found.add(new Problem(
                    "rules.unknown-basket-item",
                    "Neither the events nor the catalogue know " + Listed.first(unknown) + " of the basket.",
                    "Check the ids of the items."));
        }
    }
}
