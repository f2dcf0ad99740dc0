package app.attune.events;

/// A row kept aside as the analyst wants it read.
///
/// @param text of the row, edited
public record MendedRow(RejectedRow row, String text) {}
