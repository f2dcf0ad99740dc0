package app.attune.events;

import app.attune.core.Require;

/// One column of a file and what it means.
///
/// @param column as the file names it
/// @param name   of the property, attribute or consent purpose; ignored for other roles
/// @param type   of the property or attribute; ignored for other roles
public record MappedColumn(String column, ColumnRole role, String name, FieldType type) {
    public MappedColumn {
        Require.notBlank(column, "The name of a mapped column");
    }

    public static MappedColumn of(String column, ColumnRole role) {
        return new MappedColumn(column, role, column, FieldType.TEXT);
    }

    public MappedColumn as(ColumnRole other) {
        return new MappedColumn(column, other, name, type);
    }

    /// The name under which the values are kept: consent becomes an attribute `consent_<purpose>`, its time one
    /// `consented_at_<purpose>`.
    public String keptName() {
        return role == ColumnRole.CONSENT
                ? ConsentLog.PREFIX + name
                : role == ColumnRole.CONSENT_TIME ? ConsentLog.SINCE + name : name;
    }
}
