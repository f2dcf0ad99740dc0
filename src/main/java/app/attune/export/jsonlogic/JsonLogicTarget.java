package app.attune.export.jsonlogic;

import app.attune.core.Problem;
import app.attune.core.json.Json;
import app.attune.export.flags.Findings;
import app.attune.export.flags.Findings.Reason;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagPlan.Arm;
import app.attune.export.flags.FlagPlan.Flag;
import app.attune.export.flags.FlatCondition.Row;
import app.attune.export.flags.FlatCondition.StartsWith;
import app.attune.export.flags.RuleTarget;
import app.attune.export.jsonlogic.JsonLogic.Dialect;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Flags as JsonLogic rules whose value is the id of the segment or rule that a user gets, or null.
public final class JsonLogicTarget implements RuleTarget {
    /// The file with a rule for each flag, and the payloads.
    public static final String FILE = "flags.json";

    private static final LogicWriter WRITER = new LogicWriter(Dialect.CLASSIC, id -> {
        throw new IllegalStateException("The segment " + id + " is written out");
    });

    @Override
    public String name() {
        return "jsonlogic";
    }

    @Override
    public String format() {
        return "jsonlogic.com 2.0";
    }

    @Override
    public List<Problem> findings(FlagPlan plan) {
        return new Findings(name())
                .of(plan, row -> Findings.ofPath(row).or(() -> wide(row)))
                .list();
    }

    /// Engines do not agree whether such a letter is one long or two.
    private static Optional<Reason> wide(Row row) {
        return row instanceof StartsWith starts
                        && starts.texts().stream()
                                .anyMatch(text -> text.chars().anyMatch(letter -> Character.isSurrogate((char) letter)))
                ? Optional.of(new Reason(
                        "a beginning with letters beyond the first 65,536 of Unicode is cut otherwise by some engines",
                        "Ask for what the text contains instead."))
                : Optional.empty();
    }

    @Override
    public SortedMap<String, String> render(FlagPlan plan) {
        ObjectNode root = Json.mapper().createObjectNode().put("format", format());
        ObjectNode flags = root.putObject("flags");
        ObjectNode payloads = root.putObject("payloads");
        for (Flag flag : plan.flags()) {
            flags.set(flag.key(), rule(flag, plan));
            if (flag.shape() == FlagPlan.Shape.PICK) {
                flag.arms().forEach(arm -> payloads.set(arm.id(), arm.payload()));
            }
        }
        return new TreeMap<>(Map.of(FILE, Json.writePretty(root)));
    }

    private static JsonNode rule(Flag flag, FlagPlan plan) {
        List<JsonNode> branches = new ArrayList<>();
        for (Arm arm : flag.arms()) {
            branches.add(WRITER.of(plan.written(arm.condition())));
            branches.add(TextNode.valueOf(arm.id()));
        }
        branches.add(NullNode.getInstance());
        return LogicWriter.call("if", branches);
    }
}
