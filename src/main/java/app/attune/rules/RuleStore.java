package app.attune.rules;

import java.util.List;
import java.util.Optional;

/// Keeps every version of the rule set.
public interface RuleStore {
    /// Empty until rules are saved for the first time.
    Optional<RuleSet> newest();

    Optional<RuleSet> version(int version);

    /// Every version, newest first.
    List<RuleSet> versions();

    /// Durable when it returns.
    ///
    /// @throws app.attune.core.ProblemException `rules.not-next-version` if the version is not the next one
    void add(RuleSet rules);
}
