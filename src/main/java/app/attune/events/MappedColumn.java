package app.attune.events;

import app.attune.core.Require;

/// One column of a file and what it means.
///
/// @param column as the file names it
/// @param name   of the property, attribute or consent purpose; ignored for other roles
/// @param type   of the property or attribute; ignored for other roles
/// @param unit   of its numbers where it is the value, a factor of the value, or kept as numbers; else ignored
public record MappedColumn(String column, ColumnRole role, String name, FieldType type, AmountUnit unit) {
    public MappedColumn {
        Require.notBlank(column, "The name of a mapped column");
        // Mappings saved before there were units have none.
        unit = unit == null ? AmountUnit.ONES : unit;
    }

    /// Its numbers are as they are.
    public MappedColumn(String column, ColumnRole role, String name, FieldType type) {
        this(column, role, name, type, AmountUnit.ONES);
    }

    public static MappedColumn of(String column, ColumnRole role) {
        return new MappedColumn(column, role, column, FieldType.TEXT);
    }

    public MappedColumn as(ColumnRole other) {
        return new MappedColumn(column, other, name, type, unit);
    }

    /// Kept under another name.
    public MappedColumn named(String other) {
        return new MappedColumn(column, role, other, type, unit);
    }

    public MappedColumn typed(FieldType other) {
        return new MappedColumn(column, role, name, other, unit);
    }

    /// Its numbers count this.
    public MappedColumn counting(AmountUnit other) {
        return new MappedColumn(column, role, name, type, other);
    }

    /// Whether it is kept by its name as numbers.
    public boolean keepsNumbers() {
        return (role == ColumnRole.PROPERTY || role == ColumnRole.ATTRIBUTE) && type == FieldType.NUMBER;
    }

    /// The name under which the values are kept: consent becomes an attribute `consent_<purpose>`, its time one
    /// `consented_at_<purpose>`.
    public String keptName() {
        return role == ColumnRole.CONSENT
                ? ConsentLog.PREFIX + name
                : role == ColumnRole.CONSENT_TIME ? ConsentLog.SINCE + name : name;
    }
}
