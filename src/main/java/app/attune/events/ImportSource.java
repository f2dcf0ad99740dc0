package app.attune.events;

import app.attune.core.json.Json;
import app.attune.events.read.FileFormat;
import java.util.List;

/// How the file of an import was read: enough to read rows of it again.
///
/// @param name    of the file
/// @param columns of the file, in its order
public record ImportSource(String name, FileFormat format, Mapping mapping, List<String> columns) {
    private static final String WHAT = "What is kept of an import";

    public ImportSource {
        columns = List.copyOf(columns);
    }

    /// From the JSON texts it is stored as.
    public static ImportSource of(String name, String format, String mapping, String columns) {
        return new ImportSource(
                name,
                Json.read(format, FileFormat.class, WHAT),
                Json.read(mapping, Mapping.class, WHAT),
                List.of(Json.read(columns, String[].class, WHAT)));
    }

    /// The name of a column by its position from 1; empty for the row as a whole.
    public String column(int position) {
        return position >= 1 && position <= columns.size() ? columns.get(position - 1) : "";
    }
}
