package app.attune.export;

import app.attune.core.NearNames;
import app.attune.core.ProblemException;
import app.attune.export.dmn.DmnTarget;
import app.attune.export.drl.DrlTarget;
import app.attune.export.flagd.FlagdTarget;
import app.attune.export.flags.RuleTarget;
import app.attune.export.growthbook.GrowthBookTarget;
import app.attune.export.jsonlogic.JsonLogicTarget;
import app.attune.export.sql.SqlTarget;
import app.attune.export.unleash.UnleashTarget;
import app.attune.export.unomi.UnomiTarget;
import java.util.List;

/// The formats of other engines that bundles can have beside our own.
public final class RuleTargets {
    private static final List<RuleTarget> ALL = List.of(
            new JsonLogicTarget(),
            new GrowthBookTarget(),
            new FlagdTarget(),
            new UnleashTarget(),
            new DmnTarget(),
            new DrlTarget(),
            new SqlTarget(),
            new UnomiTarget());

    private RuleTargets() {}

    public static List<RuleTarget> all() {
        return ALL;
    }

    /// Such as `flagd`.
    ///
    /// @throws ProblemException `export.unknown-target` with those that are known
    public static RuleTarget named(String name) {
        List<String> names = ALL.stream().map(RuleTarget::name).toList();
        return ALL.stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        "export.unknown-target",
                        "The target " + name + " is not known; known are " + String.join(", ", names) + ".",
                        NearNames.question(name, names).orElse("Choose one of them.")));
    }
}
