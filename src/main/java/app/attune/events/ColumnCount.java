package app.attune.events;

/// How the values of one column of a file fit what the column is mapped to.
///
/// @param present     values that are not empty
/// @param missing     empty values
/// @param unparseable present values that do not fit
public record ColumnCount(String column, long present, long missing, long unparseable) {}
