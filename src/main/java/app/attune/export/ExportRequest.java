package app.attune.export;

import app.attune.core.Require;
import app.attune.decide.ProfileDesk;
import app.attune.rules.RuleSet;

/// What to export.
///
/// @param title   of the workspace
/// @param ruleSet whose rules the desk decides by
/// @param needs   what the server must make before it can decide
/// @param seed    of the choice of golden profiles
public record ExportRequest(
        ProfileDesk desk, String title, RuleSet ruleSet, UserLists userLists, ServerNeeds needs, long seed) {
    public ExportRequest {
        Require.that(desk.setup().rules().equals(ruleSet.rules()), "The desk decides by the rules that are exported");
    }
}
