package app.attune.rules.ui;

import app.attune.rules.RuleBasisSource;
import app.attune.rules.RuleService;
import app.attune.rules.matrix.MatrixBasis;
import app.attune.rules.replay.ReplayGroundSource;
import app.attune.ui.Tasks;
import java.time.Clock;

/// What the rule editor works with.
///
/// @param author whose name new versions bear
public record RulesContext(
        RuleService rules,
        VersionDesk versions,
        RuleBasisSource basis,
        MatrixBasis.Source matrix,
        ReplayGroundSource ground,
        Tasks tasks,
        Clock clock,
        String author) {}
