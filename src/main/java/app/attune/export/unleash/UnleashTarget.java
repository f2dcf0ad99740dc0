package app.attune.export.unleash;

import app.attune.core.Problem;
import app.attune.core.json.Json;
import app.attune.export.flags.Field;
import app.attune.export.flags.Field.Kind;
import app.attune.export.flags.Findings;
import app.attune.export.flags.Findings.Reason;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagPlan.Arm;
import app.attune.export.flags.FlagPlan.Flag;
import app.attune.export.flags.FlagPlan.Shape;
import app.attune.export.flags.FlatCondition.OneOf;
import app.attune.export.flags.FlatCondition.Row;
import app.attune.export.flags.RuleTarget;
import app.attune.prove.TargetContext;
import app.attune.prove.TargetContext.Form;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Flags as features of Unleash: each way for an arm to hold is a strategy of constraints, and its variant names the
/// rule.
public final class UnleashTarget implements RuleTarget {
    /// What clients load.
    public static final String FILE = "features.json";

    /// Limits of the server, as it comes.
    private static final int STRATEGIES = 30;

    private static final int CONSTRAINTS = 30;
    private static final int VALUES = 250;

    private static final int ALL = 1000;

    @Override
    public String name() {
        return "unleash";
    }

    @Override
    public String format() {
        return "Unleash client features version 2";
    }

    @Override
    public Form form() {
        return Form.PROPERTIES;
    }

    /// Clients take no part of an empty text, and an empty text for none.
    @Override
    public Optional<String> present(Field field) {
        return field.kind() == Kind.NUMBER || field.kind() == Kind.DATE
                ? Optional.empty()
                : Optional.of(Ways.present(field));
    }

    @Override
    public List<Problem> findings(FlagPlan plan) {
        Findings findings = new Findings(name()).of(plan, UnleashTarget::reason);
        for (Flag flag : plan.flags()) {
            int strategies = 0;
            int longest = 0;
            for (Arm arm : flag.arms()) {
                List<List<ObjectNode>> ways = Ways.of(plan.written(arm.condition()));
                strategies += ways.size();
                longest = Math.max(
                        longest, ways.stream().mapToInt(List::size).max().orElse(0));
            }
            if (strategies > STRATEGIES) {
                findings.add(
                        flag,
                        "its conditions come to more than " + STRATEGIES + " strategies, which Unleash allows",
                        "Split the segments, or take alternatives out of them.");
            } else if (longest > CONSTRAINTS) {
                findings.add(
                        flag,
                        "its conditions come to more than " + CONSTRAINTS + " constraints of one strategy",
                        "Split the segments, or take rows out of them.");
            }
        }
        return findings.list();
    }

    private static Optional<Reason> reason(Row row) {
        if (Findings.asksFor(row, TargetContext.REPLACED)) {
            return Optional.of(new Reason("U+FFFD stands for half of a letter, which no client holds", "Take it out."));
        }
        if (!(row instanceof OneOf one)) {
            return Optional.empty();
        }
        if (one.values().size() > VALUES) {
            return Optional.of(new Reason(
                    "it lists " + one.values().size() + " values, Unleash allows " + VALUES, "List fewer values."));
        }
        boolean trimmed = one.field().kind() != Kind.NUMBER
                && one.values().stream()
                        .map(value -> value.asText())
                        .anyMatch(text -> text.isEmpty() || !text.equals(text.strip()) || !text.equals(text.trim()));
        return trimmed
                ? Optional.of(new Reason(
                        "clients cut blanks around values and leave empty ones out",
                        "Take blanks out of the values, or ask for what the text contains."))
                : Optional.empty();
    }

    @Override
    public SortedMap<String, String> render(FlagPlan plan) {
        ObjectNode root = Json.mapper().createObjectNode().put("version", 2);
        ArrayNode features = root.putArray("features");
        plan.flags().forEach(flag -> features.add(feature(flag, plan)));
        root.putArray("segments");
        return new TreeMap<>(Map.of(FILE, Json.writePretty(root)));
    }

    /// A feature without strategies is on for everybody, so one that is for nobody is not enabled.
    private static ObjectNode feature(Flag flag, FlagPlan plan) {
        ObjectNode feature = Json.mapper().createObjectNode();
        feature.put("name", flag.key()).put("type", "release");
        ArrayNode strategies = Json.mapper().createArrayNode();
        for (Arm arm : flag.arms()) {
            for (List<ObjectNode> constraints : Ways.of(plan.written(arm.condition()))) {
                ObjectNode strategy = strategies.addObject().put("name", "default");
                strategy.putObject("parameters");
                strategy.putArray("constraints").addAll(constraints);
                ArrayNode variants = strategy.putArray("variants");
                if (flag.shape() == Shape.PICK) {
                    ObjectNode variant =
                            variants.addObject().put("name", arm.id()).put("weight", ALL);
                    variant.putObject("payload").put("type", "json").put("value", Json.write(arm.payload()));
                }
            }
        }
        feature.put("enabled", !strategies.isEmpty());
        feature.set("strategies", strategies);
        feature.putArray("variants");
        return feature;
    }
}
