package app.attune.rules;

import app.attune.core.Require;
import java.time.Instant;
import java.util.List;

/// One version of all rules, in order: the first has the highest priority.
///
/// @param version 1, 2, 3 …; every save makes the next one
public record RuleSet(int version, List<Rule> rules, String author, String note, Instant savedAt) {
    public RuleSet {
        Require.that(version > 0, "Versions start at 1");
        rules = List.copyOf(rules);
        Require.that(
                rules.stream().map(Rule::id).distinct().count() == rules.size(), "Every rule has an id of its own");
    }
}
