package app.attune.export;

import app.attune.core.Require;
import app.attune.decide.ProfileDesk;
import app.attune.export.flags.RuleTarget;
import app.attune.rules.RuleSet;
import java.util.List;

/// What to export.
///
/// @param title   of the workspace
/// @param ruleSet whose rules the desk decides by
/// @param needs   what the server must make before it can decide
/// @param targets formats of other engines to write as well
/// @param seed    of the choice of golden profiles
/// @param gates   as they stood
/// @param key     that signs
public record ExportRequest(
        ProfileDesk desk,
        String title,
        RuleSet ruleSet,
        UserLists userLists,
        ServerNeeds needs,
        List<RuleTarget> targets,
        long seed,
        List<Gate> gates,
        SigningKey key) {
    public ExportRequest {
        gates = List.copyOf(gates);
        targets = List.copyOf(targets);
        Require.that(
                desk.setup().program().equals(ruleSet.program()), "The desk decides by the rules that are exported");
    }

    /// Those by which gates were passed that had failed.
    List<Waiver> waivers() {
        return gates.stream().flatMap(gate -> gate.waiver().stream()).toList();
    }
}
