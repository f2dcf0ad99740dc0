package app.attune.events.quality;

import app.attune.events.ColumnRole;
import app.attune.events.MappedColumn;

/// A column of a file and how it is understood.
///
/// @param name    in the file
/// @param kept    what its values are kept as
/// @param meaning role and, where values are kept, their type: "Property, number"
public record SchemaColumn(String name, String kept, String meaning, ColumnRole role) {
    static SchemaColumn of(MappedColumn mapped) {
        boolean typed = mapped.role() == ColumnRole.PROPERTY || mapped.role() == ColumnRole.ATTRIBUTE;
        String meaning =
                mapped.role().label() + (typed ? ", " + mapped.type().name().toLowerCase(java.util.Locale.ROOT) : "");
        return new SchemaColumn(mapped.column(), mapped.keptName(), meaning, mapped.role());
    }

    /// Of a column that nobody mapped.
    static SchemaColumn ignored(String name) {
        return new SchemaColumn(name, name, ColumnRole.IGNORED.label(), ColumnRole.IGNORED);
    }
}
