package app.attune.cli;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.core.json.Json;
import app.attune.segments.ConditionJson;
import app.attune.segments.ConditionSentence;
import app.attune.segments.SegmentAbout;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.versions.EditWords;
import app.attune.segments.versions.SegmentDiff;
import app.attune.segments.versions.VersionService;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What versions of segments say, of users and of what they are for.
///
/// @param warn is told what does not stop it
record SegmentVersions(Services services, Progress progress, Consumer<Problem> warn) {
    private static final int SAMPLE = 20;

    Report show(SegmentDefinition definition, ShowOptions options) {
        List<String> lines = new ArrayList<>(
                List.of(definition.name() + ", version " + definition.version() + ", saved " + definition.savedAt()));
        lines.addAll(about(definition.about()));
        lines.add(services.segments().sentences().of(definition.condition()));
        lines.add(ConditionJson.write(definition.condition()));
        return options.condition(definition).orElseGet(() -> Report.of(lines, json(definition)));
    }

    Report versions(SegmentId id) {
        List<String> lines = new ArrayList<>();
        ArrayNode array = Json.mapper().createArrayNode();
        List<SegmentDefinition> versions = services.segments().versions(id);
        if (versions.isEmpty()) {
            services.segments().require(id);
        }
        ConditionSentence words = services.segments().sentences();
        for (SegmentDefinition version : versions) {
            lines.add("v" + version.version() + "  " + version.savedAt() + "  " + version.author() + "  "
                    + words.of(version.condition()));
            array.add(json(version));
        }
        return Report.of(lines, array);
    }

    /// Says what a segment is for, or changes that.
    Report about(SegmentId id, AboutOptions options) {
        SegmentDefinition known = services.segments().require(id);
        SegmentAbout about = options.over(known.about());
        SegmentDefinition saved =
                services.segments().save(SegmentDraft.of(known).with(about), "cli", "");
        List<String> lines = new ArrayList<>(List.of(saved.name() + ", version " + saved.version()));
        lines.addAll(about(saved.about()));
        if (lines.size() == 1) {
            lines.add("Nothing is said of what it is for. --goal, --figure, --target, --owner and --remark say it.");
        }
        return Report.of(lines, json(saved));
    }

    private static List<String> about(SegmentAbout about) {
        List<String> lines = new ArrayList<>();
        add(lines, "Goal: ", about.goal());
        add(lines, "Key figure: ", EditWords.figure(about));
        add(lines, "Target: ", EditWords.target(about));
        add(lines, "Owner: ", about.owner());
        add(lines, "Note: ", about.note());
        return lines;
    }

    private static void add(List<String> lines, String what, String said) {
        if (!said.isEmpty()) {
            lines.add(what + said);
        }
    }

    /// @param which two versions; one and the newest; or none for the newest and the one before
    Report diff(SegmentId id, List<String> which, Instant asOf) {
        VersionService versions = new VersionService(services.segments());
        int newest = services.segments().versions(id).stream()
                .mapToInt(SegmentDefinition::version)
                .max()
                .orElse(1);
        int first = which.isEmpty() ? Math.max(1, newest - 1) : number(which.getFirst());
        int second = which.size() < 2 ? newest : number(which.get(1));
        SegmentDiff diff = versions.diff(versions.version(id, first), versions.version(id, second), asOf, progress);
        diff.problem().ifPresent(warn);
        List<String> lines = new ArrayList<>(diff.changes().isEmpty() ? List.of("Both say the same.") : diff.changes());
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("id", id.value())
                .put("from", first)
                .put("to", second)
                .put("asOf", asOf.toString());
        diff.changes().forEach(node.putArray("changes")::add);
        diff.users().ifPresent(users -> {
            lines.add("");
            lines.add(VersionService.sentence(diff, users));
            lines.addAll(users(users, node));
        });
        lines.add("As of " + asOf + ".");
        return Report.of(lines, node);
    }

    private static List<String> users(SegmentDiff.Users users, ObjectNode node) {
        List<String> gained = ids(users.gained());
        List<String> lost = ids(users.lost());
        node.put("before", users.before()).put("after", users.after());
        gained.forEach(node.putArray("gained")::add);
        lost.forEach(node.putArray("lost")::add);
        List<String> lines = new ArrayList<>(listed("Gained: ", gained));
        lines.addAll(listed("Lost: ", lost));
        return lines;
    }

    private static List<String> ids(List<UserId> users) {
        return users.stream().map(UserId::value).toList();
    }

    private static List<String> listed(String what, List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        int more = ids.size() - SAMPLE;
        String rest = more > 0 ? " and " + Words.number(more) + " more; --json lists all" : "";
        return List.of(what + ids.stream().limit(SAMPLE).collect(Collectors.joining(", ")) + rest);
    }

    private static int number(String typed) {
        String digits = typed.startsWith("v") ? typed.substring(1) : typed;
        if (!digits.matches("[0-9]{1,9}")) {
            throw ProblemException.of(
                    "cli.bad-option",
                    "\"" + typed + "\" is no version.",
                    "Versions are numbers such as 1 and 3; attune segment WORKSPACE versions SEGMENT lists them.");
        }
        return Integer.parseInt(digits);
    }

    static ObjectNode json(SegmentDefinition definition) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("id", definition.id().value())
                .put("name", definition.name())
                .put("version", definition.version())
                .put("savedAt", definition.savedAt().toString());
        SegmentAbout about = definition.about();
        node.put("goal", about.goal()).put("figure", about.figure().name().toLowerCase(Locale.ROOT));
        if (!Double.isNaN(about.target())) {
            node.put("target", about.target());
        }
        node.put("owner", about.owner()).put("remark", about.note());
        node.set("condition", ConditionJson.node(definition.condition()));
        return node;
    }
}
