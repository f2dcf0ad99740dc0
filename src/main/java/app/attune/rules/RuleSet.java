package app.attune.rules;

import app.attune.core.Require;
import java.time.Instant;
import java.util.List;

/// One version of all rules, in order: the first has the highest priority.
///
/// @param version 1, 2, 3 …; every save makes the next one, whatever its branch
public record RuleSet(
        int version, RuleProgram program, String author, String note, Instant savedAt, RuleOrigin origin) {
    public RuleSet {
        Require.that(version > 0, "Versions start at 1");
        List<Rule> rules = program.rules();
        Require.that(
                rules.stream().map(Rule::id).distinct().count() == rules.size(), "Every rule has an id of its own");
    }

    /// On the main branch.
    public RuleSet(int version, RuleProgram program, String author, String note, Instant savedAt) {
        this(version, program, author, note, savedAt, RuleOrigin.onMain(version));
    }

    /// On the main branch with the usual policy.
    public RuleSet(int version, List<Rule> rules, String author, String note, Instant savedAt) {
        this(version, RuleProgram.of(rules), author, note, savedAt);
    }

    public List<Rule> rules() {
        return program.rules();
    }
}
