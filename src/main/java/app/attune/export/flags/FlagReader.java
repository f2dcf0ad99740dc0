package app.attune.export.flags;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.export.flags.FlagPlan.Arm;
import app.attune.export.flags.FlagPlan.Flag;
import app.attune.export.flags.FlagPlan.Segment;
import app.attune.export.flags.FlagPlan.Shape;
import app.attune.export.flags.FlagPlan.Unknown;
import app.attune.export.flags.FlatCondition.InSegment;
import app.attune.export.flags.FlatCondition.OneOf;
import app.attune.export.flags.FlatCondition.Present;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes the flags of a bundle's `segments.json` and `rules.json`.
public final class FlagReader {
    /// What keys of flags of segments begin with.
    public static final String SEGMENT = "segment-";

    /// What keys of flags of rules begin with.
    public static final String RULE = "rule-";

    /// The flag of the first rule that recommends.
    public static final String RECOMMEND = "recommend";

    /// The flag of the first rule that offers.
    public static final String OFFER = "offer";

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Set<String> ABOUT_DECISIONS =
            Set.of("listLength", "defaultModel", "fallbackModel", "consent", "hitPolicy");
    private static final Set<String> ABOUT_RULES =
            Set.of("id", "name", "segment", "status", "intent", "owner", "ticket", "examples", "weight", "then");

    private final Map<String, Segment> segments = new LinkedHashMap<>();
    private final List<Flag> flags = new ArrayList<>();
    private final List<Unknown> unknown = new ArrayList<>();
    private final Map<String, List<Arm>> picks = new LinkedHashMap<>();

    private FlagReader() {
        picks.put(RECOMMEND, new ArrayList<>());
        picks.put(OFFER, new ArrayList<>());
    }

    /// @throws ProblemException `export.target-unreadable` if the files are not as a bundle has them
    public static FlagPlan read(String segmentsJson, String rulesJson) {
        FlagReader reader = new FlagReader();
        reader.segments(Json.read(segmentsJson, "segments.json"));
        JsonNode rules = Json.read(rulesJson, "rules.json");
        FlatCondition allowed = allowed(rules.path("decision").path("consent"));
        rules.path("decision").fieldNames().forEachRemaining(field -> {
            if (!ABOUT_DECISIONS.contains(field)) {
                reader.unknown.add(new Unknown("the rule set", field));
            }
        });
        ActingRules acting = ActingRules.of(rules);
        if (!acting.isFollowed()) {
            reader.unknown.add(new Unknown("the rule set", "hitPolicy " + acting.policy()));
        }
        reader.rules(acting, allowed);
        reader.picks.forEach((key, arms) -> reader.flags.add(new Flag(key, Shape.PICK, arms)));
        return new FlagPlan(reader.segments, reader.flags, reader.unknown);
    }

    private void segments(JsonNode file) {
        ConditionReader reader = ConditionReader.of(file.path("attributes"));
        for (JsonNode segment : file.path("segments")) {
            String id = id(segment);
            String name = segment.path("name").asText(id);
            FlatCondition condition = reader.read(segment.path("condition"), "row 1");
            segments.put(id, new Segment(name, condition));
            flags.add(on(SEGMENT + id, new Arm(id, name, condition, BooleanNode.TRUE)));
        }
    }

    private static Flag on(String key, Arm arm) {
        return new Flag(key, Shape.SWITCH, List.of(arm));
    }

    private static String id(JsonNode node) {
        String id = node.path("id").asText();
        if (!ID.matcher(id).matches()) {
            throw unreadable("the id \"" + id + "\" has other than small letters, digits and hyphens");
        }
        return id;
    }

    /// Those who may be personalised, letter case of their word aside.
    private static FlatCondition allowed(JsonNode consent) {
        Field field =
                new Field(Field.Source.ATTRIBUTES, consent.path("attribute").asText(), Field.Kind.ANY);
        List<JsonNode> words = new ArrayList<>();
        LetterCases.of(consent.path("granted").asText()).forEach(word -> words.add(TextNode.valueOf(word)));
        FlatCondition granted = new OneOf(field, "consent", words);
        return consent.path("missing").asText().equals("allowed")
                ? FlatCondition.any(List.of(granted, FlatCondition.not(new Present(field, "consent"))))
                : granted;
    }

    private void rules(ActingRules acting, FlatCondition allowed) {
        List<FlatCondition> earlier = new ArrayList<>();
        for (JsonNode rule : acting.rules()) {
            if (ActingRules.excludes(rule)) {
                rule(rule, FlatCondition.EVERYBODY);
            } else {
                boolean alone = acting.isFirstOnly();
                rule(rule, alone ? FlatCondition.all(List.of(allowed, none(earlier))) : allowed);
                earlier.add(new InSegment(rule.path("segment").asText()));
            }
        }
    }

    /// Those of whom no condition holds.
    private static FlatCondition none(List<FlatCondition> conditions) {
        return FlatCondition.not(FlatCondition.any(List.copyOf(conditions)));
    }

    /// @param among those whom the rule can be for
    private void rule(JsonNode rule, FlatCondition among) {
        String id = id(rule);
        String name = rule.path("name").asText(id);
        rule.fieldNames().forEachRemaining(field -> {
            if (!ABOUT_RULES.contains(field)) {
                unknown.add(new Unknown("the rule " + name, field));
            }
        });
        if (rule.path("then").has("seed")) {
            unknown.add(new Unknown("the rule " + name, "seed"));
        }
        String segment = rule.path("segment").asText();
        if (!segments.containsKey(segment)) {
            throw unreadable("the segment \"" + segment + "\" of the rule " + id + " is not there");
        }
        FlatCondition condition = FlatCondition.all(List.of(new InSegment(segment), among));
        ObjectNode payload = Json.mapper().createObjectNode().put("rule", id);
        payload.setAll((ObjectNode) rule.path("then"));
        Arm arm = new Arm(id, name, condition, payload);
        flags.add(on(RULE + id, arm));
        picks.getOrDefault(ActingRules.does(rule), new ArrayList<>()).add(arm);
    }

    static ProblemException unreadable(String reason) {
        return ProblemException.of(
                "export.target-unreadable",
                "Can't make flags of the bundle: " + reason + ".",
                "Export the bundle again with this version.");
    }
}
