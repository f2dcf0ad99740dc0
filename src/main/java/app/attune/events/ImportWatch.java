package app.attune.events;

/// What looks on while files are imported.
///
/// @param room    where the store writes to
/// @param schemas tells what the columns of a file break
public record ImportWatch(DiskRoom room, SchemaWatch schemas) {}
