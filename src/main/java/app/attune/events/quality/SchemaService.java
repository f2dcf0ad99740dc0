package app.attune.events.quality;

import app.attune.core.Problem;
import app.attune.events.ColumnRole;
import app.attune.events.EventStore;
import app.attune.events.ImportReport;
import app.attune.events.ImportSource;
import app.attune.events.ImportStart;
import app.attune.events.MappedColumn;
import app.attune.events.Mapping;
import app.attune.events.SchemaWatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Follows the columns of every source from import to import. Thread-safe.
public final class SchemaService implements SchemaWatch {
    /// Names what asks for a column: "segment Young".
    @FunctionalInterface
    public interface Uses {
        List<String> of(SchemaColumn column);
    }

    private record Dated(ImportReport report, Map<String, SchemaColumn> columns) {}

    private final EventStore store;
    private final Uses uses;

    public SchemaService(EventStore store, Uses uses) {
        this.store = store;
        this.uses = uses;
    }

    /// Files whose names differ in digits only are one source.
    static String source(String fileName) {
        return fileName.replaceAll("[0-9]+", "#");
    }

    public SchemaHistory history() {
        List<SchemaVersion> versions = new ArrayList<>();
        List<SchemaChange> changes = new ArrayList<>();
        bySource().forEach((source, imports) -> {
            int from = 0;
            int number = 1;
            for (int i = 1; i <= imports.size(); i++) {
                boolean ends = i == imports.size()
                        || !imports.get(i).columns().equals(imports.get(i - 1).columns());
                if (ends) {
                    versions.add(version(source, number++, imports.subList(from, i)));
                    from = i;
                }
                if (ends && i < imports.size()) {
                    changes.addAll(changes(source, imports.get(i - 1).columns(), imports.get(i)));
                }
            }
        });
        return new SchemaHistory(versions, changes);
    }

    private static SchemaVersion version(String source, int number, List<Dated> imports) {
        Dated first = imports.getFirst();
        return new SchemaVersion(
                source,
                number,
                first.report().sourceName(),
                first.report().startedAt(),
                imports.size(),
                List.copyOf(first.columns().values()));
    }

    /// Oldest first.
    private Map<String, List<Dated>> bySource() {
        Map<String, List<Dated>> bySource = new TreeMap<>();
        for (ImportReport report : store.imports().reversed()) {
            ImportSource source = store.source(report.importId());
            bySource.computeIfAbsent(source(report.sourceName()), name -> new ArrayList<>())
                    .add(new Dated(report, columns(source.mapping(), source.columns())));
        }
        return bySource;
    }

    private static Map<String, SchemaColumn> columns(Mapping mapping, List<String> columns) {
        Map<String, SchemaColumn> meanings = mapping.columns().stream()
                .collect(Collectors.toMap(MappedColumn::column, SchemaColumn::of, (one, other) -> one));
        Map<String, SchemaColumn> all = new LinkedHashMap<>();
        columns.stream()
                .filter(name -> !name.equals(Mapping.LINE))
                .forEach(name -> all.put(name, meanings.getOrDefault(name, SchemaColumn.ignored(name))));
        return all;
    }

    private List<SchemaChange> changes(String source, Map<String, SchemaColumn> before, Dated now) {
        return changes(source, now.report().importId(), before, now.columns());
    }

    private List<SchemaChange> changes(
            String source, long importId, Map<String, SchemaColumn> before, Map<String, SchemaColumn> after) {
        List<SchemaChange> changes = new ArrayList<>();
        before.forEach((name, column) -> {
            Optional<SchemaColumn> now = Optional.ofNullable(after.get(name));
            if (now.isEmpty()) {
                changes.add(new SchemaChange(
                        source, importId, SchemaChange.Kind.REMOVED, name, column.meaning(), "", uses(column)));
            } else if (!now.get().meaning().equals(column.meaning())) {
                changes.add(new SchemaChange(
                        source,
                        importId,
                        SchemaChange.Kind.RETYPED,
                        name,
                        column.meaning(),
                        now.get().meaning(),
                        uses(column)));
            }
        });
        after.forEach((name, column) -> {
            if (!before.containsKey(name)) {
                changes.add(new SchemaChange(
                        source, importId, SchemaChange.Kind.ADDED, name, "", column.meaning(), List.of()));
            }
        });
        return changes;
    }

    private List<String> uses(SchemaColumn column) {
        return column.role() == ColumnRole.IGNORED ? List.of() : uses.of(column);
    }

    /// What an import that is about to be changes about its source; nothing for a source that is new.
    public List<SchemaChange> ahead(ImportStart start) {
        String source = source(start.sourceName());
        List<Dated> known = bySource().getOrDefault(source, List.of());
        return known.isEmpty()
                ? List.of()
                : changes(source, 0, known.getLast().columns(), columns(start.mapping(), start.columns()));
    }

    @Override
    public List<Problem> changes(ImportStart start) {
        return ahead(start).stream()
                .filter(change -> change.kind() != SchemaChange.Kind.ADDED)
                .map(SchemaService::problem)
                .toList();
    }

    private static Problem problem(SchemaChange change) {
        String what = change.kind() == SchemaChange.Kind.REMOVED
                ? " is gone; it was: " + change.before() + "."
                : " was: " + change.before() + ", and is now: " + change.after() + ".";
        String breaks = change.uses().isEmpty() ? "" : " It breaks " + String.join(", ", change.uses()) + ".";
        return new Problem(
                change.uses().isEmpty() ? "import.schema-changed" : "import.schema-breaks",
                "Column " + change.column() + " of " + change.source() + what + breaks,
                "Check the mapping; if the source really changed, change what asks for the column.");
    }
}
