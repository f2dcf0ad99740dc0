package app.attune.events;

/// A column whose values are kept under a name beside the events, users or items.
///
/// @param position of the file's column, from 0
record KeptColumn(int position, String name, FieldType type) {}
