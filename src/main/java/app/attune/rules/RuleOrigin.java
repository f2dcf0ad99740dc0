package app.attune.rules;

import app.attune.core.Require;
import java.util.List;

/// Where a version comes from.
///
/// @param branch  it was saved on
/// @param parents the versions it was made of: none for the first, two where branches were merged
public record RuleOrigin(VersionName branch, List<Integer> parents) {
    public RuleOrigin {
        parents = List.copyOf(parents);
        Require.that(parents.size() <= 2, "A version is made of two others at most");
    }

    /// On the main branch after the version before it.
    public static RuleOrigin onMain(int version) {
        return new RuleOrigin(RuleBranches.MAIN, version == 1 ? List.of() : List.of(version - 1));
    }
}
