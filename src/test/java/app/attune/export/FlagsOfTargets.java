package app.attune.export;

import app.attune.core.Seeds;
import app.attune.core.json.Json;
import app.attune.decider.ServerProfile;
import app.attune.export.dmn.DmnTarget;
import app.attune.export.drl.DrlTarget;
import app.attune.export.flagd.FlagdFlags;
import app.attune.export.flagd.FlagdTarget;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagPlan.Arm;
import app.attune.export.flags.FlagPlan.Flag;
import app.attune.export.flags.FlagPlan.Shape;
import app.attune.export.flags.RuleTarget;
import app.attune.export.growthbook.GrowthBookFeatures;
import app.attune.export.growthbook.GrowthBookTarget;
import app.attune.export.jsonlogic.JsonLogic;
import app.attune.export.jsonlogic.JsonLogicTarget;
import app.attune.export.unleash.UnleashFeatures;
import app.attune.export.unleash.UnleashTarget;
import app.attune.export.unomi.UnomiTarget;
import app.attune.prove.TargetContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the exported files of a target decide, by our own reading of its format: the id of the arm that a user gets of
/// a flag, empty for none.
@FunctionalInterface
interface FlagsOfTargets {
    String arm(Flag flag, ServerProfile profile);

    /// The arms of many flags for each of many users, by key.
    default List<Map<String, String>> arms(List<Flag> flags, List<ServerProfile> profiles) {
        List<Map<String, String>> all = new ArrayList<>();
        for (ServerProfile profile : profiles) {
            Map<String, String> arms = new HashMap<>();
            flags.forEach(flag -> arms.put(flag.key(), arm(flag, profile)));
            all.add(arms);
        }
        return all;
    }

    /// Whether we read the target's files ourselves; the others are read by their engines only, in [EngineProof].
    private static boolean isRead(RuleTarget target) {
        return !target.name().equals("dmn") && !target.name().equals("drl");
    }

    static List<RuleTarget> read() {
        return RuleTargets.all().stream().filter(FlagsOfTargets::isRead).toList();
    }

    static FlagsOfTargets of(String target, String text, FlagPlan plan) {
        String given = RuleTargets.named(target).files(plan).getOrDefault(TargetContext.NAME, "");
        LastContext context = new LastContext(TargetContext.read(Json.read(given, TargetContext.NAME)));
        if (target.equals("sql")) {
            return inH2(new FlagsInH2(RuleTargets.named(target).files(plan), text), context);
        }
        JsonNode file = Json.read(text, target);
        return switch (target) {
            case "jsonlogic" -> jsonLogic(file, context);
            case "growthbook" -> growthBook(file, context);
            case "flagd" -> flagd(file, context);
            case "unleash" -> unleash(file, context);
            case "unomi" -> unomi(file, context);
            default -> throw new IllegalArgumentException(target);
        };
    }

    private static FlagsOfTargets inH2(FlagsInH2 database, LastContext context) {
        return new FlagsOfTargets() {
            @Override
            public String arm(Flag flag, ServerProfile profile) {
                return database.arm(flag.key(), context.of(profile));
            }

            @Override
            public List<Map<String, String>> arms(List<Flag> flags, List<ServerProfile> profiles) {
                return database.ask(profiles.stream().map(context::of).toList());
            }
        };
    }

    static String file(String target) {
        return switch (target) {
            case "jsonlogic" -> JsonLogicTarget.FILE;
            case "growthbook" -> GrowthBookTarget.FILE;
            case "flagd" -> FlagdTarget.FILE;
            case "unleash" -> UnleashTarget.FILE;
            case "dmn" -> DmnTarget.FILE;
            case "drl" -> DrlTarget.FILE;
            case "sql" -> "h2-flags.sql";
            case "unomi" -> UnomiTarget.FILE;
            default -> throw new IllegalArgumentException(target);
        };
    }

    private static FlagsOfTargets jsonLogic(JsonNode file, LastContext context) {
        Map<String, JsonLogic> rules = new HashMap<>();
        file.path("flags").properties().forEach(flag -> rules.put(flag.getKey(), JsonLogic.read(flag.getValue())));
        return (flag, profile) -> {
            JsonNode value =
                    Objects.requireNonNull(rules.get(flag.key()), flag.key()).apply(context.of(profile));
            return value.isNull() ? "" : value.asText();
        };
    }

    private static FlagsOfTargets growthBook(JsonNode file, LastContext context) {
        GrowthBookFeatures features =
                new GrowthBookFeatures(file.path("features"), Json.mapper().createObjectNode());
        return (flag, profile) ->
                features.feature(flag.key(), context.of(profile)).ruleId();
    }

    private static FlagsOfTargets flagd(JsonNode file, LastContext context) {
        FlagdFlags flags = new FlagdFlags(file);
        return (flag, profile) -> {
            String variant = flags.variant(flag.key(), context.of(profile)).orElse("error");
            if (flag.shape() == Shape.SWITCH) {
                return variant.equals("on") ? flag.arms().getFirst().id() : variant.replace("off", "");
            }
            return variant.equals("none") ? "" : variant.replaceFirst("^rule-", "");
        };
    }

    private static FlagsOfTargets unomi(JsonNode file, LastContext context) {
        UnomiSegments segments = new UnomiSegments(file);
        return (flag, profile) -> {
            JsonNode properties = context.of(profile);
            List<String> arms = flag.arms().stream()
                    .map(Arm::id)
                    .filter(arm -> segments.has(
                            UnomiTarget.PREFIX + flag.key() + (flag.shape() == Shape.PICK ? "-" + arm : ""),
                            properties))
                    .toList();
            return String.join(" and ", arms);
        };
    }

    private static FlagsOfTargets unleash(JsonNode file, LastContext context) {
        UnleashFeatures features = new UnleashFeatures(file, Seeds.stream(2, "unleash"));
        return (flag, profile) -> {
            JsonNode properties = context.of(profile);
            if (!features.isOn(flag.key(), properties)) {
                return "";
            }
            return flag.shape() == Shape.SWITCH
                    ? flag.arms().getFirst().id()
                    : features.variant(flag.key(), properties).name();
        };
    }
}
