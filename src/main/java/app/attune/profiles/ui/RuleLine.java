package app.attune.profiles.ui;

import app.attune.events.IdentifierLinks;
import app.attune.profiles.IdentifierRule;
import app.attune.profiles.IdentityRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// One kind of identifier in the list of rules, whether or not it links.
///
/// @param place in the order of priority from 1; 0 if it does not link
record RuleLine(String kind, int place, IdentifierRule rule) {
    private static final Pattern LIKELY = Pattern.compile(
            ".*(mail|phone|mobile|device|cookie|anonymous|client|visitor|customer|member|crm|account|login|(^|_)id$|ids$)");

    boolean isOn() {
        return place > 0;
    }

    /// The rules in their order, then the ids of users, then what looks like an identifier, then all other columns.
    static List<RuleLine> of(IdentityRules rules, List<String> columns) {
        List<RuleLine> lines = new ArrayList<>();
        for (IdentifierRule rule : rules.kinds()) {
            lines.add(new RuleLine(rule.kind(), lines.size() + 1, rule));
        }
        List<String> others = new ArrayList<>(List.of(IdentifierLinks.USER));
        columns.stream().filter(RuleLine::isLikely).forEach(others::add);
        columns.stream().filter(column -> !isLikely(column)).forEach(others::add);
        for (String kind : others) {
            if (rules.kinds().stream().noneMatch(rule -> rule.kind().equals(kind))) {
                lines.add(new RuleLine(kind, 0, IdentifierRule.of(kind)));
            }
        }
        return lines;
    }

    private static boolean isLikely(String column) {
        return LIKELY.matcher(column.toLowerCase(Locale.ROOT)).matches();
    }

    /// The rules with this kind on or off; one switched on is the last in the order.
    IdentityRules toggled(IdentityRules rules) {
        List<IdentifierRule> kinds = new ArrayList<>(rules.kinds());
        if (!kinds.removeIf(known -> known.kind().equals(kind))) {
            kinds.add(rule);
        }
        return rules.withKinds(kinds);
    }

    /// The rules with this kind so many places further down; negative is up.
    IdentityRules moved(IdentityRules rules, int places) {
        List<IdentifierRule> kinds = new ArrayList<>(rules.kinds());
        int to = Math.clamp(place - 1L + places, 0, kinds.size() - 1);
        kinds.add(to, kinds.remove(place - 1));
        return rules.withKinds(kinds);
    }

    /// The rules with this kind's rule replaced.
    IdentityRules with(IdentityRules rules, IdentifierRule other) {
        return rules.withKinds(rules.kinds().stream()
                .map(known -> known.kind().equals(kind) ? other : known)
                .toList());
    }

    /// A limit as typed: a number, or nothing for no limit; empty if it is neither.
    static Optional<Integer> limit(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return Optional.of(0);
        }
        return text.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }
}
