package app.attune.rules;

import java.util.List;
import java.util.Optional;

/// Keeps every version of the rule set, and the branches they are on.
public interface RuleStore {
    /// The newest of the chosen branch; empty until rules are saved for the first time.
    Optional<RuleSet> newest();

    Optional<RuleSet> version(int version);

    /// Every version of every branch, newest first.
    List<RuleSet> versions();

    /// The highest number of a version on any branch; 0 if there is none.
    int last();

    /// Makes the version the newest of its branch. Durable when it returns.
    ///
    /// @throws app.attune.core.ProblemException `rules.not-next-version` if the version is not the next one, or its
    ///     branch went on since
    void add(RuleSet rules);

    RuleBranches branches();

    /// @throws app.attune.core.ProblemException `rules.branch-exists`
    void addBranch(RuleBranch branch);

    /// Calls a branch otherwise, and with it the versions saved on it.
    ///
    /// @throws app.attune.core.ProblemException `rules.branch-exists`
    void renameBranch(VersionName from, VersionName to);

    /// Forgets a branch; its versions stay.
    void removeBranch(VersionName branch);

    /// From now on this branch is worked on, which has to be there.
    void choose(VersionName branch);
}
