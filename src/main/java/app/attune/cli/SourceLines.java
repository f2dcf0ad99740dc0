package app.attune.cli;

import app.attune.core.Counted;
import app.attune.events.quality.Coverage;
import app.attune.events.quality.SchemaChange;
import app.attune.events.quality.SchemaHistory;
import app.attune.events.quality.SchemaVersion;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What the quality command says of sources: their users, and their columns.
final class SourceLines {
    private static final int MOST = 20;

    private SourceLines() {}

    static void coverage(Coverage coverage, List<String> lines, ObjectNode json) {
        lines.add("");
        lines.add(coverage.chart().title() + ".");
        for (Coverage.Source source : coverage.sources()) {
            lines.add("  " + source.name() + ": " + Counted.of(source.users(), "user") + ", "
                    + Words.number(source.only()) + " of them known from nowhere else");
        }
        coverage.overlaps().stream()
                .filter(overlap -> overlap.sources().size() > 1)
                .limit(MOST)
                .forEach(overlap -> lines.add(
                        "  " + String.join(" + ", overlap.sources()) + ": " + Counted.of(overlap.users(), "user")));
        var sources = json.putArray("sources");
        coverage.sources()
                .forEach(source -> sources.addObject()
                        .put("source", source.name())
                        .put("users", source.users())
                        .put("only", source.only()));
        var overlaps = json.putArray("overlaps");
        coverage.overlaps().forEach(overlap -> {
            var names = overlaps.addObject().put("users", overlap.users()).putArray("sources");
            overlap.sources().forEach(names::add);
        });
    }

    static void schemas(SchemaHistory history, List<String> lines, ObjectNode json) {
        lines.add("");
        for (SchemaVersion version : history.versions()) {
            lines.add(version.source() + ", version " + version.number() + ": "
                    + Counted.of(version.columns().size(), "column") + " in " + Counted.of(version.imports(), "import")
                    + " from " + version.firstFile() + " on");
        }
        var array = json.putArray("schemaChanges");
        for (SchemaChange change : history.changes()) {
            String uses = change.uses().isEmpty() ? "" : "; asked for by " + String.join(", ", change.uses());
            lines.add("  import " + change.importId() + ": " + change.column() + " " + change.kind() + " ("
                    + change.before() + " -> " + change.after() + ")" + uses);
            var node = array.addObject()
                    .put("source", change.source())
                    .put("import", change.importId())
                    .put("column", change.column())
                    .put("kind", change.kind().name())
                    .put("before", change.before())
                    .put("after", change.after());
            change.uses().forEach(node.putArray("uses")::add);
        }
    }
}
