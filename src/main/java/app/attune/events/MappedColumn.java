package app.attune.events;

import app.attune.core.Require;

/// One column of a file and what it means.
///
/// @param column as the file names it
/// @param name   of the property, attribute or consent purpose; ignored for other roles
/// @param type   of the property or attribute; ignored for other roles
/// @param unit   of its numbers where it is the value, a factor of the value, or kept as numbers; else ignored
/// @param notNumbers what becomes of other values there
public record MappedColumn(
        String column, ColumnRole role, String name, FieldType type, AmountUnit unit, NotNumbers notNumbers) {
    public MappedColumn {
        Require.notBlank(column, "The name of a mapped column");
        // Mappings saved before there were these have none.
        unit = unit == null ? AmountUnit.ONES : unit;
        notNumbers = notNumbers == null ? NotNumbers.KEPT : notNumbers;
    }

    /// Its numbers are as they are.
    public MappedColumn(String column, ColumnRole role, String name, FieldType type) {
        this(column, role, name, type, AmountUnit.ONES, NotNumbers.KEPT);
    }

    public static MappedColumn of(String column, ColumnRole role) {
        return new MappedColumn(column, role, column, FieldType.TEXT);
    }

    public MappedColumn as(ColumnRole other) {
        return new MappedColumn(column, other, name, type, unit, notNumbers);
    }

    /// Kept under another name.
    public MappedColumn named(String other) {
        return new MappedColumn(column, role, other, type, unit, notNumbers);
    }

    public MappedColumn typed(FieldType other) {
        return new MappedColumn(column, role, name, other, unit, notNumbers);
    }

    /// Its numbers count this.
    public MappedColumn counting(AmountUnit other) {
        return new MappedColumn(column, role, name, type, other, notNumbers);
    }

    /// Its values that are no numbers become this.
    public MappedColumn otherwise(NotNumbers other) {
        return new MappedColumn(column, role, name, type, unit, other);
    }

    /// Whether it is kept by its name as numbers.
    public boolean keepsNumbers() {
        return role.isKeptByName() && type == FieldType.NUMBER;
    }

    /// The name under which the values are kept: consent becomes an attribute `consent_<purpose>`, its time one
    /// `consented_at_<purpose>`.
    public String keptName() {
        return role == ColumnRole.CONSENT
                ? ConsentLog.PREFIX + name
                : role == ColumnRole.CONSENT_TIME ? ConsentLog.SINCE + name : name;
    }
}
