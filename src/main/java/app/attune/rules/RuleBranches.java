package app.attune.rules;

import app.attune.core.Require;
import java.util.List;
import java.util.Optional;

/// Every branch by name, and the one that is worked on: its newest version is what rules decide by.
public record RuleBranches(List<RuleBranch> all, VersionName chosen) {
    /// The branch every workspace has.
    public static final VersionName MAIN = new VersionName("main");

    public RuleBranches {
        all = List.copyOf(all);
        Require.that(all.stream().anyMatch(branch -> branch.name().equals(chosen)), "The chosen branch is one of all");
    }

    public Optional<RuleBranch> find(VersionName name) {
        return all.stream().filter(branch -> branch.name().equals(name)).findFirst();
    }

    /// The one that is worked on.
    public RuleBranch current() {
        return find(chosen).orElseThrow();
    }
}
