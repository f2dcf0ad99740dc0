package app.attune.export.flagd;

import app.attune.core.Problem;
import app.attune.core.json.Json;
import app.attune.export.flags.Findings;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagPlan.Arm;
import app.attune.export.flags.FlagPlan.Flag;
import app.attune.export.flags.FlagPlan.Shape;
import app.attune.export.flags.FlagReader;
import app.attune.export.flags.RuleTarget;
import app.attune.export.jsonlogic.JsonLogic.Dialect;
import app.attune.export.jsonlogic.LogicWriter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Flags of flagd, with segments as evaluators that targeting refers to.
///
/// flagd puts an evaluator's text in place of its reference by an expression, in which `$` and a backslash have a
/// meaning of their own. A segment that would be written with either is written out in every flag instead.
public final class FlagdTarget implements RuleTarget {
    /// What flagd loads.
    public static final String FILE = "flags.json";

    private static final String ON = "on";
    private static final String OFF = "off";
    private static final String NONE = "none";

    @Override
    public String name() {
        return "flagd";
    }

    @Override
    public String format() {
        return "flagd flag definitions v0";
    }

    @Override
    public List<Problem> findings(FlagPlan plan) {
        return new Findings(name()).of(plan, Findings::ofPath).list();
    }

    @Override
    public SortedMap<String, String> render(FlagPlan plan) {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("$schema", "https://flagd.dev/schema/v0/flags.json");
        ObjectNode flags = root.putObject("flags");
        ObjectNode evaluators = Json.mapper().createObjectNode();
        LogicWriter plain = new LogicWriter(Dialect.FLAGD, id -> {
            throw new IllegalStateException("The segment " + id + " refers to another");
        });
        LogicWriter writer = new LogicWriter(Dialect.FLAGD, id -> segment(id, plan, plain, evaluators));
        plan.flags().forEach(flag -> flags.set(flag.key(), flag(flag, writer)));
        root.set("$evaluators", evaluators);
        // flagd looks for references in the text of the file, where nothing may stand before the colon.
        return new TreeMap<>(Map.of(FILE, Json.writePretty(root).replace("\"$ref\" :", "\"$ref\":")));
    }

    /// A reference, if its text can be put there safely.
    private static JsonNode segment(String id, FlagPlan plan, LogicWriter plain, ObjectNode evaluators) {
        JsonNode logic = plain.of(plan.segment(id).condition());
        String text = Json.write(logic);
        if (!logic.isObject() || text.indexOf('$') >= 0 || text.indexOf('\\') >= 0) {
            return logic;
        }
        String name = FlagReader.SEGMENT + id;
        evaluators.set(name, logic);
        return Json.mapper().createObjectNode().put("$ref", name);
    }

    private static ObjectNode flag(Flag flag, LogicWriter writer) {
        ObjectNode node = Json.mapper().createObjectNode().put("state", "ENABLED");
        ObjectNode variants = node.putObject("variants");
        ObjectNode targeting = Json.mapper().createObjectNode();
        ArrayNode branches = targeting.putArray("if");
        for (Arm arm : flag.arms()) {
            String variant = flag.shape() == Shape.SWITCH ? ON : FlagReader.RULE + arm.id();
            branches.add(writer.of(arm.condition())).add(variant);
            variants.set(variant, arm.payload());
        }
        String none = flag.shape() == Shape.SWITCH ? OFF : NONE;
        if (flag.shape() == Shape.SWITCH) {
            variants.put(ON, true).put(OFF, false);
        } else {
            variants.putObject(NONE);
        }
        node.put("defaultVariant", none);
        if (!branches.isEmpty()) {
            branches.add(none);
            node.set("targeting", targeting);
        }
        return node;
    }
}
