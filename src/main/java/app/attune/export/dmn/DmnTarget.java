package app.attune.export.dmn;

import app.attune.core.Problem;
import app.attune.export.flags.Findings;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.PayloadFile;
import app.attune.export.flags.RuleTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Flags as decisions of DMN 1.5: true or false for segments and rules, the id of a rule for what is picked.
public final class DmnTarget implements RuleTarget {
    /// The decision model.
    public static final String FILE = "rules.dmn";

    @Override
    public String name() {
        return "dmn";
    }

    @Override
    public String format() {
        return "DMN 1.5";
    }

    /// Every row has an expression: FEEL calls texts by their content, so no name means anything else there.
    @Override
    public List<Problem> findings(FlagPlan plan) {
        return new Findings(name()).of(plan, row -> Optional.empty()).list();
    }

    @Override
    public SortedMap<String, String> render(FlagPlan plan) {
        return new TreeMap<>(Map.of(FILE, new DmnModel(plan).write(), PayloadFile.NAME, PayloadFile.of(plan)));
    }
}
