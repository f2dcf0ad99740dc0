package app.attune.export.growthbook;

import app.attune.core.Problem;
import app.attune.core.json.Json;
import app.attune.export.flags.Findings;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagPlan.Arm;
import app.attune.export.flags.FlagPlan.Flag;
import app.attune.export.flags.FlagPlan.Shape;
import app.attune.export.flags.FlatCondition;
import app.attune.export.flags.RuleTarget;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Flags as features of GrowthBook that force values, the first rule first; no rule has an empty condition, which
/// SDKs drop.
public final class GrowthBookTarget implements RuleTarget {
    /// What the SDKs load.
    public static final String FILE = "features.json";

    @Override
    public String name() {
        return "growthbook";
    }

    @Override
    public String format() {
        return "GrowthBook SDK payload 0.8";
    }

    @Override
    public List<Problem> findings(FlagPlan plan) {
        return new Findings(name()).of(plan, Findings::ofPath).list();
    }

    @Override
    public SortedMap<String, String> render(FlagPlan plan) {
        ObjectNode root = Json.mapper().createObjectNode();
        ObjectNode features = root.putObject("features");
        plan.flags().forEach(flag -> features.set(flag.key(), feature(flag, plan)));
        return new TreeMap<>(Map.of(FILE, Json.writePretty(root)));
    }

    private static ObjectNode feature(Flag flag, FlagPlan plan) {
        ObjectNode feature = Json.mapper().createObjectNode();
        feature.set("defaultValue", flag.shape() == Shape.SWITCH ? BooleanNode.FALSE : NullNode.getInstance());
        ArrayNode rules = feature.putArray("rules");
        for (Arm arm : flag.arms()) {
            FlatCondition condition = plan.written(arm.condition());
            if (!condition.equals(FlatCondition.NOBODY)) {
                ObjectNode rule = rules.addObject().put("id", arm.id());
                if (!condition.equals(FlatCondition.EVERYBODY)) {
                    rule.set("condition", ConditionWriter.of(condition));
                }
                rule.set("force", flag.shape() == Shape.SWITCH ? BooleanNode.TRUE : arm.payload());
            }
        }
        return feature;
    }
}
