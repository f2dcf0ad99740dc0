package app.attune.segments;

/// A value the data has.
///
/// @param count how many users or events have it
public record KnownValue(String text, int count) {}
