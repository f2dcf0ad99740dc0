package app.attune.events;

/// A column whose values are kept under a name beside the events, users or items.
///
/// @param position of the file's column, from 0
/// @param unit     of numbers
/// @param notNumbers what becomes of other values among numbers
record KeptColumn(int position, String name, FieldType type, AmountUnit unit, NotNumbers notNumbers) {
    static KeptColumn of(MappedColumn column, int position) {
        return new KeptColumn(position, column.keptName(), column.type(), column.unit(), column.notNumbers());
    }
}
