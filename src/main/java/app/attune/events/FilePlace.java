package app.attune.events;

/// A line of a file.
///
/// @param file as in [ImportedFile#name]
/// @param line from 1
public record FilePlace(String file, long line) {}
