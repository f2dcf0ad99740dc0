package app.attune.export.unomi;

import app.attune.core.Problem;
import app.attune.core.json.Json;
import app.attune.export.flags.Field;
import app.attune.export.flags.FieldNames;
import app.attune.export.flags.Findings;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagPlan.Arm;
import app.attune.export.flags.FlagPlan.Flag;
import app.attune.export.flags.FlagPlan.Shape;
import app.attune.export.flags.RuleTarget;
import app.attune.prove.TargetContext.Form;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Flags as segments of Apache Unomi: one for each segment and rule, and one for each rule that a choice may fall on,
/// of which a user is in one at most.
///
/// Rules of Unomi act on events and have no first that wins, so none are written.
public final class UnomiTarget implements RuleTarget {
    /// A list of segments, each to be posted on its own.
    public static final String FILE = "segments.json";

    /// What ids begin with.
    public static final String PREFIX = "attune-";

    @Override
    public String name() {
        return "unomi";
    }

    @Override
    public String format() {
        return "Apache Unomi 2 segments";
    }

    @Override
    public Form form() {
        return Form.CODED;
    }

    @Override
    public Map<Field, String> columns(FlagPlan plan) {
        return FieldNames.of(plan.fields(), "attune_");
    }

    @Override
    public List<Problem> findings(FlagPlan plan) {
        return new Findings(name()).of(plan, row -> Optional.empty()).list();
    }

    @Override
    public SortedMap<String, String> render(FlagPlan plan) {
        UnomiCondition conditions = new UnomiCondition(columns(plan));
        ArrayNode segments = Json.mapper().createArrayNode();
        ObjectNode payloads = Json.mapper().createObjectNode();
        for (Flag flag : plan.flags()) {
            List<ObjectNode> earlier = new ArrayList<>();
            for (Arm arm : flag.arms()) {
                ObjectNode own = conditions.of(plan.written(arm.condition()));
                List<ObjectNode> parts = new ArrayList<>(List.of(own));
                earlier.forEach(other -> parts.add(UnomiCondition.not(other.deepCopy())));
                earlier.add(own);
                String id = flag.shape() == Shape.SWITCH ? flag.key() : flag.key() + "-" + arm.id();
                segments.add(segment(PREFIX + id, arm.name(), UnomiCondition.together("and", parts)));
                if (flag.shape() == Shape.PICK) {
                    payloads.set(PREFIX + id, arm.payload());
                }
            }
        }
        return new TreeMap<>(Map.of(FILE, Json.writePretty(segments), "payloads.json", Json.writePretty(payloads)));
    }

    private static ObjectNode segment(String id, String name, ObjectNode condition) {
        ObjectNode segment = Json.mapper().createObjectNode();
        segment.putObject("metadata")
                .put("id", id)
                .put("name", name)
                .put("scope", "systemscope")
                .put("enabled", true);
        segment.set("condition", condition);
        return segment;
    }
}
