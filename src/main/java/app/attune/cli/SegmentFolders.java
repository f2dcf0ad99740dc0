package app.attune.cli;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.health.HealthService;
import app.attune.segments.versions.SegmentFolder;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Looks after segments: whether they are healthy, and as files that Git keeps.
///
/// @param warn is told what is wrong with single files
record SegmentFolders(Services services, Progress progress, Consumer<Problem> warn) {
    Report export(Path folder, FolderOptions options) {
        SegmentFolder files = new SegmentFolder(services.segments());
        SegmentFolder.Written written =
                options.replaces() ? files.replace(folder, progress) : files.write(folder, progress);
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("segments", written.segments())
                .put("changed", written.changed());
        written.others().forEach(node.putArray("others")::add);
        return Report.of(List.of(written.sentence()), node);
    }

    Report take(Path folder) {
        SegmentFolder files = new SegmentFolder(services.segments());
        SegmentFolder.Plan plan = files.plan(folder, progress);
        plan.problems().forEach(warn);
        SegmentFolder.Taken taken = files.take(plan, "cli");
        List<String> lines = new ArrayList<>();
        ObjectNode node = Json.mapper().createObjectNode();
        ArrayNode saved = node.putArray("saved");
        taken.saved().forEach(one -> {
            lines.add("Saved " + one.id() + " version " + one.version() + ".");
            saved.addObject().put("id", one.id().value()).put("version", one.version());
        });
        lines.add(taken.sentence());
        node.put("unchanged", taken.unchanged());
        taken.missing().forEach(node.putArray("missing")::add);
        return Report.of(lines, node);
    }

    Report health(List<SegmentDefinition> checked, Instant asOf) {
        List<String> lines = new ArrayList<>();
        ArrayNode array = Json.mapper().createArrayNode();
        HealthService health = new HealthService(
                services.segments(), AroundSegments.usage(services), () -> AroundSegments.dataChanged(services));
        health.check(
                checked,
                asOf,
                (segment, found) -> {
                    lines.add(segment.id() + ": " + found.words());
                    ObjectNode node = array.addObject().put("id", segment.id().value());
                    ArrayNode findings = node.putArray("findings");
                    found.findings().forEach(one -> {
                        lines.add("  " + one.kind().words() + ": " + one.reason() + " " + one.remedy());
                        findings.addObject()
                                .put("kind", Words.code(one.kind()))
                                .put("reason", one.reason())
                                .put("remedy", one.remedy());
                    });
                },
                progress);
        lines.add(checked.isEmpty() ? "No segments yet. See attune segment --help." : "As of " + asOf + ".");
        return Report.of(lines, array);
    }
}
