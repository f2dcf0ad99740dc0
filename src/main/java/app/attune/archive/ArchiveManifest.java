package app.attune.archive;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an archive says of itself in `manifest.json`.
///
/// @param app       the version of Attune that made it
/// @param made      when, an ISO-8601 instant
/// @param storeStep which tables there are: the number of the store's last migration
record ArchiveManifest(
        String format,
        int version,
        String app,
        String made,
        Described workspace,
        int storeStep,
        List<Table> tables,
        List<Entry> entries) {
    static final String FORMAT = "attune-archive";
    static final int VERSION = 1;
    static final String NAME = "manifest.json";
    static final String README = "README.txt";

    ArchiveManifest {
        Objects.requireNonNull(made);
        Objects.requireNonNull(workspace);
        tables = List.copyOf(tables);
        entries = List.copyOf(entries);
    }

    /// What `workspace.attune` says that is not of the machine.
    record Described(String name, String created, Map<String, String> settings) {
        Described {
            Objects.requireNonNull(name);
            Objects.requireNonNull(created);
            settings = Map.copyOf(new TreeMap<>(settings));
        }
    }

    /// @param sum of its rows in hexadecimal digits, whatever their order
    record Table(String name, long rows, String sum) {
        Table {
            Objects.requireNonNull(name);
            Objects.requireNonNull(sum);
        }

        String entry() {
            return entryOf(name);
        }
    }

    record Entry(String path, long bytes, String sha256) {
        Entry {
            Objects.requireNonNull(path);
            Objects.requireNonNull(sha256);
        }
    }

    static String entryOf(String table) {
        return "tables/" + table + ".jsonl";
    }

    SortedMap<String, Table> tablesByName() {
        SortedMap<String, Table> byName = new TreeMap<>();
        tables.forEach(table -> byName.put(table.name(), table));
        return byName;
    }
}
